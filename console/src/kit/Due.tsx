import type { DueView } from '@gongyou/contract/clocks/shapes.ts'
import { dueDayWords, stateWords } from '@gongyou/contract/kit/clock/words.ts'
import dayjs from 'dayjs'
import { say } from './language.ts'
import { w } from './text.ts'
import './clock.css'

/** Where a clock stands, in one line: `还剩 3 个工作日 · 11月25日`. Red only where it is over; the words say it too. */
export const Due = ({ due, name = false }: { due: DueView; name?: boolean }) => (
  <span className={`due due-${due.state}`}>
    {name && <span className="due-name">{say(due.name)} </span>}
    <b>{say(stateWords(due.state, due.left))}</b>
    <span className="due-day"> · {say(dueDayWords(due, dayjs().format('YYYY')))}</span>
    {due.uncertain.length > 0 && (
      <span className="due-unsure">
        {' '}
        {w(`${due.uncertain.join('、')} 年节假日未定，暂按周末计算`, `holidays of ${due.uncertain.join(', ')} not known yet`)}
      </span>
    )}
  </span>
)
