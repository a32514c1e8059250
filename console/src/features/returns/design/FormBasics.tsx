import { organisationKinds } from '@gongyou/contract/codes/organisation-kinds.ts'
import { reportingKinds } from '@gongyou/contract/returns/faults.ts'
import { type Every, type ReturnForm, type ReturnLayout, returnRules } from '@gongyou/contract/returns/form.ts'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input, Select } from 'antd'
import { asking } from '../../../kit/api.ts'
import { language, say } from '../../../kit/language.ts'
import { Sheet } from '../../../kit/Sheet.tsx'
import { w } from '../../../kit/text.ts'
import { put } from './draft.ts'
import { Line } from './LineFields.tsx'

type Props = { form: ReturnForm; onForm: (next: ReturnForm) => void; faultAt: (path: string) => string | undefined; begun: boolean }

const usualRule = { month: 'return_monthly', quarter: 'return_quarterly', year: 'return_yearly' } as const
/** The rules as they stand now: how many days they give is theirs to say, and may be revised. */
const useRules = () => {
  const rules = useQuery({ ...asking('listRules', {}), staleTime: 60_000 })
  return returnRules.map((code) => {
    const rule = rules.data?.rows.find((r) => r.code === code)
    const days = rule?.unit === 'working_days' ? w(`期末后 ${rule.amount} 个工作日`, `${rule.amount} working days after the period`) : ''
    return { value: code, label: [rule ? say(rule.name) : code, days].filter(Boolean).join(w('：', ': ')) }
  })
}

/** What a form is, who hands it in, how often and by when. */
export const FormBasics = ({ form, onForm, faultAt, begun }: Props) => {
  const rules = useRules()
  return (
    <Sheet title={w('基本', 'Basics')}>
      <Line label={w('报表名称', 'Name')} fault={faultAt('title')}>
        <Input
          aria-label={w('报表名称', 'Name')}
          maxLength={60}
          value={form.title.zh}
          onChange={(e) => onForm({ ...form, title: { ...form.title, zh: e.target.value } })}
        />
      </Line>
      <Line label={w('英文名称（可不写）', 'Name in English (optional)')}>
        <Input
          aria-label={w('英文名称', 'Name in English')}
          maxLength={120}
          value={form.title.en}
          onChange={(e) => onForm({ ...form, title: { ...form.title, en: e.target.value } })}
        />
      </Line>
      <Line label={w('表号', 'Number of the form')} fault={faultAt('number')}>
        <Input
          aria-label={w('表号', 'Number of the form')}
          maxLength={40}
          placeholder={w('如 密工统05表', 'such as 05')}
          value={form.number}
          onChange={(e) => onForm({ ...form, number: e.target.value })}
        />
      </Line>
      <Line label={w('多久报一次', 'How often')} fault={faultAt('every')}>
        <Select<Every>
          aria-label={w('多久报一次', 'How often')}
          disabled={begun}
          value={form.every}
          options={[
            { value: 'month', label: w('每月', 'Every month') },
            { value: 'quarter', label: w('每季', 'Every quarter') },
            { value: 'year', label: w('每年', 'Every year') },
          ]}
          onChange={(every) => onForm({ ...form, every, rule: usualRule[every] })}
        />
      </Line>
      <Line label={w('时限', 'Time limit')} fault={faultAt('rule')}>
        <Select aria-label={w('时限', 'Time limit')} value={form.rule} options={rules} onChange={(rule) => onForm({ ...form, rule })} />
      </Line>
      <Line label={w('哪些单位报', 'Handed in by')} fault={faultAt('from')}>
        <Checkbox.Group
          className="design-kinds"
          value={[...form.from]}
          options={organisationKinds.filter((k) => reportingKinds.includes(k.code)).map((k) => ({ value: k.code, label: k[language()] }))}
          onChange={(from) => onForm({ ...form, from })}
        />
      </Line>
    </Sheet>
  )
}

/** The table of the level above, in which the period is exported. */
export const LayoutFields = ({ form, onForm, faultAt }: Omit<Props, 'begun'>) => {
  const { layout } = form
  const set = (next: { [K in keyof ReturnLayout]?: ReturnLayout[K] | '' }) => onForm({ ...form, layout: put(layout!, next) })
  const text = (name: 'unit' | 'note', label: string, placeholder: string, max: number) => (
    <Line label={label} fault={faultAt(`layout.${name}`)}>
      <Input
        aria-label={label}
        maxLength={max}
        placeholder={placeholder}
        value={layout?.[name] ?? ''}
        onChange={(e) => set({ [name]: e.target.value })}
      />
    </Line>
  )
  return (
    <Sheet title={w('上级表式', 'Table of the level above')}>
      <Checkbox
        checked={layout !== undefined}
        onChange={(e) => onForm(put(form, { layout: e.target.checked ? { title: form.title.zh, down: 'units' } : undefined }))}
      >
        {w('导出时另附一张上级要求的表', 'Export a table as the level above wants it')}
      </Checkbox>
      {layout && (
        <>
          <Line label={w('表的标题', 'Title of the table')} fault={faultAt('layout.title')}>
            <Input
              aria-label={w('表的标题', 'Title of the table')}
              maxLength={80}
              value={layout.title}
              onChange={(e) => onForm({ ...form, layout: { ...layout, title: e.target.value } })}
            />
          </Line>
          <Line label={w('怎么排', 'How it lies')}>
            <Select
              aria-label={w('怎么排', 'How it lies')}
              value={layout.down}
              options={[
                { value: 'units', label: w('一个单位一行，指标排成列', 'One row a unit, lines are columns') },
                { value: 'lines', label: w('一个指标一行，只报全区合计', 'One row a line, totals only') },
              ]}
              // Columns are no rows: places of the one say nothing in the other.
              onChange={(down) => onForm({ ...form, layout: { ...layout, down }, lines: form.lines.map((l) => put(l, { place: undefined })) })}
            />
          </Line>
          {text('unit', w('计量单位', 'Unit of the table'), w('如 人、户', 'such as persons'), 40)}
          {text('note', w('表下附注', 'Note beneath'), '', 400)}
          <p className="quiet small">
            {w('每行在上级表里的位置在左边“修改”里写；不写的依次排。', 'Where a line stands is said with the line; without it they follow in order.')}
          </p>
        </>
      )}
    </Sheet>
  )
}
