import type { Column } from '@gongyou/contract/forms/index.ts'
import { kindNames } from '@gongyou/contract/forms/names.ts'
import { Button, Checkbox, Input, Select } from 'antd'
import { say } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'
import { freshName, patched, without } from './draft.ts'
import { named } from './edits.ts'
import { Prop, shown, written } from './fields.tsx'
import { OptionsField } from './OptionsField.tsx'

const kinds = ['text', 'number', 'money', 'date', 'choice'] as const
type Kind = (typeof kinds)[number]

const ofKind = (column: Column, kind: Kind): Column => {
  const common = {
    label: column.label,
    ...(column.optional ? { optional: true as const } : {}),
    ...(column.secrecy ? { secrecy: column.secrecy } : {}),
  }
  return kind === 'choice' ? { kind, ...common, options: [{ code: 'option1', label: named('选项一', 'Option one') }] } : { kind, ...common }
}

type Props = { columns: Readonly<Record<string, Column>>; onChange: (c: Record<string, Column>, typing?: string) => void }

/** The columns of a table: name, kind, whether a cell may be empty. */
export const ColumnsField = ({ columns, onChange }: Props) => {
  const put = (name: string, column: Column, typing?: string) => onChange({ ...columns, [name]: column }, typing)
  return (
    <Prop name={w('表格的列', 'Columns')}>
      {Object.entries(columns).map(([name, c]) => (
        <div key={name} className="column-line">
          <Input
            aria-label={w('列名', 'Name of the column')}
            value={shown(c.label)}
            maxLength={40}
            onChange={(e) => put(name, { ...c, label: written(c.label, e.target.value) }, name)}
          />
          <Select<Kind>
            aria-label={w('列的类型', 'Kind of the column')}
            value={c.kind}
            options={kinds.map((k) => ({ value: k, label: say(kindNames[k]) }))}
            onChange={(k) => put(name, ofKind(c, k))}
          />
          <Checkbox checked={!c.optional} onChange={(e) => put(name, patched(c, { optional: e.target.checked ? undefined : true }))}>
            {w('必填', 'Needed')}
          </Checkbox>
          <Button type="text" size="small" onClick={() => onChange(without(columns, name))}>
            {w('去掉', 'Remove')}
          </Button>
          {c.kind === 'choice' && (
            <div className="wide">
              <OptionsField options={c.options} onChange={(options) => put(name, { ...c, options }, `${name}-options`)} />
            </div>
          )}
        </div>
      ))}
      <div>
        <Button size="small" onClick={() => put(freshName(columns, 'column'), { kind: 'text', label: named('新的一列', 'New column') })}>
          {w('加一列', 'Add a column')}
        </Button>
      </div>
    </Prop>
  )
}
