import { type Field, namesIn } from '../forms/index.ts'
import { type Text, t } from '../kit/text.ts'
import { closedFields } from '../forms/secrecy.ts'
import type { Register } from './register.ts'

/** What is wrong with a declaration, and where: `form.level`, `validity.to`. */
export type RegisterFault = { path: string; says: Text }

/** Limits of a sane register (setting). */
export const most = { fields: 100, columns: 12, months: 600 } as const

const notForKeys: readonly Field['kind'][] = ['table', 'files', 'signature', 'consent', 'many', 'address']

const spelt = (r: Register): RegisterFault[] => [
  ...(/^[a-z][a-z0-9-]{1,59}$/.test(r.code)
    ? []
    : [{ path: 'code', says: t('编码只能用小写字母、数字和连字符', 'Lower-case letters, digits, hyphens') }]),
  ...Object.keys(r.form)
    .filter((name) => !/^[a-z][A-Za-z0-9]{0,39}$/.test(name) || name === 'owner')
    .map((name) => ({
      path: `form.${name}`,
      says: t('字段名只能用英文字母和数字，以小写字母开头，且不能叫 owner', 'Letters and digits only, and not “owner”'),
    })),
  ...(Object.keys(r.form).length > most.fields ? [{ path: 'form', says: t(`最多 ${most.fields} 项`, `At most ${most.fields} fields`) }] : []),
  ...(Object.keys(r.form).length === 0 ? [{ path: 'form', says: t('至少要有一项内容', 'There must be a field') }] : []),
]

/** Workbooks find their columns by these words. */
const labelled = (r: Register): RegisterFault[] => {
  const seen = new Set<string>()
  return Object.entries(r.form).flatMap(([name, f]) => {
    const twice = seen.has(f.label.zh)
    seen.add(f.label.zh)
    return twice ? [{ path: `form.${name}.label`, says: t(`有两项都叫“${f.label.zh}”`, `Two fields are called “${f.label.zh}”`) }] : []
  })
}

const named = (r: Register): RegisterFault[] => {
  const missing = (path: string, names: readonly (string | undefined)[], also: readonly string[] = []) =>
    names
      .filter((n): n is string => n !== undefined && !Object.hasOwn(r.form, n) && !also.includes(n))
      .map((n) => ({ path, says: t(`没有“${n}”这一项`, `There is no field “${n}”`) }))
  const { validity } = r
  return [
    ...missing('named', [r.named], ['owner']),
    ...missing('key', r.key ?? [], ['owner']),
    ...missing('columns', r.columns),
    ...missing('validity.from', [validity?.from]),
    ...missing('validity.to', [validity && 'to' in validity ? validity.to : undefined]),
    ...Object.entries(r.form).flatMap(([name, f]) => (f.when ? missing(`form.${name}.when`, namesIn(f.when)) : [])),
  ]
}

const sense = (r: Register): RegisterFault[] => {
  const shut = new Set(closedFields(r.form))
  const { validity } = r
  const fault = (path: string, zh: string, en: string) => [{ path, says: t(zh, en) }]
  const field = (name: string | undefined) => (name === undefined ? undefined : r.form[name])
  const name = field(r.named)
  const dates = [
    ['validity.from', validity?.from],
    ['validity.to', validity && 'to' in validity ? validity.to : undefined],
  ] as const
  return [
    ...(name && name.kind !== 'text' && name.kind !== 'organisation' && name.kind !== 'employer' && name.kind !== 'person'
      ? fault('named', '名称应是文字、人员、组织或单位一项', 'The name is a text, a person, an organisation or an employer')
      : []),
    ...(name && (name.optional || name.when)
      ? fault('named', '作为名称的一项必须填写', 'The field that names an entry must always be answered')
      : []),
    ...(r.named !== 'owner' && shut.has(r.named) ? fault('named', '敏感内容不能作为名称', 'A sealed field cannot be the name') : []),
    ...((r.named === 'owner' || r.key?.includes('owner')) && r.owner === 'none'
      ? fault('owner', '没有归属对象，不能用归属对象作名称或唯一项', 'Without an owner it cannot be named or told apart by one')
      : []),
    ...(r.key ?? []).flatMap((k) => {
      const f = field(k)
      return f && (notForKeys.includes(f.kind) || f.when)
        ? fault('key', `“${f.label.zh}”不能作唯一项`, `“${f.label.en}” cannot be part of the key`)
        : []
    }),
    ...r.columns.flatMap((c) =>
      shut.has(c) ? fault('columns', `“${r.form[c]!.label.zh}”是敏感内容，不能列在名单里`, 'A sealed field cannot be a column') : [],
    ),
    ...(r.columns.length > most.columns ? fault('columns', `名单最多列 ${most.columns} 项`, `At most ${most.columns} columns`) : []),
    ...dates.flatMap(([path, d]) => {
      const f = field(d)
      return f && f.kind !== 'date' ? fault(path, '有效期要用日期一项', 'Validity needs a date field') : []
    }),
    ...(validity && 'months' in validity && !(validity.months >= 1 && validity.months <= most.months)
      ? fault('validity.months', `月数应在 1 至 ${most.months} 之间`, `Between 1 and ${most.months} months`)
      : []),
  ]
}

/** Everything that is wrong with a declaration; empty means that it may be published. Pure, also used by the editor. */
export const registerFaults = (r: Register): RegisterFault[] => {
  const before = [...spelt(r), ...labelled(r), ...named(r)]
  return before.length > 0 ? before : sense(r)
}

/** What a next revision may not change, for entries written under the one before still stand in the same list. */
export const revisionFaults = (before: Register, after: Register): RegisterFault[] => {
  const [shutBefore, shutAfter] = [new Set(closedFields(before.form)), new Set(closedFields(after.form))]
  const fixed = t('已有条目，这里不能再改；请另建名册或新加一项', 'Entries stand already: this cannot change; make a new register or a new field')
  return [
    ...(before.owner !== after.owner ? [{ path: 'owner', says: fixed }] : []),
    ...(JSON.stringify(before.key ?? []) !== JSON.stringify(after.key ?? []) ? [{ path: 'key', says: fixed }] : []),
    ...(before.named !== after.named ? [{ path: 'named', says: fixed }] : []),
    ...Object.keys(after.form).flatMap((name) => {
      const [a, b] = [before.form[name], after.form[name]]
      return a && b && (a.kind !== b.kind || shutBefore.has(name) !== shutAfter.has(name)) ? [{ path: `form.${name}`, says: fixed }] : []
    }),
  ]
}
