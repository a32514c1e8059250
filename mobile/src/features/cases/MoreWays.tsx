import type { CaseView } from '@gongyou/contract/cases/shapes.ts'
import { useId, useState } from 'react'
import { ask } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { codeOf } from '../../kit/failure.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { useCommand } from './use-command.ts'

type Kind = 'urge' | 'appeal' | 'withdraw'

const about = (kind: Kind) =>
  ({
    urge: {
      name: w('催一催', 'Urge'),
      text: w('会提醒正在办的工作人员，一天可以催一次。', 'Reminds those who have it; once a day.'),
      label: w('想说的话（可不填）', 'A word (optional)'),
      send: w('发出催办', 'Urge'),
      done: w('已经提醒工作人员，请留意消息。', 'The staff have been reminded; watch your messages.'),
    },
    appeal: {
      name: w('对结果有异议', 'Object to the result'),
      text: w('由上一级换人复核，10 个工作日内答复您。', 'Somebody else, one level up, looks at it again and answers within ten working days.'),
      label: w('哪里不同意，为什么', 'What you object to, and why'),
      send: w('提出异议', 'Object'),
      done: w('异议已收到，在上面可以看到复核进度。', 'Your objection has arrived; see above how it stands.'),
    },
    withdraw: {
      name: w('撤回申请', 'Withdraw'),
      text: w('撤回后这一件就结束了；以后需要时可以重新申请。', 'That ends the case; you may apply again later.'),
      label: w('原因（可不填）', 'Why (optional)'),
      send: w('确定撤回', 'Withdraw'),
      done: w('已撤回。', 'Withdrawn.'),
    },
  })[kind]

const send = (kind: Kind, view: CaseView, said: string) => {
  const call = { params: { id: view.id } }
  if (kind === 'urge') return ask('urgeCase', { ...call, body: said ? { said } : {} })
  if (kind === 'appeal') return ask('appealCase', { ...call, body: { why: said } })
  return ask('withdrawCase', { ...call, body: { version: view.version, why: said } })
}

const Asking = ({ kind, view, close, done }: { kind: Kind; view: CaseView; close: () => void; done: () => void }) => {
  const id = useId()
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const words = about(kind)
  const act = useCommand(() => send(kind, view, said.trim()))
  const short = kind === 'appeal' && said.trim().length < 2
  const press = () => {
    setTried(true)
    if (!short) act.mutate(undefined, { onSuccess: done })
  }
  return (
    <Sheet title={words.name} close={close}>
      <p>{words.text}</p>
      <div className="field">
        <label htmlFor={id}>{words.label}</label>
        <textarea
          id={id}
          rows={3}
          maxLength={1000}
          value={said}
          aria-invalid={(tried && short) || undefined}
          onChange={(e) => setSaid(e.target.value)}
        />
        {tried && short ? <p className="wrong">{w('请写一句原因', 'Please give a reason')}</p> : null}
      </div>
      {act.wrong ? <Notice tone={codeOf(act.error) === 'cases.urged-already' ? 'info' : 'wrong'}>{act.wrong}</Notice> : null}
      <Button look="primary" onClick={press} busy={act.isPending}>
        {words.send}
      </Button>
    </Sheet>
  )
}

/** What else I may do, as far as the server says so: urge, object, withdraw. */
export const MoreWays = ({ view, appealed }: { view: CaseView; appealed: boolean }) => {
  const [open, setOpen] = useState<Kind>()
  const [done, setDone] = useState<Kind>()
  // While it is the person's own turn there is nobody to urge.
  const myTurn = view.asked !== null || view.next.length > 0
  const kinds = (['urge', 'appeal', 'withdraw'] as const).filter(
    (k) => view.ways.includes(k) && !(k === 'appeal' && appealed) && !(k === 'urge' && myTurn),
  )
  return (
    <>
      <div aria-live="polite">{done ? <Notice tone="done">{about(done).done}</Notice> : null}</div>
      {kinds.length > 0 ? (
        <div className="takes">
          {kinds.map((k) => (
            <Button key={k} look={k === 'withdraw' ? 'quiet' : 'plain'} onClick={() => setOpen(k)}>
              {about(k).name}
            </Button>
          ))}
        </div>
      ) : null}
      <a href="tel:12351" className="link">
        {w('有疑问，拨打 12351，报上编号', 'Questions: call 12351 and give the number')}
      </a>
      {open ? (
        <Asking
          kind={open}
          view={view}
          close={() => setOpen(undefined)}
          done={() => {
            setDone(open)
            setOpen(undefined)
          }}
        />
      ) : null}
    </>
  )
}
