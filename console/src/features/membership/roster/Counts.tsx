import type { RosterCounts } from '@gongyou/contract/membership/roster.ts'
import { w } from '../../../kit/text.ts'

/** What becomes of the rows, in four numbers. */
export const Counts = ({ counts, done = false }: { counts: RosterCounts; done?: boolean }) => {
  const entries = [
    { name: done ? w('已入会', 'Joined') : w('将新入会', 'Will join'), value: counts.new }, { name: done ? w('已更新', 'Updated') : w('将更新', 'Will be updated'), value: counts.update },
    { name: w('没有变化', 'Unchanged'), value: counts.unchanged }, { name: done ? w('没有导入', 'Left out') : w('不能导入', 'Refused'), value: counts.bad, bad: counts.bad > 0 },
  ]
  return <dl className="counts">{entries.map((e) => <div key={e.name} data-bad={e.bad ?? false}><dt>{e.name}</dt><dd>{e.value.toLocaleString()}<small>{w('行', '')}</small></dd></div>)}</dl>
}
