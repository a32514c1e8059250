import { ageOn, addDays } from '@gongyou/contract/kit/civil-date.ts'
import { readIdNumber } from '@gongyou/contract/codes/id-types.ts'
import { readPersonName } from '@gongyou/contract/kit/person-name.ts'
import type { applyToJoin } from '@gongyou/contract/membership/routes.ts'
import type { z } from 'zod'
import type { Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { findEmployerByName, startEmployment } from '../organisations/index.ts'
import { agree, findByIdentity, register } from '../people/index.ts'
import { checkApplicant, joiningAge } from './checks.ts'
import { openJoinPoint } from './join-points.ts'
import { applicationNumber } from './numbers.ts'

type Answers = z.output<(typeof applyToJoin)['body']>

/** Setting: an application is answered within three days. */
const answerDays = 3

const wrong = (path: string, message: string) => refuse('request.invalid', { fields: [{ path, message }] })

const readIdentity = (answers: Answers) => {
  const name = readPersonName(answers.name)
  if (!name.ok) throw wrong('name', name.suggestion.zh)
  const card = readIdNumber(answers.idType, answers.idNumber)
  if (!card.ok) throw wrong('idNumber', card.suggestion?.zh ?? '证件号码不对，请对照证件再看一遍')
  return { name: name.name, number: card.number, birthOn: card.birthOn ?? null, sex: card.sex ?? 9, checked: card.birthOn !== undefined }
}

/** The person known by this number, or a new one. Somebody else's number under another name is refused. */
const personFor = async (work: Work, keys: KeyRing, answers: Answers, identity: ReturnType<typeof readIdentity>, mobile: string) => {
  const known = await findByIdentity(work, keys, answers.idType, identity.number)
  if (!known)
    return {
      id: await register(work, keys, {
        name: identity.name,
        idType: answers.idType,
        idNumber: identity.number,
        sex: identity.sex,
        birthOn: identity.birthOn,
        mobile,
      }),
      fresh: true,
    }
  if (known.name !== identity.name) throw refuse('people.name-mismatch')
  const standing = await work.db
    .selectFrom('membership.membership')
    .select('status')
    .where('region', '=', work.region)
    .where('person_id', '=', known.id)
    .executeTakeFirst()
  if (standing && standing.status !== 'prospect' && standing.status !== 'left') throw refuse('membership.already-member')
  if (known.mobile !== mobile)
    await work.tx
      .updateTable('people.person')
      .set({ mobile, changed_at: work.at, version: known.version + 1 })
      .where('region', '=', work.region)
      .where('id', '=', known.id)
      .execute()
  return { id: known.id, fresh: false }
}

/** One worker applies at one joining point. The phone was proved before; everything else is checked here, at once. */
export const apply = async (work: Work, keys: KeyRing, answers: Answers, mobile: string) => {
  const point = await openJoinPoint(work, answers.joinPoint)
  const identity = readIdentity(answers)
  if (identity.birthOn && ageOn(identity.birthOn, work.today) < joiningAge) throw refuse('membership.too-young')
  const person = await personFor(work, keys, answers, identity, mobile)
  const employer = answers.employer ? await findEmployerByName(work, answers.employer) : undefined
  const checks = await checkApplicant(work, {
    personId: person.id,
    name: identity.name,
    birthOn: identity.birthOn,
    mobile,
    employer: answers.employer,
    platforms: answers.platforms,
    fullIdChecked: identity.checked,
  })
  for (const name of [answers.employer, ...answers.platforms])
    if (name)
      await startEmployment(work, {
        personId: person.id,
        employerName: name,
        occupation: answers.occupation ?? null,
        form: answers.platforms.length > 0 ? 'platform' : null,
      })
  await agree(work, person.id, 'membership', answers.consent, 'phone')
  await agree(work, person.id, 'id-number', answers.sensitiveConsent, 'phone')

  const id = newId()
  const number = await applicationNumber(work)
  const dueOn = addDays(work.today, answerDays)
  await work.tx
    .insertInto('membership.application')
    .values({
      region: work.region,
      id,
      number,
      person_id: person.id,
      org_id: point.org.id,
      join_point_id: point.id,
      channel: point.channel,
      status: 'submitted',
      answers: JSON.stringify({
        occupation: answers.occupation ?? null,
        employer: employer?.name ?? answers.employer ?? null,
        platforms: answers.platforms,
      }),
      checks: JSON.stringify(checks),
      submitted_at: work.at,
      due_on: dueOn,
    })
    .execute()
  work.ledger.act({
    kind: 'membership.applied',
    subject: id,
    org: point.org.id,
    person: person.id,
    data: { town: point.town, channel: point.channel, occupation: answers.occupation ?? null, joinPoint: point.id },
  })
  return { id, number, org: point.org, dueOn, personId: person.id }
}
