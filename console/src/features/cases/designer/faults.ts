import { faultsOf, type ServiceFault } from '@gongyou/contract/cases/faults-of.ts'
import type { Service } from '@gongyou/contract/cases/service.ts'
import { type Text, t } from '@gongyou/contract/kit/text.ts'

/** The pages of a design, in the order in which a new user goes through them. */
export const places = ['basics', 'form', 'flow', 'times', 'trial', 'publish'] as const
export type Place = (typeof places)[number]

const isBlank = (text: Text | undefined) => !text?.zh.trim()

/** What has no words yet. The shape of the server says the same, but not in an officer's words. */
const blanks = (s: Service): ServiceFault[] => [
  ...(isBlank(s.title) ? [{ path: 'title', says: t('请填写事项名称', 'Give the service a title') }] : []),
  ...(isBlank(s.summary) ? [{ path: 'summary', says: t('请用一句话说明给谁办、怎么办', 'Say in a sentence for whom it is and how it goes') }] : []),
  ...(s.summary.zh.includes('请写一句话说明')
    ? [{ path: 'summary', says: t('请把一句话说明换成您自己的话，职工会读到', 'Put the sentence in your own words; workers read it') }]
    : []),
  ...(s.begunBy.length === 0 ? [{ path: 'begunBy', says: t('请选择谁可以发起', 'Say who may begin') }] : []),
  ...(/^[A-Z]{2}$/.test(s.letters) ? [] : [{ path: 'letters', says: t('受理号开头是两个大写字母', 'Two capital letters begin the number') }]),
  ...Object.entries(s.form).flatMap(([name, f]) => [
    ...(isBlank(f.label) ? [{ path: `form.${name}`, says: t('这一项还没有名称', 'This field has no name') }] : []),
    ...((f.kind === 'choice' || f.kind === 'many') && (f.options.length === 0 || f.options.some((o) => isBlank(o.label)))
      ? [{ path: `form.${name}`, says: t('请填写选项，一行一个', 'Write the options, one a line') }]
      : []),
    ...(f.kind === 'table' && Object.keys(f.columns).length === 0
      ? [{ path: `form.${name}`, says: t('表格至少要有一列', 'A table needs a column') }]
      : []),
    ...(f.kind === 'table' && Object.values(f.columns).some((c) => isBlank(c.label))
      ? [{ path: `form.${name}`, says: t('表格有一列没有名称', 'A column has no name') }]
      : []),
    ...(f.kind === 'consent' && isBlank(f.text) ? [{ path: `form.${name}`, says: t('请写出要同意的内容', 'Write what is consented to') }] : []),
  ]),
  ...(['states', 'actions', 'roles', 'outcomes', 'clocks'] as const).flatMap((part) =>
    Object.entries<{ readonly name: Text }>(s[part] ?? {}).flatMap(([name, thing]) =>
      isBlank(thing.name) ? [{ path: `${part}.${name}`, says: t('还没有名称', 'It has no name yet') }] : [],
    ),
  ),
  ...(s.rules ?? []).flatMap((r, i) =>
    isBlank(r.says) ? [{ path: `rules.${i}`, says: t('请写明不符合时怎么说', 'Say what is told where it does not hold') }] : [],
  ),
]

const chinese = /[\u4e00-\u9fff]/
const unclear = t('这里还没有填好，请检查', 'This is not filled in properly yet')

/** Everything that keeps a design from being published: found here at once, and by the server at the last save. */
export const faultsNow = (s: Service, fromServer: readonly ServiceFault[]): ServiceFault[] => {
  const mine = blanks(s)
  const found = [...mine, ...faultsOf(s).filter((f) => !mine.some((m) => m.path === f.path))]
  const known = (f: ServiceFault) => found.some((m) => f.path === m.path || f.path.startsWith(`${m.path}.`))
  return [...found, ...fromServer.filter((f) => !known(f)).map((f) => (chinese.test(f.says.zh) ? f : { ...f, says: unclear }))]
}

export type Spot = { at: Place; part?: string; name?: string }

/** Where a fault is mended. */
export const spotOf = (path: string): Spot => {
  const [part = '', name] = path.split('.')
  if (part === 'form' || part === 'asksAtStart') return { at: 'form', part: 'form', ...(name ? { name } : {}) }
  if (['states', 'actions', 'roles', 'outcomes', 'begins'].includes(part)) return { at: 'flow', part, ...(name ? { name } : {}) }
  if (part === 'clocks' || part === 'counts') return { at: 'times', part, ...(name ? { name } : {}) }
  return { at: 'basics', part }
}

/** What a fault is about, by the name an officer gave it. */
export const subjectOf = (s: Service, path: string): Text | undefined => {
  const [part = '', name = ''] = path.split('.')
  if (part === 'form') return s.form[name]?.label
  if (part === 'states' || part === 'actions' || part === 'roles' || part === 'outcomes' || part === 'clocks') return s[part]?.[name]?.name
  return undefined
}
