import type { Field } from '@gongyou/contract/forms/index.ts'
import { Button, Checkbox, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import { isOpaque, kindOf, kinds, optionsFrom, withKind } from './draft.ts'

export type Marks = { column: boolean; key: boolean }
type Props = {
  field: Field
  /** What a field is used for in a register; absent where a form stands for itself. */
  marks?: Marks
  onField: (field: Field) => void
  onMarks?: (marks: Marks) => void
  onMove: (by: -1 | 1) => void
  onDrop: () => void
  fault: string | undefined
}

const without = <K extends string>(field: Field, key: K): Field =>
  Object.fromEntries(Object.entries(field).filter(([k]) => k !== key)) as unknown as Field

const Options = ({ field, onField }: { field: Extract<Field, { kind: 'choice' | 'many' }>; onField: (field: Field) => void }) => {
  const [line, setLine] = useState(field.options.map((o) => o.label.zh).join('、'))
  return (
    <Input
      aria-label={w('选项', 'Options')}
      value={line}
      placeholder={w('选项用顿号隔开', 'Options, separated by commas')}
      onChange={(e) => setLine(e.target.value)}
      onBlur={() => onField({ ...field, options: optionsFrom(line, field.options) })}
    />
  )
}

const Detail = ({ field, onField }: { field: Field; onField: (field: Field) => void }) => {
  if (field.kind === 'choice' || field.kind === 'many') return <Options key={field.kind} field={field} onField={onField} />
  if (field.kind === 'number')
    return (
      <Input
        aria-label={w('单位', 'Unit')}
        placeholder={w('单位，如 人、平方米', 'Unit')}
        value={field.unit?.zh ?? ''}
        onChange={(e) => onField(e.target.value ? { ...field, unit: { zh: e.target.value, en: e.target.value } } : without(field, 'unit'))}
      />
    )
  if (field.kind === 'text' && !field.form)
    return (
      <InputNumber
        aria-label={w('最多字数', 'Most characters')}
        style={{ width: '100%' }}
        min={1}
        max={20_000}
        value={field.max ?? null}
        suffix={w('字以内', 'characters')}
        onChange={(v) => onField(v === null ? without(field, 'max') : { ...field, max: v })}
      />
    )
  return <span />
}

/** One field of a register: what it is called, what it takes, and what it is used for. */
export const FieldRow = ({ field, marks, onField, onMarks, onMove, onDrop, fault }: Props) => (
  <div className="register-field-row">
    <div>
      <Input
        aria-label={w('名称', 'Label')}
        placeholder={w('这一项叫什么', 'What it is called')}
        value={field.label.zh}
        status={fault ? 'error' : ''}
        onChange={(e) => onField({ ...field, label: { zh: e.target.value, en: field.label.en } })}
      />
      {fault && (
        <div className="fault" role="alert">
          {fault}
        </div>
      )}
    </div>
    {isOpaque(field) ? (
      <span className="quiet" style={{ alignSelf: 'center' }}>
        {field.kind === 'table' ? w('表格', 'Table') : field.kind === 'consent' ? w('本人声明', 'Declaration') : field.kind}
      </span>
    ) : (
      <Select aria-label={w('类型', 'Kind')} value={kindOf(field)} options={kinds()} onChange={(k) => onField(withKind(field, k))} />
    )}
    {isOpaque(field) ? (
      <span className="quiet small">{field.kind === 'consent' ? say(field.text) : w('这一类只能在程序里修改，会原样保留', 'Kept as it is')}</span>
    ) : (
      <Detail field={field} onField={onField} />
    )}
    <div style={{ whiteSpace: 'nowrap' }}>
      <Button type="text" size="small" aria-label={w('上移', 'Up')} onClick={() => onMove(-1)}>
        ↑
      </Button>
      <Button type="text" size="small" aria-label={w('下移', 'Down')} onClick={() => onMove(1)}>
        ↓
      </Button>
      <Button type="text" size="small" onClick={onDrop}>
        {w('删除', 'Remove')}
      </Button>
    </div>
    <div className="marks">
      <Checkbox checked={!field.optional} onChange={(e) => onField(e.target.checked ? without(field, 'optional') : { ...field, optional: true })}>
        {w('必填', 'Needed')}
      </Checkbox>
      {marks && (
        <>
          <Checkbox checked={marks.column} onChange={(e) => onMarks?.({ ...marks, column: e.target.checked })}>
            {w('列在名单里', 'Column of the list')}
          </Checkbox>
          <Checkbox checked={marks.key} onChange={(e) => onMarks?.({ ...marks, key: e.target.checked })}>
            {w('不能重复', 'Unique')}
          </Checkbox>
        </>
      )}
      <Select
        aria-label={w('敏感级别', 'Secrecy')}
        size="small"
        variant="borderless"
        popupMatchSelectWidth={false}
        value={field.secrecy ?? 'P1'}
        options={[
          { value: 'P1', label: w('一般内容', 'Ordinary') },
          { value: 'P2', label: w('名单里掩码', 'Masked in lists') },
          { value: 'P3', label: w('加密保存', 'Kept sealed') },
        ]}
        onChange={(v) => onField(v === 'P1' ? without(field, 'secrecy') : { ...field, secrecy: v })}
      />
    </div>
  </div>
)
