import { createHash } from 'node:crypto'
import { type Frame, holdsFor, namesIn } from '@gongyou/contract/forms/index.ts'
import type { Service } from '@gongyou/contract/cases/service.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import type { Engine } from './engine.ts'
import { type Matter, frameOf } from './matter.ts'
import { closedFields } from './secrecy.ts'
import { newestOf, serviceOf } from './services.ts'

export type Verdict = { says: { zh: string; en: string }; weight: 'must' | 'look'; holds: boolean; of: readonly string[] }

export const verdictsOf = (service: Service, frame: Frame): Verdict[] =>
  (service.rules ?? []).map((r) => ({ says: r.says, weight: r.weight, holds: holdsFor(r.holds, frame), of: namesIn(r.holds) }))

/** What a rule asks for; anything else, above all what is sealed, is not copied. */
const factsFor = (service: Service, frame: Frame) => {
  const shut = new Set(closedFields(service.form))
  const asked = new Set((service.rules ?? []).flatMap((r) => namesIn(r.holds)))
  return Object.fromEntries(Object.entries(frame).filter(([name]) => (asked.has(name) || !name.startsWith('person.')) && !shut.has(name)))
}

/** Freezes facts, rule revision and outcome at a decision; later changes of the person or of the rules do not touch it. */
export const freeze = async (work: Work, engine: Engine, matter: Matter, actId: string, outcome: string) => {
  const frame = await frameOf(work, engine, matter)
  const facts = factsFor(matter.service, frame)
  // Verdicts are taken on everything, sealed answers included; only their result is kept.
  const verdicts = verdictsOf(matter.service, frame)
  const body = JSON.stringify([matter.row.service, matter.row.revision, outcome, facts, verdicts])
  await work.tx
    .insertInto('cases.snapshot')
    .values({
      region: work.region,
      id: newId(),
      case_id: matter.row.id,
      act_id: actId,
      service: matter.row.service,
      revision: matter.row.revision,
      outcome,
      facts: JSON.stringify(facts),
      verdicts: JSON.stringify(verdicts),
      digest: createHash('sha256').update(body).digest(),
      at: work.at,
    })
    .execute()
}

/** The decisions of a case as they were frozen. */
export const snapshotsOf = (look: Look, caseId: string) =>
  look.db.selectFrom('cases.snapshot').selectAll().where('region', '=', look.region).where('case_id', '=', caseId).orderBy('at').execute()

/** What the rules of today would say to the facts of then: each rule then and now. A rule on sealed answers cannot be replayed. */
export const replay = async (look: Look, matter: Matter) => {
  const { service: today } = await newestOf(look, matter.row.service)
  const shut = new Set(closedFields(today.form))
  return Promise.all(
    (await snapshotsOf(look, matter.row.id)).map(async (s) => {
      const then = await serviceOf(look, s.service, s.revision)
      const frozen = s.verdicts as Verdict[]
      const now = verdictsOf(today, s.facts as Frame).map((v) => ({ ...v, replayable: !v.of.some((n) => shut.has(n)) }))
      return {
        id: s.id,
        at: s.at,
        outcome: s.outcome,
        digest: s.digest.toString('hex'),
        thenRevision: then.revision,
        nowRevision: today.revision,
        facts: s.facts as Frame,
        then: frozen,
        now,
      }
    }),
  )
}
