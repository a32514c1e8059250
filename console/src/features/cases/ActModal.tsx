import type { CaseView } from '@gongyou/contract/cases/shapes.ts'
import { Refusal } from '@gongyou/contract/kit/client.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { wordsOf } from '../../kit/Failure.tsx'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'

export type Dialog = { view: CaseView; onClose: () => void; onDone: (after: CaseView) => void }

type Props = Dialog & {
  title: ReactNode
  ok: string
  danger?: boolean
  says?: ReactNode
  width?: number
  /** What is still missing, said when somebody wants to send all the same. */
  missing?: string | false | undefined
  /** Sends what was filled in; nothing where the form itself has found a fault. */
  send: () => Promise<CaseView> | undefined
  /** Puts the server's faults beside the fields; true where that says everything. */
  refused?: (error: unknown) => boolean
  children: ReactNode
}

const isStale = (error: unknown) =>
  error instanceof Refusal && (error.problem.code === 'record.changed' || error.problem.code === 'cases.not-from-here')

/** What others have done since the window was opened. */
const News = ({ acts }: { acts: CaseView['acts'] }) => (
  <div role="status" className="news">
    <b>{w('您填写期间有人办过：', 'While you were writing: ')}</b>
    {acts.map((a) => (
      <div key={a.id}>
        {a.by} {say(a.name)}
        {a.to && ` → ${say(a.to)}`}
      </div>
    ))}
    {w('您填的内容还在，核对后可再次提交。', 'What you wrote is still here; check and send again.')}
  </div>
)

/** A window in front of a case. A refusal is shown in the server's words; a stale page is brought up to date behind it, and what was typed stays. */
export const ActModal = ({ view, onClose, onDone, title, ok, danger = false, says, width = 560, missing, send, refused, children }: Props) => {
  const queries = useQueryClient()
  const [asked, setAsked] = useState(false)
  const [shown, setShown] = useState(true)
  const [seen] = useState(view.acts.length)
  const act = useMutation({
    mutationFn: (going: Promise<CaseView>) => going,
    onSuccess: onDone,
    onError: (error) => {
      if (isStale(error)) void queries.invalidateQueries({ queryKey: ['getCase', { params: { id: view.id } }] })
      setShown(!refused?.(error))
    },
  })
  const go = () => {
    setAsked(true)
    if (missing || act.isPending) return
    const going = send()
    if (going) act.mutate(going)
  }
  const news = view.acts.slice(seen)
  const fault = asked && missing ? missing : act.isError && shown ? wordsOf(act.error) : ''
  return (
    <Modal
      open
      destroyOnHidden
      width={width}
      title={title}
      okText={ok}
      okButtonProps={{ danger }}
      onOk={go}
      confirmLoading={act.isPending}
      onCancel={onClose}
    >
      <div
        className="act-modal"
        onKeyDown={(e) => {
          if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) go()
        }}
      >
        {says && <p className="quiet">{says}</p>}
        {news.length > 0 && <News acts={news} />}
        {children}
        {fault && (
          <p role="alert" className="fault">
            {fault}
          </p>
        )}
      </div>
    </Modal>
  )
}
