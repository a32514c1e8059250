import type { Field } from '@gongyou/contract/forms/index.ts'
import { type Text, t } from '@gongyou/contract/kit/text.ts'
import type { Register } from '@gongyou/contract/registers/register.ts'
import type { ColumnKind } from '../../../kit/sheets/sheet-plan.ts'
import { titleKey } from '../../../kit/sheets/find-header.ts'

/** A column of the workbook of a register: a field of the form, or something about the entry (`@…`). */
export type SheetColumn = { code: string; title: Text; kind: ColumnKind; width: number; field?: Field; also?: readonly string[]; importable: boolean }

const importable: readonly Field['kind'][] = ['text', 'number', 'money', 'date', 'choice', 'many', 'organisation', 'employer', 'address']
const widths: Partial<Record<Field['kind'], number>> = { number: 10, money: 14, date: 12, choice: 14, table: 40, files: 24 }

const about = (code: string, title: Text, width: number, more: Partial<SheetColumn> = {}): SheetColumn => ({
  code,
  title,
  kind: 'text',
  width,
  importable: true,
  ...more,
})

const placeTitles = {
  organisation: t('所属工会', 'Union'),
  person: t('管理组织', 'Kept by'),
  employer: t('管理组织', 'Kept by'),
  none: t('管理组织', 'Kept by'),
}

/** The columns of a register's workbook, in and out, in their order. */
export const columnsOf = (register: Register): SheetColumn[] => {
  const { validity } = register
  return [
    about('@org', placeTitles[register.owner], 30, { also: ['所属组织', '组织名称', '工会名称', '单位工会'] }),
    ...(register.owner === 'person'
      ? [
          about('@person', t('人员姓名', 'Person'), 12, { importable: false }),
          about('@personNumber', t('人员证件号码', 'ID number of the person'), 22),
        ]
      : []),
    ...(register.owner === 'employer' ? [about('@employer', t('归属单位', 'Employer it belongs to'), 30)] : []),
    ...Object.entries(register.form).map(([name, field]) => ({
      code: name,
      title: field.label,
      kind: field.kind === 'number' || field.kind === 'money' ? ('number' as const) : field.kind === 'date' ? ('date' as const) : ('text' as const),
      width: widths[field.kind] ?? 24,
      field,
      importable: importable.includes(field.kind),
    })),
    about('@from', t('有效期起', 'Valid from'), 12, { kind: 'date', importable: !validity?.from }),
    about('@to', t('有效期止', 'Valid until'), 12, { kind: 'date', importable: !(validity && 'to' in validity) }),
    about('@state', t('状态', 'State'), 10, { importable: false }),
    about('@id', t('系统编号', 'Record id'), 38),
  ]
}

/** Column by title, either language and the usual other words; fields of the form come before what is about the entry. */
export const titlesOf = (columns: readonly SheetColumn[]) => {
  const known = new Map<string, SheetColumn>()
  const fieldsFirst = [...columns].sort((a, b) => Number(a.code.startsWith('@')) - Number(b.code.startsWith('@')))
  for (const c of fieldsFirst)
    for (const title of [c.title.zh, c.title.en, ...(c.also ?? [])]) if (title && !known.has(titleKey(title))) known.set(titleKey(title), c)
  return known
}
