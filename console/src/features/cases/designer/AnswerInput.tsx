import type { Column, Field, SimpleKind } from '@gongyou/contract/forms/index.ts'
import { Button, Checkbox, Input, InputNumber, Radio, Select, Upload } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, asking } from '../../../kit/api.ts'
import { w } from '../../../kit/text.ts'
import { shown } from './fields.tsx'

type Props<F> = { field: F; value: unknown; onChange: (v: unknown) => void }
type Bag = Readonly<Record<string, unknown>>
const bagOf = (v: unknown): Bag => (typeof v === 'object' && v !== null && !Array.isArray(v) ? { ...v } : {})
const textOf = (v: unknown) => (typeof v === 'string' ? v : '')
const numberOf = (v: unknown) => (typeof v === 'number' ? v : null)
const listOf = (v: unknown): readonly unknown[] => (Array.isArray(v) ? v : [])
const codesOf = (v: unknown) => listOf(v).filter((x) => typeof x === 'string')
const kept = (v: string) => (v === '' ? undefined : v)

const Simple = ({ field, value, onChange, label }: Props<SimpleKind> & { label: string }) => {
  const common = { 'aria-label': label }
  switch (field.kind) {
    case 'text':
      return (field.lines ?? 1) > 1 ? (
        <Input.TextArea {...common} rows={field.lines ?? 3} value={textOf(value)} onChange={(e) => onChange(kept(e.target.value))} />
      ) : (
        <Input {...common} value={textOf(value)} onChange={(e) => onChange(kept(e.target.value))} />
      )
    case 'number':
      return (
        <InputNumber
          {...common}
          style={{ width: '100%' }}
          value={numberOf(value)}
          {...(field.unit ? { suffix: shown(field.unit) } : {})}
          onChange={(v) => onChange(v ?? undefined)}
        />
      )
    case 'money': {
      const cents = numberOf(value)
      return (
        <InputNumber
          {...common}
          style={{ width: '100%' }}
          precision={2}
          suffix={w('元', 'yuan')}
          value={cents === null ? null : cents / 100}
          onChange={(v) => onChange(v === null ? undefined : Math.round(v * 100))}
        />
      )
    }
    case 'date':
      return <Input {...common} type="date" value={textOf(value)} onChange={(e) => onChange(kept(e.target.value))} />
    case 'choice': {
      const options = field.options.map((o) => ({ value: o.code, label: shown(o.label) }))
      return options.length <= 5 ? (
        <Radio.Group {...common} value={textOf(value)} options={options} onChange={(e) => onChange(e.target.value)} />
      ) : (
        <Select {...common} value={kept(textOf(value)) ?? null} options={options} onChange={onChange} />
      )
    }
  }
}

const Registered = ({ field, value, onChange }: Props<Field>) => {
  const [q, setQ] = useState('')
  const members = useQuery({ ...asking('listMembers', { query: { q, limit: 8 } }), enabled: field.kind === 'person' && q.length > 0 })
  const tree = useQuery({ ...asking('listTree', {}), staleTime: 60_000, enabled: field.kind === 'organisation' })
  const kinds = field.kind === 'organisation' ? field.kinds : undefined
  const found =
    field.kind === 'person'
      ? (members.data?.rows ?? []).map((m) => ({ id: m.person.id, name: m.person.name }))
      : (tree.data?.nodes ?? []).filter((n) => !kinds || kinds.includes(n.kind)).map((n) => ({ id: n.id, name: n.name }))
  const now = bagOf(value)
  return (
    <Select<string>
      aria-label={shown(field.label)}
      showSearch={field.kind === 'person' ? { onSearch: setQ, filterOption: false } : { optionFilterProp: 'label' }}
      placeholder={field.kind === 'person' ? w('输入姓名', 'Type a name') : w('选择组织', 'Choose')}
      value={typeof now.name === 'string' ? now.name : null}
      options={found.map((x) => ({ value: x.id, label: x.name }))}
      onChange={(id) => onChange(found.find((x) => x.id === id))}
    />
  )
}

const Papers = ({ field, value, onChange }: Props<Field>) => {
  const [busy, setBusy] = useState(false)
  const one = field.kind === 'signature'
  const files = one ? (value ? [bagOf(value)] : []) : listOf(value).map(bagOf)
  const send = async (file: File) => {
    setBusy(true)
    try {
      const { id, name } = await ask('uploadFile', { query: {}, file })
      onChange(one ? { id, name } : [...listOf(value), { id, name }])
    } finally {
      setBusy(false)
    }
  }
  return (
    <div>
      {files.map((f) => (
        <div key={String(f.id)}>{String(f.name)}</div>
      ))}
      <Upload showUploadList={false} beforeUpload={(file) => (void send(file), false)}>
        <Button size="small" loading={busy}>
          {one ? w('签名（试办时传一张图片）', 'Sign (in a trial: upload a picture)') : w('选择文件', 'Choose a file')}
        </Button>
      </Upload>
    </div>
  )
}

const Rows = ({ columns, value, onChange }: { columns: Readonly<Record<string, Column>>; value: unknown; onChange: (v: unknown) => void }) => {
  const rows = listOf(value).map(bagOf)
  return (
    <div className="answer-rows">
      {rows.map((row, i) => (
        <div className="answer-row" key={i}>
          {Object.entries(columns).map(([name, c]) => (
            <div key={name}>
              <span className="quiet small">{shown(c.label)}</span>
              <Simple
                field={c}
                label={`${shown(c.label)} ${i + 1}`}
                value={row[name]}
                onChange={(v) => onChange(rows.map((r, j) => (j === i ? { ...r, [name]: v } : r)))}
              />
            </div>
          ))}
          <Button type="text" size="small" onClick={() => onChange(rows.filter((_, j) => j !== i))}>
            {w('去掉这一行', 'Remove this row')}
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...rows, {}])}>
        {w('加一行', 'Add a row')}
      </Button>
    </div>
  )
}

/** One answer of any kind, plainly. */
export const AnswerInput = ({ field, value, onChange }: Props<Field>) => {
  const label = shown(field.label)
  switch (field.kind) {
    case 'many':
      return (
        <Checkbox.Group value={codesOf(value)} options={field.options.map((o) => ({ value: o.code, label: shown(o.label) }))} onChange={onChange} />
      )
    case 'person':
    case 'organisation':
      return <Registered field={field} value={value} onChange={onChange} />
    case 'employer':
      return (
        <Input
          aria-label={label}
          value={textOf(bagOf(value).name)}
          onChange={(e) => onChange(e.target.value ? { name: e.target.value } : undefined)}
        />
      )
    case 'address':
      return (
        <Input
          aria-label={label}
          value={textOf(bagOf(value).text)}
          onChange={(e) => onChange(e.target.value ? { text: e.target.value } : undefined)}
        />
      )
    case 'table':
      return <Rows columns={field.columns} value={value} onChange={onChange} />
    case 'files':
    case 'signature':
      return <Papers field={field} value={value} onChange={onChange} />
    case 'consent':
      return (
        <Checkbox checked={value !== undefined} onChange={(e) => onChange(e.target.checked ? { revision: field.revision } : undefined)}>
          {shown(field.text)}
        </Checkbox>
      )
    default:
      return <Simple field={field} label={label} value={value} onChange={onChange} />
  }
}
