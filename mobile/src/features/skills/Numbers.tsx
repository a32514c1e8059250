import type { Marks, Scheme } from '@gongyou/contract/skills/scoring.ts'
import { useEffect, useState } from 'react'
import { codeOf, wordsOf } from '../../kit/failure.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { w } from '../../kit/text.ts'
import { dropDraft, waitingOf } from './judge-drafts.ts'
import { SheetForm } from './SheetForm.tsx'
import './skills.css'

/** How a finished sheet leaves the phone. */
export type Send = (blind: number, marks: Marks) => Promise<unknown>
type Bench = {
  trade: string
  name: string
  scheme: Scheme
  opened: boolean
  sheets: readonly { blind: number; handedIn: boolean; absent: boolean }[]
}
type Given = { bench: Bench; place: string; back: string; send: Send; again: () => Promise<unknown> }

/** Sends what lies on the phone; what the server refuses stays there and says why. */
const sendWaiting = async (place: string, send: Send): Promise<string | undefined> => {
  let wrong: string | undefined
  for (const { blind, marks } of waitingOf(place))
    try {
      await send(blind, marks)
      dropDraft(place, blind)
    } catch (error) {
      if (codeOf(error)) wrong = `${blind}：${wordsOf(error)}`
    }
  return wrong
}

const sayLeft = (left: number, waiting: number) => {
  if (left > 0)
    return w(
      `还有 ${left} 个编号没有评分。点编号打分，交表后封存，不能再改。`,
      `${left} numbers to go. Tap a number; a sheet is sealed when handed in.`,
    )
  return waiting > 0
    ? w('都评完了，等联网后提交。', 'All scored; waiting for the network.')
    : w('都评完了，等待统一开封。', 'All handed in; the sheets will be opened together.')
}

/** The numbers a judge has to score in one round, however he came here. */
export const Numbers = ({ bench, place, back, send, again }: Given) => {
  const [blind, setBlind] = useState<number>()
  const [wrong, setWrong] = useState<string>()
  const refresh = async () => {
    setWrong(await sendWaiting(place, send))
    await again()
  }
  useEffect(() => {
    void refresh()
    const onLine = () => void refresh()
    addEventListener('online', onLine)
    return () => removeEventListener('online', onLine)
  }, [place])
  const { sheets, scheme, trade, name, opened } = bench
  const open = sheets.find((s) => s.blind === blind)
  if (open && !open.handedIn)
    return (
      <SheetForm
        key={open.blind}
        place={place}
        send={send}
        back={back}
        blind={open.blind}
        title={`${trade} · ${name}`}
        scheme={scheme}
        onClose={() => {
          setBlind(undefined)
          void refresh()
        }}
      />
    )
  const waiting = new Set(waitingOf(place).map((x) => x.blind))
  const left = sheets.filter((s) => !s.handedIn && !s.absent && !waiting.has(s.blind)).length
  return (
    <Page title={`${trade} · ${name}`} back={back}>
      {opened ? (
        <Notice tone="done">{w('本轮已开封，评分结束。谢谢您。', 'The round is open; judging is over. Thank you.')}</Notice>
      ) : (
        <p>{sayLeft(left, waiting.size)}</p>
      )}
      {wrong ? <Notice tone="wrong">{wrong}</Notice> : null}
      {waiting.size > 0 ? (
        <Notice tone="due">
          {w(`${waiting.size} 张已存在这部手机，联网后自动提交。`, `${waiting.size} kept on this phone; they go out when there is a network.`)}
        </Notice>
      ) : null}
      <ul className="judge-numbers">
        {sheets.map((s) => (
          <li key={s.blind}>
            <button
              type="button"
              disabled={s.handedIn || s.absent || opened}
              className={s.handedIn ? 'in' : waiting.has(s.blind) ? 'waiting' : ''}
              onClick={() => setBlind(s.blind)}
            >
              <b>{s.blind}</b>
              <span>
                {s.absent ? w('缺席', 'absent') : s.handedIn ? w('已交', 'in') : waiting.has(s.blind) ? w('待提交', 'waiting') : w('评分', 'score')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Page>
  )
}
