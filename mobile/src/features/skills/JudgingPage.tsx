import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useParams } from 'wouter'
import { ask, asking } from '../../kit/api.ts'
import { codeOf, wordsOf } from '../../kit/failure.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { SignedIn } from '../../kit/SignedIn.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { w } from '../../kit/text.ts'
import { dropDraft, waitingOf } from './judge-drafts.ts'
import { SheetForm } from './SheetForm.tsx'
import './skills.css'

/** Sends what lies on the phone; what the server refuses stays there and says why. */
const sendWaiting = async (round: string): Promise<string | undefined> => {
  let wrong: string | undefined
  for (const { blind, marks } of waitingOf(round))
    try {
      await ask('handInSheet', { params: { id: round }, body: { blind, marks: marks as never } })
      dropDraft(round, blind)
    } catch (error) {
      if (codeOf(error)) wrong = `${blind}：${wordsOf(error)}`
    }
  return wrong
}

const Numbers = ({ round }: { round: string }) => {
  const mine = useQuery(asking('getMyJudging', { params: { id: round } }))
  const [blind, setBlind] = useState<number>()
  const [wrong, setWrong] = useState<string>()
  const again = async () => {
    setWrong(await sendWaiting(round))
    await mine.refetch()
  }
  useEffect(() => {
    void again()
    const onLine = () => void again()
    addEventListener('online', onLine)
    return () => removeEventListener('online', onLine)
  }, [round])
  if (mine.isPending)
    return (
      <Page title={w('评分', 'Judging')} back="/judging">
        <Skeleton lines={6} />
      </Page>
    )
  if (!mine.data)
    return (
      <Page title={w('评分', 'Judging')} back="/judging">
        <Notice tone="wrong">{wordsOf(mine.error)}</Notice>
      </Page>
    )
  const { sheets, scheme, trade, name, opened } = mine.data
  const open = sheets.find((s) => s.blind === blind)
  if (open && !open.handedIn)
    return (
      <SheetForm
        key={open.blind}
        round={round}
        blind={open.blind}
        title={`${trade} · ${name}`}
        scheme={scheme}
        onClose={() => {
          setBlind(undefined)
          void again()
        }}
      />
    )
  const waiting = new Set(waitingOf(round).map((x) => x.blind))
  const left = sheets.filter((s) => !s.handedIn && !s.absent && !waiting.has(s.blind)).length
  return (
    <Page title={`${trade} · ${name}`} back="/judging">
      {opened ? (
        <Notice tone="done">{w('本轮已开封，评分结束。谢谢您。', 'The round is open; judging is over. Thank you.')}</Notice>
      ) : (
        <p>
          {left > 0
            ? w(
                `还有 ${left} 个编号没有评分。点编号打分，交表后封存，不能再改。`,
                `${left} numbers to go. Tap a number; a sheet is sealed when handed in.`,
              )
            : waiting.size > 0
              ? w('都评完了，等联网后提交。', 'All scored; waiting for the network.')
              : w('都评完了，等待统一开封。', 'All handed in; the sheets will be opened together.')}
        </p>
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

/** 评分: the numbers a judge has to score. No name stands here, and none comes over the line. */
export const JudgingPage = () => {
  const { id } = useParams<{ id: string }>()
  return (
    <SignedIn title={w('评分', 'Judging')} back="/" why={w('登录后才能评分。', 'Sign in to score.')}>
      <Numbers round={id} />
    </SignedIn>
  )
}
