import type { ServiceCard } from '@gongyou/contract/cases/shapes.ts'
import { type Service, startFields } from '@gongyou/contract/cases/service.ts'
import { type Answers, type Field, type Frame, burdenOf, holdsFor, isAnswered, namesIn } from '@gongyou/contract/forms/index.ts'
import { limitWords } from '@gongyou/contract/kit/clock/limit.ts'
import type { LimitUnit } from '@gongyou/contract/kit/clock/limit.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { ruleOn } from '../clocks/index.ts'
import { reachOf } from '../organisations/index.ts'
import type { Engine } from './engine.ts'
import { newestOf, offeredServices } from './services.ts'

/** By when the first answer is due, in words: the first clock that is declared. */
const limitOf = async (look: Look, service: Service) => {
  for (const clock of Object.values(service.clocks ?? {})) {
    if ('within' in clock) return limitWords({ ...clock.within, direction: 'after' })
    if ('rule' in clock && clock.rule !== undefined) {
      const rule = await ruleOn(look, clock.rule, look.today)
      if (rule) return limitWords({ amount: rule.amount, unit: rule.unit as LimitUnit, direction: rule.direction as 'after' | 'before' })
    }
  }
  return null
}

export const cardOf = async (look: Look, service: Service): Promise<ServiceCard> => {
  const asked = startFields(service).map((n) => service.form[n]!)
  return {
    code: service.code,
    revision: service.revision,
    title: service.title,
    summary: service.summary,
    begunBy: [...service.begunBy],
    papers: asked.filter((f) => f.kind === 'files' && !f.optional).map((f) => f.label),
    fields: asked.filter((f) => !f.from).length,
    limit: await limitOf(look, service),
    rules: (service.rules ?? []).filter((r) => r.weight === 'must').map((r) => r.says),
    states: Object.entries(service.states).map(([code, s]) => ({ code, name: s.name })),
  }
}

export const cardsOf = async (look: Look, begunBy: 'worker' | 'union' | 'office' | undefined) =>
  Promise.all(
    (await offeredServices(look)).filter(({ service }) => !begunBy || service.begunBy.includes(begunBy)).map(({ service }) => cardOf(look, service)),
  )

const rememberedOf = async (look: Look, personId: string) => {
  const rows = await look.db
    .selectFrom('cases.memory')
    .select(['asks', 'value'])
    .where('region', '=', look.region)
    .where('person_id', '=', personId)
    .execute()
  return new Map(rows.map((r) => [r.asks, r.value]))
}

export const draftOf = (look: Look, personId: string, service: string) =>
  look.db
    .selectFrom('cases.draft')
    .select(['answers', 'changed_at'])
    .where('region', '=', look.region)
    .where('person_id', '=', personId)
    .where('service', '=', service)
    .executeTakeFirst()

type Known = { known: Record<string, unknown>; from: Record<string, 'registry' | 'last' | 'draft'> }

/** What a field can be filled from: the draft, the registry, what was said last time. */
const fillFrom = (fields: readonly (readonly [string, Field])[], facts: Frame, last: Map<string, unknown>, draft: Answers): Known => {
  const filled: Known = { known: {}, from: {} }
  const fill = (name: string, value: unknown, from: Known['from'][string]) => {
    if (!isAnswered(value) || name in filled.known) return
    filled.known[name] = value
    filled.from[name] = from
  }
  for (const [name, field] of fields) {
    fill(name, draft[name], 'draft')
    if (field.from) fill(name, facts[field.from], 'registry')
    if (field.asks) fill(name, last.get(field.asks), 'last')
  }
  return filled
}

/** A service with its form and everything about the caller that need not be asked. */
export const formFor = async (look: Look, engine: Engine, code: string) => {
  const { service } = await newestOf(look, code)
  const { personId } = look.by
  const facts = personId ? await engine.personFrame(look, personId) : {}
  const draft = personId ? await draftOf(look, personId, code) : undefined
  const fields = Object.entries(service.form)
  const wanted = new Set(fields.flatMap(([, f]) => (f.when ? namesIn(f.when) : [])).concat((service.rules ?? []).flatMap((r) => namesIn(r.holds))))
  return {
    ...(await cardOf(look, service)),
    form: service.form,
    asksAtStart: [...startFields(service)],
    ...fillFrom(fields, facts, personId ? await rememberedOf(look, personId) : new Map<string, unknown>(), (draft?.answers ?? {}) as Answers),
    facts: Object.fromEntries(Object.entries(facts).filter(([n]) => wanted.has(n))),
    draftAt: draft?.changed_at.toISOString() ?? null,
  }
}

/** The same for an applicant at the window, by an officer who may see that person unmasked; nobody's draft is in it. */
export const prefillFor = async (work: Work, engine: Engine, code: string, applicantId: string) => {
  const { service } = await newestOf(work, code)
  const facts = await engine.personFrame(work, applicantId)
  const reach = await reachOf(work, 'people.unmask')
  const union = facts['person.union'] as { id: string } | undefined
  if (!isAnswered(facts['person.name']) || (reach !== 'all' && !(union && reach.includes(union.id)))) throw refuse('record.not-found')
  work.ledger.audit({ subject: applicantId, person: applicantId, purpose: 'handling', detail: { service: code } })
  const { known, from } = fillFrom(Object.entries(service.form), facts, await rememberedOf(work, applicantId), {})
  return { known, from: from as Record<string, 'registry' | 'last'> }
}

/** Weighs the rules against what is known and what is said; writes nothing. */
export const selfTest = async (look: Look, engine: Engine, code: string, answers: Answers) => {
  const { service } = await newestOf(look, code)
  const facts = look.by.personId ? await engine.personFrame(look, look.by.personId) : {}
  const frame = { ...facts, ...answers }
  const rules = (service.rules ?? []).map((r) => ({
    says: r.says,
    weight: r.weight,
    holds: holdsFor(r.holds, frame),
    known: namesIn(r.holds).every((n) => isAnswered(frame[n])),
    asks: namesIn(r.holds).filter((n) => Object.hasOwn(service.form, n)),
  }))
  const must = rules.filter((r) => r.weight === 'must')
  const verdict = must.some((r) => r.known && !r.holds)
    ? ('may-not' as const)
    : must.every((r) => r.holds)
      ? ('may' as const)
      : ('cannot-say' as const)
  // What is only looked at later decides nothing here, and is not asked.
  const asks = new Set(must.flatMap((r) => r.asks))
  return {
    rules: rules.map(({ asks: _, ...r }) => r),
    asks: Object.fromEntries(Object.entries(service.form).filter(([n]) => asks.has(n))),
    verdict,
  }
}

/** The burden meter over all services on offer. */
export const burdenOfAll = async (look: Look) => {
  const services = (await offeredServices(look)).map((s) => s.service)
  const title = new Map(services.map((s) => [s.code, s.title.zh]))
  const burden = burdenOf(Object.fromEntries(services.map((s) => [s.code, Object.fromEntries(startFields(s).map((n) => [n, s.form[n]!]))])))
  return { ...burden, repeats: burden.repeats.map((r) => ({ ...r, forms: r.forms.map((f) => ({ ...f, title: title.get(f.form) ?? f.form })) })) }
}
