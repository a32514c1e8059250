import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Link, useParams } from 'wouter'
import { ask, asking } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { day } from '../../kit/day.ts'
import { wordsOf } from '../../kit/failure.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { Facts } from '../../kit/Row.tsx'
import { SignedIn } from '../../kit/SignedIn.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { w } from '../../kit/text.ts'

const Write = ({ contest, trade }: { contest: string; trade: string }) => {
  const field = useId()
  const board = useQuery(asking('getScoreboard', { params: { id: contest } }))
  const [why, setWhy] = useState('')
  const send = useMutation({ mutationFn: () => ask('objectToResult', { params: { id: trade }, body: { why: why.trim() } }) })
  const of = board.data?.trades.find((t) => t.id === trade)
  const back = `/board/${contest}`
  const title = w('对成绩有异议', 'Object to a result')
  if (send.data)
    return (
      <Page title={w('已收到', 'Received')} back={back}>
        <Notice tone="done" title={w(`受理号 ${send.data.number}`, `Number ${send.data.number}`)}>
          {w(
            '仲裁组 3 个工作日内核查并答复您。核查完之前不授予称号。',
            'The arbitration group answers within three working days; no title is given before.',
          )}
        </Notice>
        <Link href="/cases" className="button primary">
          {w('看办理进度', 'Follow it')}
        </Link>
      </Page>
    )
  if (!board.data || !of)
    return (
      <Page title={title} back={back}>
        {board.isPending ? (
          <Skeleton lines={5} />
        ) : (
          <Notice tone="wrong">{board.isError ? wordsOf(board.error) : w('没有这个工种。', 'No such trade.')}</Notice>
        )}
      </Page>
    )
  if (of.noticeUntil === null)
    return (
      <Page title={title} back={back}>
        <p>{w('现在没有正在公示的成绩，异议要在公示期内提出。', 'No result is posted now; an objection is raised while one is.')}</p>
        <Link href={back} className="button">
          {w('看成绩屏', 'Scoreboard')}
        </Link>
      </Page>
    )
  return (
    <Page
      title={title}
      back={back}
      foot={
        <Button look="primary" busy={send.isPending} disabled={why.trim().length < 6} onClick={() => send.mutate()}>
          {w('提交异议', 'Send')}
        </Button>
      }
    >
      <Facts
        rows={[
          [w('竞赛', 'Contest'), board.data.name],
          [w('工种', 'Trade'), of.name],
          [w('公示到', 'Posted until'), day(of.noticeUntil)],
        ]}
      />
      <div className="field">
        <label htmlFor={field}>{w('对哪一项有异议，理由是什么', 'What do you object to, and why?')}</label>
        <textarea id={field} rows={5} maxLength={1000} value={why} aria-describedby={`${field}d`} onChange={(e) => setWhy(e.target.value)} />
        <p id={`${field}d`} className="hint">
          {w('写清名次、编号或评分项，越具体查得越快。', 'Name the place, number or item: the more exact, the sooner it is checked.')}
        </p>
      </div>
      {send.isError ? <Notice tone="wrong">{wordsOf(send.error)}</Notice> : null}
      <p className="small">{w('由仲裁组核查；您的异议不在成绩屏上显示。', 'The arbitration group looks into it; it is not shown on the board.')}</p>
    </Page>
  )
}

/** 竞赛成绩异议: for an entrant who doubts a posted result. */
export const ObjectionPage = () => {
  const { contest, trade } = useParams<{ contest: string; trade: string }>()
  return (
    <SignedIn
      title={w('对成绩有异议', 'Object to a result')}
      back={`/board/${contest}`}
      why={w('登录后提出异议，好把结果告诉您。', 'Sign in, so that the answer finds you.')}
    >
      <Write contest={contest} trade={trade} />
    </SignedIn>
  )
}
