import { type Answers as Given, type Field, type FileAnswer, type Form as Fields, askedFields, checkAnswers } from '@gongyou/contract/forms/index.ts'
import { Refusal } from '@gongyou/contract/kit/client.ts'
import { shown } from '@gongyou/contract/registers/shown.ts'
import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Checkbox, DatePicker, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useId, useState } from 'react'
import { asking } from '../../kit/api.ts'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'

/**
 * The one place where registers meet the drawing of forms. Everything else here uses `useAnswers`, `FormFields` and
 * `Answers` as they stand in this file.
 */
export type Fault = { path: string; says: string }
const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

export const useAnswers = ({ form, start = {} }: { form: Fields; start?: Given }) => {
  const [answers, setAnswers] = useState<Given>(start)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  return {
    form,
    answers,
    faults,
    asked: askedFields(form, answers),
    set: (name: string, value: unknown) => {
      setAnswers((before) => ({ ...before, [name]: value }))
      setFaults((before) => before.filter((f) => f.path.split('.')[0] !== name))
    },
    /** The answers tidied, or nothing: then every fault stands beside its field. */
    check: (): Given | undefined => {
      const checked = checkAnswers(form, answers, { today: today() })
      setFaults(checked.faults.map((f) => ({ path: f.path, says: say(f.says) })))
      return checked.faults.length === 0 ? checked.answers : undefined
    },
    /** Puts the server's faults beside the fields; false where the refusal is about something else. */
    refused: (error: unknown) => {
      const errors = error instanceof Refusal ? (error.problem.errors ?? []) : []
      const about = errors.filter((e) => e.path.startsWith('answers.')).map((e) => ({ path: e.path.slice('answers.'.length), says: e.message }))
      setFaults(about)
      return about.length > 0 && about.length === errors.length
    },
  }
}
export type Filling = ReturnType<typeof useAnswers>

type Control = { id: string; value: unknown; onChange: (value: unknown) => void; field: Field }
const text = (value: unknown) => (typeof value === 'string' ? value : '')
const nameOf = (value: unknown) => (typeof value === 'object' && value !== null && 'name' in value ? text(value.name) : '')
const wide = { width: '100%' }

const Organisation = ({ id, value, onChange }: Control) => {
  const tree = useQuery({ ...asking('listTree', {}), staleTime: 60_000 })
  const nodes = tree.data?.nodes ?? []
  return (
    <Select
      id={id}
      style={wide}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={tree.isLoading}
      value={nameOf(value) || null}
      options={nodes.map((n) => ({ value: n.id, label: n.name }))}
      onChange={(v: string | undefined) => onChange(v ? { id: v, name: nodes.find((n) => n.id === v)?.name ?? '' } : undefined)}
    />
  )
}

const Employer = ({ id, value, onChange }: Control) => {
  const q = nameOf(value).trim()
  const found = useQuery({ ...asking('listEmployers', { query: { q, limit: 8 } }), enabled: q.length > 1 })
  const rows = found.data?.rows ?? []
  const take = (name: string) => {
    const known = rows.find((r) => r.name === name)
    onChange(name === '' ? undefined : known ? { id: known.id, name } : { name })
  }
  return <AutoComplete id={id} style={wide} value={q} options={rows.map((r) => ({ value: r.name }))} onChange={take} />
}

const Box = (props: Control) => {
  const { id, field, value, onChange } = props
  switch (field.kind) {
    case 'text': {
      const given = { id, value: text(value), onChange: (e: { target: { value: string } }) => onChange(e.target.value || undefined) }
      return field.lines && field.lines > 1 ? <Input.TextArea {...given} autoSize={{ minRows: 2, maxRows: field.lines + 2 }} /> : <Input {...given} />
    }
    case 'number':
      return (
        <InputNumber
          id={id}
          style={{ width: 200 }}
          value={typeof value === 'number' ? value : null}
          suffix={field.unit ? say(field.unit) : undefined}
          onChange={(v) => onChange(v ?? undefined)}
        />
      )
    case 'money':
      return (
        <InputNumber
          id={id}
          style={{ width: 200 }}
          precision={2}
          value={typeof value === 'number' ? value / 100 : null}
          suffix={w('元', 'yuan')}
          onChange={(v) => onChange(v === null ? undefined : Math.round(v * 100))}
        />
      )
    case 'date':
      return (
        <DatePicker
          id={id}
          style={{ width: 200 }}
          value={text(value) ? dayjs(text(value)) : null}
          onChange={(d) => onChange(d?.format('YYYY-MM-DD'))}
        />
      )
    case 'choice':
      return (
        <Select
          id={id}
          style={wide}
          allowClear
          value={value ?? null}
          options={field.options.map((o) => ({ value: o.code, label: say(o.label) || o.label.zh }))}
          onChange={(v) => onChange(v ?? undefined)}
        />
      )
    case 'many':
      return (
        <Checkbox.Group
          value={Array.isArray(value) ? value : []}
          options={field.options.map((o) => ({ value: o.code, label: say(o.label) || o.label.zh }))}
          onChange={(v) => onChange(v.length > 0 ? v : undefined)}
        />
      )
    case 'organisation':
      return <Organisation {...props} />
    case 'employer':
      return <Employer {...props} />
    case 'address':
      return (
        <Input
          id={id}
          value={typeof value === 'object' && value !== null && 'text' in value ? text(value.text) : ''}
          onChange={(e) => onChange(e.target.value ? { ...(value as object), text: e.target.value } : undefined)}
        />
      )
    default:
      return <span className="quiet">{say(shown(field, value)) || w('这一项在这里只能看，不能填写', 'This can only be read here')}</span>
  }
}

/** Draws what is asked now, in order, each with its fault beside it. */
export const FormFields = ({ filling }: { filling: Filling }) => {
  const base = useId()
  return (
    <>
      {filling.asked.map(([name, field]) => {
        const faults = filling.faults.filter((f) => f.path.split('.')[0] === name)
        const id = `${base}-${name}`
        return (
          <div key={name} className="register-field" data-field={name}>
            <label htmlFor={id}>
              {say(field.label) || field.label.zh}
              {field.optional && <span className="quiet"> {w('可不填', 'optional')}</span>}
            </label>
            <Box id={id} field={field} value={filling.answers[name]} onChange={(v) => filling.set(name, v)} />
            {field.hint && <div className="quiet small">{say(field.hint) || field.hint.zh}</div>}
            {faults.map((f) => (
              <div key={f.path + f.says} role="alert" className="fault">
                {f.says}
              </div>
            ))}
          </div>
        )
      })}
    </>
  )
}

type Told = {
  form: Fields
  answers: Given
  sealed?: readonly string[]
  onSealed?: (() => void) | undefined
  onFile?: ((file: FileAnswer) => void) | undefined
}

/** Facts in reading order. What is sealed shows that it is there, and the way to see it. */
export const Answers = ({ form, answers, sealed = [], onSealed, onFile }: Told) => (
  <dl className="pairs">
    {Object.entries(form)
      .filter(([name]) => answers[name] !== undefined || sealed.includes(name))
      .map(([name, field]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{say(field.label) || field.label.zh}</dt>
          <dd>
            {answers[name] === undefined ? (
              <>
                •••{' '}
                {onSealed && (
                  <a role="button" tabIndex={0} onClick={onSealed} onKeyDown={(e) => e.key === 'Enter' && onSealed()}>
                    {w('查看', 'Show')}
                  </a>
                )}
              </>
            ) : field.kind === 'files' && onFile ? (
              (answers[name] as FileAnswer[]).map((f) => (
                <a
                  key={f.id}
                  role="button"
                  tabIndex={0}
                  style={{ marginRight: 12 }}
                  onClick={() => onFile(f)}
                  onKeyDown={(e) => e.key === 'Enter' && onFile(f)}
                >
                  {f.name}
                </a>
              ))
            ) : field.kind === 'table' ? (
              (answers[name] as Given[]).map((row, i) => (
                <div key={i}>
                  {Object.entries(field.columns)
                    .map(([c, column]) => say(shown(column, row[c])))
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              ))
            ) : (
              <>
                {say(shown(field, answers[name]))}
                {field.kind === 'number' && field.unit && ` ${say(field.unit)}`}
                {field.kind === 'money' && w(' 元', ' yuan')}
              </>
            )}
          </dd>
        </div>
      ))}
  </dl>
)
