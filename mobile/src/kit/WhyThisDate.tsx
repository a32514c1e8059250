import type { DueView } from '@gongyou/contract/clocks/shapes.ts'
import type { Explanation } from '@gongyou/contract/clocks/why.ts'
import { limitWords } from '@gongyou/contract/kit/clock/limit.ts'
import { runDays, runNumbers, runReason, runsOf } from '@gongyou/contract/kit/clock/runs.ts'
import { useEffect, useState } from 'react'
import { ask } from './api.ts'
import { today } from './day.ts'
import { Due } from './Due.tsx'
import { wordsOf } from './failure.ts'
import { say } from './language.ts'
import { Sheet } from './Sheet.tsx'
import { Skeleton } from './Skeleton.tsx'
import { w } from './text.ts'

const Count = ({ why }: { why: Explanation }) => (
  <>
    <p>
      {say(limitWords(why.limit))}
      {why.rule && <span className="small"> {why.rule.source}</span>}
    </p>
    {why.uncertain.length > 0 && (
      <p className="small">
        {w(
          `${why.uncertain.join('、')} 年的节假日还没有公布，日期可能变动。`,
          `The holidays of ${why.uncertain.join(', ')} are not known yet; the date may move.`,
        )}
      </p>
    )}
    {why.byHand && <p className="small">{w('这个日期是通知上写明或人工确定的。', 'This date was printed or given by hand.')}</p>}
    <ul className="due-count">
      {runsOf(why.lines).map((run, i) => (
        <li key={i}>
          <span>{say(runDays(run, today().slice(0, 4)))}</span>
          <span className="small">{[say(runNumbers(run)), say(runReason(run))].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  </>
)

const Asked = ({ id }: { id: string }) => {
  const [why, setWhy] = useState<Explanation>()
  const [error, setError] = useState<unknown>()
  useEffect(() => {
    ask('explainClock', { params: { id } }).then(setWhy, setError)
  }, [id])
  if (error) return <p role="alert">{wordsOf(error)}</p>
  return why ? <Count why={why} /> : <Skeleton lines={5} />
}

/** The due date as a button; pressed, it tells how the date was counted. */
export const WhyThisDate = ({ due }: { due: DueView }) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="link" onClick={() => setOpen(true)}>
        <Due due={due} />
      </button>
      {open && (
        <Sheet title={w('为什么是这一天', 'Why this date?')} close={() => setOpen(false)}>
          <Asked id={due.id} />
        </Sheet>
      )}
    </>
  )
}
