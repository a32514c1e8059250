import { rules } from '@gongyou/contract/clocks/rules.ts'
import type { RuleRevision } from '@gongyou/contract/clocks/rule-routes.ts'
import { holds } from '../../kit/actor.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { namesOf } from './calendar-draft.ts'
import { limitOf, warnOf } from './row.ts'

const revisionsOf = async (look: Look, code?: string) => {
  const rows = await look.db
    .selectFrom('clocks.rule')
    .selectAll()
    .where('region', '=', look.region)
    .$if(code !== undefined, (q) => q.where('code', '=', code!))
    .orderBy('code')
    .orderBy('revision', 'desc')
    .execute()
  const running = await look.db
    .selectFrom('clocks.clock')
    .select((e) => ['rule_code', 'rule_revision', e.fn.countAll<number>().as('count')])
    .where('region', '=', look.region)
    .where('stopped_at', 'is', null)
    .where('rule_code', 'is not', null)
    .$if(code !== undefined, (q) => q.where('rule_code', '=', code!))
    .groupBy(['rule_code', 'rule_revision'])
    .execute()
  const counts = new Map(running.map((r) => [`${r.rule_code} ${r.rule_revision}`, r.count]))
  const nameOf = await namesOf(
    look,
    rows.map((r) => r.changed_by),
  )
  return rows.map((r): RuleRevision => ({
    ...limitOf(r),
    code: r.code,
    revision: r.revision,
    validFrom: r.valid_from,
    name: r.name as RuleRevision['name'],
    begins: r.begins as RuleRevision['begins'],
    extension: r.extension,
    warn: warnOf(r),
    source: r.source,
    mark: r.mark as RuleRevision['mark'],
    note: r.note,
    because: r.because,
    changedAt: r.changed_at.toISOString(),
    by: nameOf(r.changed_by),
    running: counts.get(`${r.code} ${r.revision}`) ?? 0,
  }))
}

const inOrder = new Map(rules.map((r, i) => [r.code, i]))
const placeOf = (code: string) => inOrder.get(code) ?? rules.length

/** Each rule as it holds today, with the first day of a revision that is still to come. */
export const rulesOf = async (look: Look) => {
  const byCode = new Map<string, RuleRevision[]>()
  for (const r of await revisionsOf(look)) byCode.set(r.code, [...(byCode.get(r.code) ?? []), r])
  const rows = [...byCode.values()].map((revisions) => {
    const holding = revisions.find((r) => r.validFrom <= look.today) ?? revisions.at(-1)!
    const next = revisions.findLast((r) => r.revision > holding.revision)
    return { ...holding, upcoming: next?.validFrom ?? null }
  })
  return { rows: rows.sort((a, b) => placeOf(a.code) - placeOf(b.code)), mayEdit: holds(look.by, 'settings.calendar') }
}

/** All revisions of one rule, newest first. */
export const ruleHistory = async (look: Look, code: string) => {
  const revisions = await revisionsOf(look, code)
  if (revisions.length === 0) throw refuse('record.not-found')
  return { revisions }
}

type Revision = Pick<
  RuleRevision,
  'amount' | 'unit' | 'direction' | 'roll' | 'extension' | 'warn' | 'source' | 'mark' | 'note' | 'name' | 'begins' | 'because' | 'validFrom'
>

/** Adds a revision. Clocks that run keep the one they began with; two editors at once: the second hears that it changed. */
export const reviseRule = async (work: Work, code: string, after: number, given: Revision) => {
  const [last] = await revisionsOf(work, code)
  if (!last) throw refuse('record.not-found')
  if (last.revision !== after) throw refuse('record.changed')
  if (given.validFrom < last.validFrom)
    throw refuse('clocks.revision-not-newer', { fields: [{ path: 'validFrom', message: `上一版自 ${last.validFrom} 起` }] })
  const { name, begins, validFrom, warn, ...terms } = given
  const revision = after + 1
  await work.tx
    .insertInto('clocks.rule')
    .values({
      region: work.region,
      code,
      revision,
      valid_from: validFrom,
      ...terms,
      warn: [...warn],
      name: JSON.stringify({ zh: name.zh, en: name.en || name.zh }),
      begins: JSON.stringify({ zh: begins.zh, en: begins.en || begins.zh }),
      changed_at: work.at,
      changed_by: work.by.personId,
    })
    .execute()
  work.ledger.audit({ detail: { rule: code, revision, from: validFrom, because: given.because } })
  return { revision, running: (await revisionsOf(work, code)).reduce((sum, r) => sum + r.running, 0) }
}
