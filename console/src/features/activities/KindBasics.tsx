import type { ActivityKind } from '@gongyou/contract/activities/kind.ts'
import { Checkbox, Input, InputNumber, Select } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { asking } from '../../kit/api.ts'
import { say } from '../../kit/language.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { MatchTerms } from './MatchTerms.tsx'
import { RulesField } from './RulesField.tsx'
import { type Rule, ruleRead, ruleSent, turnSent } from './rule-lines.ts'

type Props = { kind: ActivityKind; onChange: (next: ActivityKind) => void }

const Line = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="register-field">
    <span>{label}</span>
    {children}
  </div>
)

/** A mark that is there or absent: the declaration knows no `false`. */
const marked = <T extends object>(of: T, name: string, on: boolean): T => {
  const rest = Object.fromEntries(Object.entries(of).filter(([k]) => k !== name))
  return (on ? { ...rest, [name]: true } : rest) as T
}

/** Conditions of the kind: those without which nobody signs up, and those by whom the turn comes first. */
const KindRules = ({ kind, onChange, of }: Props & { of: 'rules' | 'first' }) => {
  const tree = useQuery({ ...asking('listTree', {}), staleTime: 60_000 })
  // What is being chosen may name nobody yet; only a whole rule goes into the draft.
  const [rules, setRules] = useState<Rule[]>(() => (kind[of] ?? []).map((r) => ruleRead(r, (id) => tree.data?.nodes.find((n) => n.id === id)?.name)))
  return (
    <RulesField
      rules={rules}
      most={of === 'first' ? 5 : 20}
      onChange={(next) => {
        setRules(next)
        const sent = next.flatMap((r) => (of === 'first' ? turnSent(r) : ruleSent(r)) ?? [])
        const { [of]: _, ...rest } = kind
        onChange(sent.length > 0 ? { ...rest, [of]: sent } : rest)
      }}
    />
  )
}

/** The choice of its form by which figures of the kind are split. */
const SplitField = ({ kind, onChange }: Props) => {
  const options = Object.entries(kind.form).flatMap(([value, f]) => (f.kind === 'choice' ? [{ value, label: say(f.label) }] : []))
  if (options.length === 0) return null
  return (
    <Line label={w('数字按哪一项分组', 'Figures are split by')}>
      <Select
        allowClear
        aria-label={w('数字按哪一项分组', 'Figures are split by')}
        placeholder={w('不分', 'Not split')}
        value={kind.splits}
        options={options}
        onChange={(splits?: string) => {
          const { splits: _, ...rest } = kind
          onChange(splits ? { ...rest, splits } : rest)
        }}
      />
    </Line>
  )
}

/** What the kind is, what it counts, and what is usual for it. */
export const KindBasics = ({ kind, onChange }: Props) => {
  const { usual } = kind
  const mark = (name: 'approval' | 'rated' | 'evidence' | 'hours' | 'noResults', label: string) => (
    <Checkbox checked={kind[name] ?? false} onChange={(e) => onChange(marked(kind, name, e.target.checked))}>
      {label}
    </Checkbox>
  )
  const number = (name: 'seats' | 'standbySeats' | 'cancelHours' | 'partyMost', label: string, max: number) => (
    <Line label={label}>
      <InputNumber
        aria-label={label}
        min={0}
        max={max}
        style={{ width: '100%' }}
        value={usual[name] ?? null}
        onChange={(v) => {
          const { [name]: _, ...rest } = usual
          onChange({ ...kind, usual: v === null ? rest : { ...rest, [name]: v } })
        }}
      />
    </Line>
  )
  return (
    <>
      <Sheet title={w('基本', 'Basics')}>
        <Line label={w('类型名称', 'Name')}>
          <Input
            aria-label={w('类型名称', 'Name')}
            maxLength={40}
            value={kind.title.zh}
            onChange={(e) => onChange({ ...kind, title: { ...kind.title, zh: e.target.value } })}
          />
        </Line>
        <Line label={w('用于什么（给组织者看）', 'What it is for')}>
          <Input
            aria-label={w('用于什么', 'What it is for')}
            maxLength={300}
            value={kind.summary.zh}
            onChange={(e) => onChange({ ...kind, summary: { ...kind.summary, zh: e.target.value } })}
          />
        </Line>
        <Line label={w('怎么统计', 'What is counted')}>
          <Select
            aria-label={w('怎么统计', 'What is counted')}
            value={kind.counts}
            options={[
              { value: 'names', label: w('按姓名签到：人和人次都统计', 'By name: persons and attendances') },
              { value: 'heads', label: w('只数人头：只统计人次', 'Heads only: attendances, never persons') },
            ]}
            onChange={(counts) => onChange({ ...kind, counts })}
          />
        </Line>
        <SplitField kind={kind} onChange={onChange} />
        <div style={{ display: 'flex', flexDirection: 'column', gap: 8 }}>
          {mark('approval', w('方案要审批，同意后发布', 'The plan needs approval'))}
          {mark('hours', w('计学时或服务时长', 'Hours are counted'))}
          {mark('rated', w('到场的人可以评价', 'Those who were there may rate it'))}
          {mark('evidence', w('办结前要有现场照片', 'A photograph is needed before closing'))}
          {mark('noResults', w('不留结果（体检一类）：凡能写进结果的栏目都不能设', 'No results are kept: no field may hold a finding'))}
        </div>
      </Sheet>
      {kind.counts === 'names' && (
        <Sheet title={w('谁可以报名', 'Who may sign up')}>
          <p className="quiet" style={{ marginTop: 0 }}>
            {w('对这一类型的每次活动都适用；单次活动还可以再加。', 'Holds for every activity of the kind; each may add its own.')}
          </p>
          <KindRules kind={kind} onChange={onChange} of="rules" />
          <h3 className="activity-part" style={{ marginTop: 20 }}>
            {w('谁优先', 'Whose turn comes first')}
          </h3>
          <p className="quiet" style={{ marginTop: 0 }}>
            {w(
              '抽签和候补时按这个次序：先排符合第一条的，再排符合第二条的，最后是其他人。谁都不会因此被拒绝。',
              'Where seats are drawn or waited for: whoever meets the first line, then the second, then all others. Nobody is kept out by it.',
            )}
          </p>
          <KindRules kind={kind} onChange={onChange} of="first" />
        </Sheet>
      )}
      {(kind.counts === 'names' || kind.match) && <MatchTerms kind={kind} onChange={onChange} />}
      <Sheet title={w('通常的名额', 'Usual seats')}>
        {number('seats', w('名额（空着为不限）', 'Seats (empty: no limit)'), 100_000)}
        {number('standbySeats', w('候补人数', 'Standby'), 100_000)}
        {number('cancelHours', w('开始前几小时可取消', 'Hours before the start until which one may cancel'), 720)}
        {number('partyMost', w('每份报名最多带几人', 'Companions for each sign-up'), 30)}
        <Line label={w('怎么定', 'Rule')}>
          <Select
            aria-label={w('怎么定', 'Rule')}
            value={usual.rule ?? 'first'}
            options={[
              { value: 'first', label: w('先报先得', 'First come, first served') },
              { value: 'draw', label: w('公开抽签', 'A public draw') },
            ]}
            onChange={(rule) => onChange({ ...kind, usual: { ...usual, rule } })}
          />
        </Line>
        <Checkbox checked={usual.firstTimers ?? false} onChange={(e) => onChange({ ...kind, usual: marked(usual, 'firstTimers', e.target.checked) })}>
          {w('未参加过的优先', 'Those who have not been come first')}
        </Checkbox>
      </Sheet>
    </>
  )
}
