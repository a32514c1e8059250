import { type Condition, namesIn, sourceNames } from '../forms/index.ts'
import { type Text, t } from '../kit/text.ts'
import { postCodes } from '../organisations/posts.ts'
import { type Service, actionsFrom, fromOf, startFields } from './service.ts'

/** What is wrong with a declaration, and where: `states.review`, `clocks.answer`. */
export type ServiceFault = { path: string; says: Text }

/** Limits of a sane service (setting). */
export const most = { fields: 200, states: 40, actions: 120, roles: 20, clocks: 20 } as const

const sizes = (s: Service): ServiceFault[] =>
  (
    [
      ['form', s.form, most.fields],
      ['states', s.states, most.states],
      ['actions', s.actions, most.actions],
      ['roles', s.roles, most.roles],
      ['clocks', s.clocks ?? {}, most.clocks],
    ] as const
  ).flatMap(([path, part, limit]) => {
    const count = Object.keys(part).length
    return count > limit ? [{ path, says: t(`最多 ${limit} 项，现有 ${count} 项`, `At most ${limit}, not ${count}`) }] : []
  })

const spelt = (s: Service): ServiceFault[] => {
  const wrong = (path: string, names: Iterable<string>, pattern: RegExp) =>
    [...names]
      .filter((n) => !pattern.test(n))
      .map((n) => ({ path: `${path}.${n}`, says: t('名称只能用英文字母和数字，以小写字母开头', 'Only letters and digits') }))
  return [
    ...wrong('code', [s.code], /^[a-z][a-z0-9-]{1,59}$/),
    ...wrong('letters', [s.letters], /^[A-Z]{2}$/),
    ...wrong('form', Object.keys(s.form), /^[a-z][A-Za-z0-9]{0,39}$/),
    ...['states', 'actions', 'roles', 'outcomes', 'clocks'].flatMap((part) =>
      wrong(part, Object.keys(s[part as 'states'] ?? {}), /^[a-z][A-Za-z0-9_-]{0,39}$/),
    ),
  ]
}

/** Every name that is used must have been declared. */
const named = (s: Service): ServiceFault[] => {
  const missing = (path: string, known: object | readonly string[], names: readonly string[]) =>
    names
      .filter((n) => !(Array.isArray(known) ? known.includes(n) : Object.hasOwn(known, n)))
      .map((n) => ({ path, says: t(`没有“${n}”这一项`, `There is no “${n}”`) }))
  const conditions = (path: string, c: Condition | undefined, more: readonly string[] = sourceNames) =>
    c ? missing(path, [...Object.keys(s.form), ...more], namesIn(c)) : []
  return [
    ...missing('begins', s.states, [s.begins]),
    ...missing('asksAtStart', s.form, s.asksAtStart ?? []),
    ...Object.entries(s.form).flatMap(([name, f]) => conditions(`form.${name}.when`, f.when, [])),
    ...Object.entries(s.actions).flatMap(([name, a]) => [
      ...missing(`actions.${name}.from`, s.states, fromOf(a)),
      ...missing(`actions.${name}.to`, s.states, [a.to]),
      ...missing(`actions.${name}.by`, [...Object.keys(s.roles), 'applicant'], [a.by]),
      ...missing(`actions.${name}.asks`, s.form, a.asks ?? []),
      ...missing(`actions.${name}.keeps`, s.form, a.keeps ? [...Object.values(a.keeps.fields), ...(a.keeps.owner ? [a.keeps.owner] : [])] : []),
      ...missing(`actions.${name}.outcome`, s.outcomes, a.outcome ? [a.outcome] : []),
      ...conditions(`actions.${name}.when`, a.when),
    ]),
    ...Object.entries(s.clocks ?? {}).flatMap(([name, c]) => [
      ...missing(`clocks.${name}.in`, s.states, c.in),
      ...missing(`clocks.${name}.owner`, s.roles, [c.owner]),
      ...missing(`clocks.${name}.head`, s.roles, c.head ? [c.head] : []),
      ...missing(`clocks.${name}.from`, s.form, c.from ? [c.from] : []),
      ...conditions(`clocks.${name}.when`, c.when, []),
      ...missing(`clocks.${name}.printed`, s.form, 'printed' in c ? [c.printed] : []),
      ...missing(`clocks.${name}.printedTime`, s.form, 'printed' in c && c.printedTime ? [c.printedTime] : []),
    ]),
    ...Object.entries(s.roles).flatMap(([name, r]) => missing(`roles.${name}.posts`, postCodes, r.posts)),
    ...(s.rules ?? []).flatMap((r, i) => conditions(`rules.${i}.holds`, r.holds)),
    ...missing('counts.split', s.form, s.counts?.split ? [s.counts.split] : []),
    ...missing('counts.amount', s.form, s.counts?.amount ? [s.counts.amount] : []),
  ]
}

const reach = (from: readonly string[], next: (state: string) => readonly string[]) => {
  const seen = new Set(from)
  for (const state of seen) for (const n of next(state)) seen.add(n)
  return seen
}

/** Every state can be reached, and from every state an end can be reached: circles are allowed, traps are not. */
const flow = (s: Service): ServiceFault[] => {
  const states = Object.keys(s.states)
  const finals = states.filter((x) => s.states[x]!.final)
  const forward = reach([s.begins], (x) => actionsFrom(s, x).map(([, a]) => a.to))
  const backward = reach(finals, (x) =>
    Object.values(s.actions)
      .filter((a) => a.to === x)
      .flatMap(fromOf),
  )
  return [
    ...(finals.length === 0 ? [{ path: 'states', says: t('至少要有一个办结状态', 'There must be a final state') }] : []),
    ...states.flatMap((x) => [
      ...(forward.has(x) ? [] : [{ path: `states.${x}`, says: t('没有任何步骤能到达这个状态', 'No step leads here') }]),
      ...(s.states[x]!.final && actionsFrom(s, x).length > 0
        ? [{ path: `states.${x}`, says: t('办结状态不能再有后续步骤', 'A final state has no way out') }]
        : []),
      ...(!s.states[x]!.final && !backward.has(x)
        ? [{ path: `states.${x}`, says: t('从这个状态走不到办结', 'No end can be reached from here') }]
        : []),
    ]),
  ]
}

/** Ends say how they ended; roles have posts; clocks run somewhere; what is needed is asked somewhere. */
const sense = (s: Service): ServiceFault[] => {
  const asked = new Set([...startFields(s), ...Object.values(s.actions).flatMap((a) => a.asks ?? [])])
  return [
    ...Object.entries(s.actions).flatMap(([name, a]) =>
      s.states[a.to]?.final && !a.outcome
        ? [{ path: `actions.${name}.outcome`, says: t('走到办结的步骤要写明结果', 'A step that ends the case names the outcome') }]
        : [],
    ),
    ...Object.entries(s.roles).flatMap(([name, r]) =>
      r.posts.length === 0 ? [{ path: `roles.${name}.posts`, says: t('请至少选一个岗位', 'Choose at least one post') }] : [],
    ),
    ...Object.entries(s.clocks ?? {}).flatMap(([name, c]) => [
      ...(c.in.length === 0 ? [{ path: `clocks.${name}.in`, says: t('请写明在哪些状态计时', 'Say in which states it runs') }] : []),
      ...(c.in.some((x) => s.states[x]?.final) ? [{ path: `clocks.${name}.in`, says: t('办结后不再计时', 'No clock runs after the end') }] : []),
    ]),
    ...Object.keys(s.form)
      .filter((name) => !asked.has(name))
      .map((name) => ({ path: `form.${name}`, says: t('这一项在哪一步都没有被问到', 'No step asks for this field') })),
  ]
}

/** Everything that is wrong with a declaration; empty means that it may be published. Pure, also used by the designer. */
export const faultsOf = (s: Service): ServiceFault[] => {
  const before = [...sizes(s), ...spelt(s), ...named(s)]
  return before.length > 0 ? before : [...flow(s), ...sense(s)]
}
