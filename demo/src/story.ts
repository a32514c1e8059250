import { makeIdCard } from '../../contract/src/kit/id-card.ts'
import { posts, rightsOfPost } from '../../contract/src/organisations/posts.ts'
import { type Actor, nobody, system } from '../../server/src/kit/actor.ts'
import { newId } from '../../server/src/kit/ids.ts'
import type { Work } from '../../server/src/kit/db/database.ts'
import type { KeyRing } from '../../server/src/kit/secrets/key-ring.ts'
import { hashPassword } from '../../server/src/features/accounts/index.ts'
import { publishService } from '../../server/src/features/cases/index.ts'
import { apply, approve } from '../../server/src/features/membership/index.ts'
import { register } from '../../server/src/features/people/index.ts'
import { lecturerAppointment, winterPack } from './services.ts'
import { demoPassword, joinCodes, staffPersonas, workerPersonas } from './personas.ts'

const orgNamed = async (work: Work, name: string) =>
  (
    await work.db
      .selectFrom('organisations.org')
      .select('id')
      .where('region', '=', work.region)
      .where('name', '=', name)
      .executeTakeFirstOrThrow(() => new Error(`no organisation ${name}`))
  ).id

/** Officers of the story who are not there yet: an example that was told by an earlier release lacks the later ones. */
export const addStaff = async (work: Work, keys: KeyRing) => {
  const known = await work.db
    .selectFrom('accounts.account')
    .select('login')
    .where('region', '=', work.region)
    .where('login', 'is not', null)
    .execute()
  const logins = new Set(known.map((a) => a.login))
  const missing = [...staffPersonas.entries()].filter(([, s]) => !logins.has(s.login))
  if (missing.length === 0) return
  const passwordHash = await hashPassword(demoPassword)
  for (const [i, s] of missing) {
    const number = makeIdCard('110118', `${1970 + i}-06-15`, 901 + i)
    const person = await register(work, keys, {
      name: s.name,
      idType: 'resident_id',
      idNumber: number,
      sex: (901 + i) % 2 === 1 ? 1 : 2,
      birthOn: `${1970 + i}-06-15`,
      mobile: `138000000${String(i).padStart(2, '0')}`,
    })
    await work.tx
      .insertInto('accounts.account')
      .values({
        region: work.region,
        id: newId(),
        person_id: person,
        login: s.login,
        password_hash: passwordHash,
        staff: true,
        created_at: work.at,
        changed_at: work.at,
      })
      .execute()
    await work.tx
      .insertInto('organisations.post')
      .values({
        region: work.region,
        id: newId(),
        org_id: await orgNamed(work, s.at),
        person_id: person,
        post: s.post,
        full_time: true,
        during: '[2024-03-01,)',
      })
      .execute()
  }
}

const addJoinPoints = async (work: Work) => {
  for (const j of joinCodes)
    await work.tx
      .insertInto('membership.join_point')
      .values({
        region: work.region,
        id: newId(),
        code: j.code,
        org_id: await orgNamed(work, j.at),
        kind: j.kind,
        label: j.label,
        created_at: work.at,
        expires_at: j.expired ? new Date(work.at.getTime() - 86_400_000) : null,
      })
      .execute()
}

/** Another officer of the same part decides, as in life: the one who approves is named in the records. */
const asHead = async (work: Work): Promise<Actor> => {
  const head = staffPersonas.find((s) => s.login === 'zuzhi')!
  const person = await work.db
    .selectFrom('people.person')
    .select('id')
    .where('region', '=', work.region)
    .where('name', '=', head.name)
    .executeTakeFirstOrThrow()
  const org = await work.db
    .selectFrom('organisations.org')
    .select(['id', 'name', 'path'])
    .where('region', '=', work.region)
    .where('name', '=', head.at)
    .executeTakeFirstOrThrow()
  const standing = {
    orgId: org.id,
    orgName: org.name,
    path: org.path,
    rights: rightsOfPost(head.post),
    post: `${org.name} ${posts[head.post].name.zh}`,
    code: head.post,
    via: 'post' as const,
  }
  return { kind: 'staff', accountId: null, personId: person.id, sessionId: null, name: head.name, standings: [standing] }
}

type Write = <T>(by: Actor, fn: (work: Work) => Promise<T>) => Promise<T>

/** Adds the story people, their posts and the joining points; workers go the way everybody goes: they apply and an officer approves. */
export const tellStory = async (write: Write, keys: KeyRing) => {
  const head = await write(system, async (work) => {
    await addStaff(work, keys)
    await addJoinPoints(work)
    for (const made of [winterPack, lecturerAppointment]) await publishService(work, made, { by: 'officer', because: '示范事项' })
    return asHead(work)
  })
  for (const w of workerPersonas) {
    const made = await write(nobody, (work) =>
      apply(
        work,
        keys,
        {
          joinPoint: w.joins?.startsWith('果园') ? 'GYJD2345' : 'GLJD2345',
          name: w.name,
          idType: 'resident_id',
          idNumber: makeIdCard('110118', w.birth, w.order),
          mobile: w.mobile,
          challenge: newId(),
          code: '',
          occupation: w.occupation ?? undefined,
          platforms: [...w.platforms],
          consent: 'joining-2026-1',
          sensitiveConsent: 'id-number-2026-1',
        },
        w.mobile,
      ),
    )
    if (w.joins) await write(head, (work) => approve(work, made.id, 1))
  }
}
