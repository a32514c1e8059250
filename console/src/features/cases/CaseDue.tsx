import type { DueView } from '@gongyou/contract/clocks/shapes.ts'
import { dayWords, lineWords, stateWords } from '@gongyou/contract/kit/clock/words.ts'
import { useQuery } from '@tanstack/react-query'
import { Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { today } from '../../kit/form/today.ts'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'

const Why = ({ id }: { id: string }) => {
  const why = useQuery(asking('explainClock', { params: { id } }))
  if (why.isError) return <Failure error={why.error} />
  if (!why.data) return <Skeleton active />
  return (
    <ol className="why-lines">
      {why.data.lines.map((l) => (
        <li key={l.on + l.why}>
          <span className="quiet">{l.on}</span> {say(lineWords({ why: l.why, nth: l.nth, ...(l.name ? { name: l.name } : {}) }))}
        </li>
      ))}
    </ol>
  )
}

/** One clock of a case: what is left, until when, and on a press why. */
export const CaseDue = ({ due }: { due: DueView }) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className={`case-due ${due.state}`} onClick={() => setOpen(true)}>
        <span className="quiet">{say(due.name)}</span> <b>{say(stateWords(due.state, due.left))}</b>
        <span className="quiet"> · {say(dayWords(due.dueOn, today().slice(0, 4)))}</span>
      </button>
      {open && (
        <Modal open footer={null} title={w(`为什么是这一天：${due.name.zh}`, `Why this date? ${due.name.en}`)} onCancel={() => setOpen(false)}>
          <Why id={due.id} />
        </Modal>
      )}
    </>
  )
}
