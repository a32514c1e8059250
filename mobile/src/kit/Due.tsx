import type { DueView } from '@gongyou/contract/clocks/shapes.ts'
import { dueDayWords, stateWords } from '@gongyou/contract/kit/clock/words.ts'
import { today } from './day.ts'
import { say } from './language.ts'
import './due.css'

/** Where a matter stands in time, in one line: `还剩 3 个工作日 · 11月25日`. */
export const Due = ({ due }: { due: DueView }) => (
  <span className={`due due-${due.state}`}>
    <b>{say(stateWords(due.state, due.left))}</b> · {say(dueDayWords(due, today().slice(0, 4)))}
  </span>
)
