import type { DayLine } from '@gongyou/contract/kit/clock/count.ts'
import { type Run, runDays, runNumbers, runReason, runsOf } from '@gongyou/contract/kit/clock/runs.ts'
import dayjs from 'dayjs'
import { useState } from 'react'
import { say } from './language.ts'
import { w } from './text.ts'
import './clock.css'

const alone = (line: DayLine): Run => ({
  from: line.on,
  to: line.until ?? line.on,
  first: line.nth,
  last: line.nth,
  why: line.why,
  ...(line.name ? { name: line.name } : {}),
})

/** A count of days, line by line: which day counts, as which number, and why another does not. */
export const DayLines = ({ lines }: { lines: readonly DayLine[] }) => {
  const [every, setEvery] = useState(lines.length <= 24)
  const runs = every ? lines.map(alone) : runsOf(lines)
  const thisYear = dayjs().format('YYYY')
  return (
    <>
      <table className="day-lines">
        <thead className="unseen">
          <tr>
            <th scope="col">{w('日期', 'Day')}</th>
            <th scope="col">{w('第几日', 'Number')}</th>
            <th scope="col">{w('说明', 'Why')}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run, i) => (
            <tr key={i} className={run.why === 'rolled' || run.first !== null ? 'counts' : ''}>
              <td>{say(runDays(run, thisYear))}</td>
              <td>{say(runNumbers(run))}</td>
              <td>{say(runReason(run))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > 24 && (
        <button type="button" className="plain-link" onClick={() => setEvery(!every)}>
          {every ? w('合并显示', 'Show in few lines') : w(`逐日显示（${lines.length} 天）`, `Show every day (${lines.length})`)}
        </button>
      )}
    </>
  )
}
