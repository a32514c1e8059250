import { newFormOccupations, towns } from '@gongyou/contract/codes/index.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, InputNumber, Select } from 'antd'
import { asking } from '../../kit/api.ts'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import { type Rule, type RuleKind, ruleKinds } from './rule-lines.ts'

type Props = { rules: readonly Rule[]; onChange: (rules: Rule[]) => void; most?: number }
type Of<K extends Rule['kind']> = Extract<Rule, { kind: K }>

const Unions = ({ rule, onChange }: { rule: Of<'unions'>; onChange: (r: Rule) => void }) => {
  const tree = useQuery({ ...asking('listTree', {}), staleTime: 60_000 })
  return (
    <Select<string[]>
      mode="multiple"
      aria-label={w('工会', 'Unions')}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={w('选工会，含下级', 'Unions with those beneath')}
      options={(tree.data?.nodes ?? []).map((n) => ({ value: n.id, label: n.name }))}
      value={rule.of.map((o) => o.id)}
      onChange={(ids) =>
        onChange({
          kind: 'unions',
          of: ids.map((id) => rule.of.find((o) => o.id === id) ?? { id, name: tree.data?.nodes.find((n) => n.id === id)?.name ?? '' }),
        })
      }
    />
  )
}

const Value = ({ rule, onChange }: { rule: Rule; onChange: (r: Rule) => void }) => {
  const number = (label: string, value: number, most: number, change: (v: number) => Rule) => (
    <InputNumber aria-label={label} min={0} max={most} value={value} onChange={(v) => onChange(change(v ?? 0))} />
  )
  switch (rule.kind) {
    case 'unions':
      return <Unions rule={rule} onChange={onChange} />
    case 'occupations':
      return (
        <Select<string[]>
          mode="multiple"
          aria-label={w('职业', 'Occupations')}
          showSearch={{ optionFilterProp: 'label' }}
          options={newFormOccupations.map((o) => ({ value: o.code, label: say({ zh: o.zh, en: o.en }) }))}
          value={rule.of}
          onChange={(of) => onChange({ kind: 'occupations', of })}
        />
      )
    case 'towns':
      return (
        <Select<number[]>
          mode="multiple"
          aria-label={w('镇街', 'Towns')}
          showSearch={{ optionFilterProp: 'label' }}
          options={towns.map((o) => ({ value: Number(o.code), label: say({ zh: o.zh, en: o.en }) }))}
          value={rule.of}
          onChange={(of) => onChange({ kind: 'towns', of })}
        />
      )
    case 'times':
      return (
        <span>
          {number(w('最多几次', 'At most'), rule.most, 99, (most) => ({ kind: 'times', most }))}{' '}
          <span className="quiet">{w('次以内（0 为今年没参加过）', 'times or fewer (0: not yet this year)')}</span>
        </span>
      )
    case 'age':
      return (
        <span>
          {number(w('最小年龄', 'Youngest'), rule.from, 120, (from) => ({ ...rule, from }))} –{' '}
          {number(w('最大年龄', 'Oldest'), rule.to, 120, (to) => ({ ...rule, to }))}
        </span>
      )
    case 'sex':
      return (
        <Select<'male' | 'female'>
          aria-label={w('性别', 'Sex')}
          value={rule.of}
          options={[
            { value: 'female', label: w('女', 'Women') },
            { value: 'male', label: w('男', 'Men') },
          ]}
          onChange={(of) => onChange({ kind: 'sex', of })}
        />
      )
    case 'years':
      return (
        <span>
          {number(w('几年', 'Years'), rule.least, 30, (least) => ({ kind: 'years', least }))}{' '}
          <span className="quiet">{w('年内没有参加过', 'years or more since the last time')}</span>
        </span>
      )
    case 'other':
      return <span>{say(rule.rule.says)}</span>
    default:
      return <span />
  }
}

/** Who may sign up: line under line, all of them must hold. */
export const RulesField = ({ rules, onChange, most = 20 }: Props) => {
  const names = ruleKinds.map((k) => ({ value: k.kind, label: say(k.name) }))
  const free = names.filter((n) => !rules.some((r) => r.kind === n.value))
  const set = (at: number, next: Rule) => onChange(rules.map((r, i) => (i === at ? next : r)))
  return (
    <>
      {rules.map((r, i) => (
        <div key={i} className="activity-rule">
          {r.kind === 'other' ? (
            <span className="quiet">{w('已有条件', 'As declared')}</span>
          ) : (
            <Select<RuleKind>
              aria-label={w('条件', 'Condition')}
              value={r.kind}
              options={names.filter((n) => n.value === r.kind || free.includes(n))}
              onChange={(kind) => set(i, ruleKinds.find((k) => k.kind === kind)!.fresh)}
            />
          )}
          <Value rule={r} onChange={(next) => set(i, next)} />
          <Button type="text" onClick={() => onChange(rules.filter((_, x) => x !== i))}>
            {w('去掉', 'Remove')}
          </Button>
        </div>
      ))}
      {free.length > 0 && rules.length < most && (
        <Button size="small" onClick={() => onChange([...rules, ruleKinds.find((k) => k.kind === free[0]!.value)!.fresh])}>
          {w('加一个条件', 'Add a condition')}
        </Button>
      )}
    </>
  )
}
