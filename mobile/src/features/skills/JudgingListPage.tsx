import { useQuery } from '@tanstack/react-query'
import { asking } from '../../kit/api.ts'
import { day } from '../../kit/day.ts'
import { wordsOf } from '../../kit/failure.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { RowLink } from '../../kit/Row.tsx'
import { SignedIn } from '../../kit/SignedIn.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { w } from '../../kit/text.ts'

const List = () => {
  const mine = useQuery(asking('listMyJudging', {}))
  return (
    <Page title={w('我的评分', 'My judging')} back="/me">
      {mine.isPending ? <Skeleton /> : null}
      {mine.isError ? <Notice tone="wrong">{wordsOf(mine.error)}</Notice> : null}
      {mine.data?.rows.length === 0 ? (
        <p>{w('现在没有请您评分的比赛。抽签抽到您之后，会出现在这里。', 'No round to judge now. When you are drawn, it appears here.')}</p>
      ) : null}
      {mine.data && mine.data.rows.length > 0 ? (
        <div className="rows">
          {mine.data.rows.map((r) => (
            <RowLink
              key={r.round}
              to={`/judging/${r.round}`}
              title={`${r.trade} · ${r.name}`}
              sub={[r.contest, r.heldOn ? day(r.heldOn) : '', r.place].filter(Boolean).join(' · ')}
              end={r.opened ? w('已开封', 'opened') : `${r.in} / ${r.of}`}
            />
          ))}
        </div>
      ) : null}
    </Page>
  )
}

/** Rounds a judge sits in. A judge without an account signs in by the code sent to his phone. */
export const JudgingListPage = () => (
  <SignedIn title={w('我的评分', 'My judging')} back="/" why={w('登录后可以看到请您评分的比赛。', 'Sign in to see the rounds you judge.')}>
    <List />
  </SignedIn>
)
