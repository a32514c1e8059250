import { type Action, type CaseClock, type Keep, type Service, type State, fromOf, startFields } from '@gongyou/contract/cases/service.ts'
import type { Condition, Field, FieldKind } from '@gongyou/contract/forms/index.ts'
import { namesIn } from '@gongyou/contract/forms/index.ts'
import { kindNames } from '@gongyou/contract/forms/names.ts'
import type { Text } from '@gongyou/contract/kit/text.ts'
import { freshName, inOrder, patched, put, without } from './draft.ts'

export const named = (zh: string, en = zh): Text => ({ zh, en })

const freshOptions = () => [
  { code: 'option1', label: named('选项一', 'Option one') },
  { code: 'option2', label: named('选项二', 'Option two') },
]

/** A field as it looks when it has just been added. */
const freshField = (kind: FieldKind): Field => {
  const label = kindNames[kind]
  switch (kind) {
    case 'choice':
    case 'many':
      return { kind, label, options: freshOptions() }
    case 'table':
      return { kind, label, columns: { column1: { kind: 'text', label: named('名称', 'Name') } } }
    case 'files':
      return { kind, label, accept: 'any' }
    case 'consent':
      return { kind, label, text: named('本人承诺以上内容属实。', 'What I have written is true.'), revision: '1' }
    // Every district keeps lecturers; the officer chooses another register beside it.
    case 'entry':
      return { kind, label, register: 'lecturers' }
    case 'text':
      return { kind, label, max: 100 }
    default:
      return { kind, label }
  }
}

/** Adds a field to the application itself. */
export const addField = (s: Service, kind: FieldKind): { service: Service; name: string } => {
  const name = freshName(s.form, 'field')
  const service = put(s, 'form', name, freshField(kind))
  return { name, service: s.asksAtStart ? { ...service, asksAtStart: [...s.asksAtStart, name] } : service }
}

/** Fields of the application: named one by one only where some are asked later. */
export const withStart = (s: Service, names: readonly string[]): Service => {
  const all = Object.keys(s.form)
  const start = all.filter((n) => names.includes(n))
  return patched(s, { asksAtStart: start.length === all.length ? undefined : start })
}

export const askedAt = (s: Service, field: string): { start: boolean; steps: readonly string[] } => ({
  start: startFields(s).includes(field),
  steps: Object.entries(s.actions).flatMap(([name, a]) => (a.asks?.includes(field) ? [name] : [])),
})

/** Says when a field is filled in: with the application, or with one or several steps. */
export const askAt = (s: Service, field: string, start: boolean, steps: readonly string[]): Service => {
  const others = startFields(s).filter((n) => n !== field)
  const actions = Object.fromEntries(
    Object.entries(s.actions).map(([name, a]) => {
      const asks = [...(a.asks ?? []).filter((n) => n !== field), ...(steps.includes(name) ? [field] : [])]
      return [name, patched(a, { asks: asks.length > 0 ? inFormOrder(s, asks) : undefined })]
    }),
  )
  return withStart({ ...s, actions }, start ? [...others, field] : others)
}

const inFormOrder = (s: Service, names: readonly string[]) => Object.keys(s.form).filter((n) => names.includes(n))

/** What a step asks for; a field that moves into a step is no longer asked with the application. */
export const asksOf = (s: Service, action: string, fields: readonly string[]): Service => {
  const before = s.actions[action]!
  const fresh = fields.filter((f) => !before.asks?.includes(f))
  const asks = inFormOrder(s, fields)
  return withStart(
    put(s, 'actions', action, patched(before, { asks: asks.length > 0 ? asks : undefined })),
    startFields(s).filter((n) => !fresh.includes(n)),
  )
}

const speaksOf = (c: Condition | undefined, field: string) => c !== undefined && namesIn(c).includes(field)

/** What a step writes into a register, without a field that is no more. */
const keepWithout = (keep: Keep | undefined, field: string): Keep | undefined =>
  keep &&
  patched(keep, {
    fields: Object.fromEntries(Object.entries(keep.fields).filter(([, from]) => from !== field)),
    ...(keep.owner === field ? { owner: undefined } : {}),
  })

/** Takes a field away, and with it what spoke of it. */
export const dropField = (s: Service, name: string): Service => {
  const form = Object.fromEntries(
    Object.entries(without(s.form, name)).map(([n, f]) => [n, speaksOf(f.when, name) ? patched(f, { when: undefined }) : f]),
  )
  const actions = Object.fromEntries(
    Object.entries(s.actions).map(([n, a]) => {
      const asks = a.asks?.filter((x) => x !== name)
      const speaks = speaksOf(a.when, name)
      return [
        n,
        patched(a, { asks: asks && asks.length > 0 ? asks : undefined, keeps: keepWithout(a.keeps, name), ...(speaks ? { when: undefined } : {}) }),
      ]
    }),
  )
  const clocks = Object.fromEntries(Object.entries(s.clocks ?? {}).map(([n, c]) => [n, withoutField(c, name)]))
  const counts =
    s.counts &&
    patched(s.counts, { ...(s.counts.split === name ? { split: undefined } : {}), ...(s.counts.amount === name ? { amount: undefined } : {}) })
  const rules = s.rules?.filter((r) => !speaksOf(r.holds, name))
  return patched(
    { ...s, form, actions },
    {
      asksAtStart: s.asksAtStart?.filter((n) => n !== name),
      rules: rules && rules.length > 0 ? rules : undefined,
      counts: counts && Object.keys(counts).length > 0 ? counts : undefined,
      clocks: s.clocks ? clocks : undefined,
    },
  )
}

const withoutField = (c: CaseClock, field: string): CaseClock => {
  const clock = c.from === field ? patched(c, { from: undefined }) : c
  if (!('printed' in clock)) return clock
  if (clock.printedTime === field) return patched<CaseClock>(clock, { printedTime: undefined })
  if (clock.printed !== field) return clock
  const { printed: _, printedTime: __, ...rest } = clock
  return { ...rest, within: { amount: 5, unit: 'working_days' } }
}

export const orderFields = (s: Service, names: readonly string[]): Service => {
  const service = { ...s, form: inOrder(s.form, names) }
  return s.asksAtStart ? withStart(service, s.asksAtStart) : service
}

/** A new state; the first one is where a case begins. */
export const addState = (s: Service, final: boolean): { service: Service; name: string } => {
  const name = freshName(s.states, 'state')
  const state: State = final ? { name: named('已办结', 'Done'), final: true } : { name: named('新状态', 'New state') }
  const service = put(s, 'states', name, state)
  return { name, service: s.begins in s.states ? service : { ...service, begins: name } }
}

/** Takes a state away with the steps that only lead from or to it. */
export const dropState = (s: Service, name: string): Service => {
  const actions = Object.fromEntries(
    Object.entries(s.actions).flatMap(([n, a]) => {
      const from = fromOf(a).filter((x) => x !== name)
      return a.to === name || from.length === 0 ? [] : [[n, { ...a, from: from.length === 1 ? from[0]! : from }] as const]
    }),
  )
  const clocks = s.clocks && Object.fromEntries(Object.entries(s.clocks).map(([n, c]) => [n, { ...c, in: c.in.filter((x) => x !== name) }]))
  const states = without(s.states, name)
  return patched({ ...s, states, actions, begins: s.begins === name ? (Object.keys(states)[0] ?? '') : s.begins }, { clocks })
}

/** The role asked for first, made where there is none: an officer who adds a step need not have thought of roles before. */
const firstRole = (s: Service): { service: Service; role: string } => {
  const known = Object.keys(s.roles)[0]
  if (known) return { service: s, role: known }
  const role = freshName(s.roles, 'role')
  return {
    role,
    service: put(s, 'roles', role, {
      name: named('服务站', 'Station'),
      posts: ['station_head', 'deputy_station_head', 'union_social_worker'],
      at: 'station',
    }),
  }
}

/** A step from one state to another; where it ends the case it needs an outcome. */
export const addStep = (s: Service, from: string, to: string): { service: Service; name: string } => {
  const { service, role } = firstRole(s)
  const name = freshName(s.actions, 'step')
  const action: Action = { name: named('新步骤', 'New step'), from, to, by: role }
  return { name, service: leadTo(put(service, 'actions', name, action), name, to) }
}

/** A step onwards from a state: to the state after it, or to an end made for it where there is none. */
export const addOnward = (s: Service, from: string): { service: Service; name: string } => {
  const states = Object.keys(s.states)
  const to = states[states.indexOf(from) + 1] ?? states.find((n) => n !== from)
  if (to) return addStep(s, from, to)
  const ended = addState(s, true)
  return addStep(ended.service, from, ended.name)
}

/** Lets a step lead to a state: the end of a case has an outcome, everything before it has none. */
export const leadTo = (s: Service, name: string, to: string): Service => {
  const action = s.actions[name]!
  const final = s.states[to]?.final
  if (!final) return put(s, 'actions', name, patched({ ...action, to }, { outcome: undefined }))
  const known = action.outcome ?? Object.keys(s.outcomes)[0]
  if (known) return put(s, 'actions', name, { ...action, to, outcome: known })
  const outcome = freshName(s.outcomes, 'outcome')
  return put(put(s, 'outcomes', outcome, { name: named('已办结', 'Done'), good: true }), 'actions', name, { ...action, to, outcome })
}

export const rolesUsed = (s: Service, role: string): boolean =>
  Object.values(s.actions).some((a) => a.by === role) || Object.values(s.clocks ?? {}).some((c) => c.owner === role || c.head === role)
export const outcomeUsed = (s: Service, outcome: string): boolean => Object.values(s.actions).some((a) => a.outcome === outcome)

export const addClock = (s: Service): { service: Service; name: string } => {
  const { service, role } = firstRole(s)
  const name = freshName(s.clocks ?? {}, 'clock')
  const open = Object.entries(s.states).flatMap(([n, x]) => (x.final ? [] : [n]))
  const clock: CaseClock = { name: named('办理时限', 'Time limit'), in: open.slice(0, 1), within: { amount: 5, unit: 'working_days' }, owner: role }
  return { name, service: put(service, 'clocks', name, clock) }
}
