import type { CaseClock, Limit } from '@gongyou/contract/cases/service.ts'
import { limitWords, unitWords } from '@gongyou/contract/kit/clock/limit.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { asking } from '../../../kit/api.ts'
import { say } from '../../../kit/language.ts'
import { Sheet } from '../../../kit/Sheet.tsx'
import { w } from '../../../kit/text.ts'
import { patched, put, without } from './draft.ts'
import { addClock } from './edits.ts'
import { Count, Pick, PickMany, PickMaybe, Prop, Say, shown } from './fields.tsx'
import type { Drafting } from './use-draft.ts'

const units: readonly Limit['unit'][] = ['working_days', 'calendar_days', 'hours', 'months']
type How = 'within' | 'rule' | 'printed'
const howOf = (c: CaseClock): How => ('printed' in c ? 'printed' : 'rule' in c ? 'rule' : 'within')

type Common = Pick<CaseClock, 'name' | 'in' | 'owner' | 'head' | 'from'>
const commonOf = ({ name, in: states, owner, head, from }: CaseClock): Common => ({
  name,
  in: states,
  owner,
  ...(head ? { head } : {}),
  ...(from ? { from } : {}),
})

const ClockCard = ({ name, drafting: { draft, edit } }: { name: string; drafting: Drafting }) => {
  const s = draft.service
  const clock = s.clocks![name]!
  const rules = useQuery({ ...asking('listRules', {}), staleTime: 300_000 })
  const set = (next: CaseClock, typing = '') => edit((x) => put(x, 'clocks', name, next), typing && `${name}-${typing}`)
  const dates = Object.entries(s.form).flatMap(([value, f]) => (f.kind === 'date' ? [{ value, label: shown(f.label) }] : []))
  const times = Object.entries(s.form).flatMap(([value, f]) =>
    f.kind === 'text' && f.form === 'time-of-day' ? [{ value, label: shown(f.label) }] : [],
  )
  const roles = Object.entries(s.roles).map(([value, r]) => ({ value, label: shown(r.name) }))
  const known = (rules.data?.rows ?? []).map((r) => ({
    value: r.code,
    label: `${say(r.name)}（${say(limitWords({ amount: r.amount, unit: r.unit, direction: r.direction }))}）`,
  }))
  const choose = (how: How) => {
    const common = commonOf(clock)
    if (how === 'rule') set({ ...common, rule: known[0]?.value ?? '' })
    else if (how === 'printed') set({ ...common, printed: dates[0]?.value ?? '' })
    else set({ ...common, within: { amount: 5, unit: 'working_days' } })
  }
  const own = 'within' in clock ? clock : undefined
  return (
    <div className="clock-card">
      <Say name={w('名称', 'Name')} text={clock.name} max={20} onChange={(v) => set({ ...clock, name: v }, 'name')} />
      <PickMany
        name={w('在哪些状态计时', 'Runs while in')}
        values={clock.in}
        options={Object.entries(s.states).flatMap(([value, x]) => (x.final ? [] : [{ value, label: shown(x.name) }]))}
        onChange={(v) => set({ ...clock, in: v })}
      />
      <Prop name={w('期限怎么定', 'How long')}>
        <Segmented<How>
          value={howOf(clock)}
          options={[
            { value: 'within', label: w('自己定', 'Of our own') },
            { value: 'rule', label: w('按已有规则', 'By a rule') },
            { value: 'printed', label: w('按表单里的日期', 'By a date of the form'), disabled: dates.length === 0 },
          ]}
          onChange={choose}
        />
      </Prop>
      {own && (
        <div className="props-pair">
          <Count
            name={w('期限', 'Limit')}
            min={1}
            max={3660}
            value={own.within.amount}
            onChange={(amount) => set({ ...own, within: { ...own.within, amount: amount ?? 1 } })}
          />
          <Pick
            name={w('单位', 'Unit')}
            value={own.within.unit}
            options={units.map((value) => ({ value, label: say(unitWords[value]) }))}
            onChange={(unit) => set({ ...own, within: { ...own.within, unit } })}
          />
        </div>
      )}
      {!('printed' in clock) && 'rule' in clock && (
        <Pick name={w('规则', 'Rule')} value={clock.rule} options={known} onChange={(rule) => set({ ...commonOf(clock), rule })} />
      )}
      {'printed' in clock && (
        <Pick name={w('到哪一天', 'Due on')} value={clock.printed} options={dates} onChange={(printed) => set({ ...clock, printed })} />
      )}
      {'printed' in clock && times.length > 0 && (
        <PickMaybe
          name={w('到几点', 'By what time')}
          placeholder={w('当日结束', 'The end of the day')}
          value={clock.printedTime}
          options={times}
          onChange={(printedTime) => set(patched<CaseClock>(clock, { printedTime }))}
        />
      )}
      <Pick name={w('谁负责', 'Owed by')} value={clock.owner} options={roles} onChange={(owner) => set({ ...clock, owner })} />
      <PickMaybe
        name={w('逾期告诉谁', 'Overdue is told to')}
        placeholder={w('只告诉负责的人', 'Only whoever owes it')}
        value={clock.head}
        options={roles}
        onChange={(head) => set(patched<CaseClock>(clock, { head }))}
      />
      {dates.length > 0 && !('printed' in clock) && (
        <PickMaybe
          name={w('从哪一天算起', 'Counted from')}
          placeholder={w('进入该状态那天', 'The day the state is entered')}
          value={clock.from}
          options={dates}
          onChange={(from) => set(patched<CaseClock>(clock, { from }))}
        />
      )}
      <Button
        danger
        type="text"
        onClick={() =>
          edit((x) => {
            const left = without(x.clocks ?? {}, name)
            return patched(x, { clocks: Object.keys(left).length > 0 ? left : undefined })
          })
        }
      >
        {w('删除这个时限', 'Delete this limit')}
      </Button>
    </div>
  )
}

/** By when, and what is counted. */
export const TimesPart = ({ drafting }: { drafting: Drafting }) => {
  const { draft, edit } = drafting
  const s = draft.service
  const fields = (...kinds: string[]) =>
    Object.entries(s.form).flatMap(([value, f]) => (kinds.includes(f.kind) ? [{ value, label: shown(f.label) }] : []))
  const count = (patch: { split?: string | undefined; amount?: string | undefined }) =>
    edit((x) => {
      const counts = patched(x.counts ?? {}, patch)
      return patched(x, { counts: Object.keys(counts).length > 0 ? counts : undefined })
    })
  return (
    <>
      <Sheet
        title={w('时限', 'Time limits')}
        head={
          <Button size="small" disabled={Object.keys(s.states).length === 0} onClick={() => edit((x) => addClock(x).service)}>
            {w('加时限', 'Add a limit')}
          </Button>
        }
      >
        {Object.keys(s.clocks ?? {}).length === 0 && (
          <p className="quiet">{w('没有时限：不会提醒到期，也不会算逾期。', 'None: nothing falls due and nothing is overdue.')}</p>
        )}
        <div className="clock-cards">
          {Object.keys(s.clocks ?? {}).map((name) => (
            <ClockCard key={name} name={name} drafting={drafting} />
          ))}
        </div>
      </Sheet>
      <Sheet title={w('统计', 'What is counted')}>
        <p className="quiet">
          {w(
            '收到、办结、按期、结果的件数自动统计，不用设置。',
            'Cases received, closed, in time and by outcome are counted without setting anything.',
          )}
        </p>
        <div className="props-two">
          <PickMaybe
            name={w('按哪一项分开统计', 'Split by')}
            placeholder={w('不分', 'Not split')}
            hint={w('只能选单选项', 'A field with one choice')}
            value={s.counts?.split}
            options={fields('choice')}
            onChange={(split) => count({ split })}
          />
          <PickMaybe
            name={w('合计哪一项', 'Add up')}
            placeholder={w('不合计', 'Nothing')}
            hint={w('金额或数字', 'Money or a number')}
            value={s.counts?.amount}
            options={fields('money', 'number')}
            onChange={(amount) => count({ amount })}
          />
        </div>
      </Sheet>
    </>
  )
}
