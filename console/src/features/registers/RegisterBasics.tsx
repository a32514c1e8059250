import type { Register, Validity } from '@gongyou/contract/registers/register.ts'
import { Checkbox, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { w } from '../../kit/text.ts'
import { ownerName } from './words.tsx'

type Props = { register: Register; onChange: (register: Register) => void; faultOf: (path: string) => string | undefined }

const Line = ({ label, fault, children }: { label: string; fault?: string | undefined; children: ReactNode }) => (
  <div className="register-field">
    <label>{label}</label>
    {children}
    {fault && (
      <div className="fault" role="alert">
        {fault}
      </div>
    )}
  </div>
)

const without = (r: Register, key: 'validity' | 'key' | 'open'): Register =>
  Object.fromEntries(Object.entries(r).filter(([k]) => k !== key)) as unknown as Register

/** What a register is: its name, whose its entries are, by what they are called, how long they are valid. */
export const RegisterBasics = ({ register: r, onChange, faultOf }: Props) => {
  const fields = Object.entries(r.form)
  const nameable = fields.filter(([, f]) => ['text', 'person', 'organisation', 'employer'].includes(f.kind))
  const dates = fields.filter(([, f]) => f.kind === 'date').map(([value, f]) => ({ value, label: f.label.zh }))
  const mode = r.validity === undefined ? 'open' : 'to' in r.validity ? 'to' : 'months'
  const setMode = (next: 'open' | 'to' | 'months') => {
    if (next === 'open') return onChange(without(r, 'validity'))
    const from = r.validity?.from ? { from: r.validity.from } : {}
    onChange({ ...r, validity: next === 'months' ? { ...from, months: 12 } : { ...from, to: dates[0]?.value ?? '' } })
  }
  const setValidity = (change: Partial<Validity>) => onChange({ ...r, validity: { ...r.validity, ...change } as Validity })
  return (
    <>
      <Line label={w('名册名称', 'Name')} fault={faultOf('title.zh')}>
        <Input
          aria-label={w('名册名称', 'Name')}
          maxLength={60}
          value={r.title.zh}
          onChange={(e) => onChange({ ...r, title: { ...r.title, zh: e.target.value } })}
        />
      </Line>
      <Line label={w('记什么（给录入的人看）', 'What it holds')} fault={faultOf('summary.zh')}>
        <Input
          aria-label={w('记什么', 'What it holds')}
          maxLength={300}
          value={r.summary.zh}
          onChange={(e) => onChange({ ...r, summary: { ...r.summary, zh: e.target.value } })}
        />
      </Line>
      <Line label={w('每一条属于谁', 'What an entry belongs to')} fault={faultOf('owner')}>
        <Select
          aria-label={w('每一条属于谁', 'What an entry belongs to')}
          value={r.owner}
          options={(['organisation', 'person', 'employer', 'none'] as const).map((value) => ({ value, label: ownerName(value) }))}
          onChange={(owner) => onChange({ ...r, owner })}
        />
        {r.owner !== 'none' && (
          <Checkbox
            checked={r.key?.includes('owner') ?? false}
            onChange={(e) => {
              const key = (r.key ?? []).filter((k) => k !== 'owner')
              const next = e.target.checked ? [...key, 'owner'] : key
              onChange(next.length > 0 ? { ...r, key: next } : without(r, 'key'))
            }}
          >
            {w('与“不能重复”的各项一起判断是否重复', 'Counts when telling duplicates')}
          </Checkbox>
        )}
      </Line>
      <Line label={w('用哪一项作名称', 'Called by')} fault={faultOf('named')}>
        <Select
          aria-label={w('用哪一项作名称', 'Called by')}
          value={r.named}
          options={[
            ...nameable.map(([value, f]) => ({ value, label: f.label.zh })),
            ...(r.owner === 'none' ? [] : [{ value: 'owner', label: w('归属对象的名称', 'What it belongs to') }]),
          ]}
          onChange={(named) => onChange({ ...r, named })}
        />
      </Line>
      <Line label={w('供填表选用', 'Chosen from in forms')}>
        <Checkbox checked={r.open === true} onChange={(e) => onChange(e.target.checked ? { ...r, open: true } : without(r, 'open'))}>
          {w('任何人填表时都能按名称选用（全区）', 'Whoever fills in a form may choose an entry by name')}
        </Checkbox>
      </Line>
      <Line label={w('有效期', 'Validity')} fault={faultOf('validity')}>
        <Select
          aria-label={w('有效期', 'Validity')}
          value={mode}
          options={[
            { value: 'open', label: w('长期有效，到终止为止', 'Until it is ended') },
            { value: 'months', label: w('固定月数', 'So many months') },
            { value: 'to', label: w('到某一项日期为止', 'Until a date of the form'), disabled: dates.length === 0 },
          ]}
          onChange={setMode}
        />
        {r.validity && (
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
            <Select
              aria-label={w('从哪一天起', 'From')}
              style={{ minWidth: 160 }}
              value={r.validity.from ?? ''}
              options={[
                { value: '', label: w('从录入之日起', 'From the day of entry') },
                ...dates.map((d) => ({ value: d.value, label: w(`从${d.label}起`, `From ${d.label}`) })),
              ]}
              onChange={(v) => {
                const { from: _, ...rest } = r.validity!
                onChange({ ...r, validity: (v === '' ? rest : { ...rest, from: v }) as Validity })
              }}
            />
            {'months' in r.validity ? (
              <InputNumber
                aria-label={w('月数', 'Months')}
                min={1}
                max={600}
                value={r.validity.months}
                suffix={w('个月', 'months')}
                onChange={(v) => setValidity({ months: v ?? 12 })}
              />
            ) : (
              <Select
                aria-label={w('到哪一天', 'Until')}
                style={{ minWidth: 160 }}
                value={r.validity.to}
                options={dates}
                onChange={(to) => setValidity({ to })}
              />
            )}
          </div>
        )}
        {r.validity && (
          <span className="quiet small">
            {w(
              `到期前 ${(r.remindDays ?? [90, 30]).join('、')} 天提醒管理这一条的人`,
              `Whoever keeps an entry is told ${(r.remindDays ?? [90, 30]).join(' and ')} days before its end`,
            )}
          </span>
        )}
      </Line>
    </>
  )
}
