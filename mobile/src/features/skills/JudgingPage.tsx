import type { Marks } from '@gongyou/contract/skills/scoring.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { ask, asking } from '../../kit/api.ts'
import { wordsOf } from '../../kit/failure.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { SignedIn } from '../../kit/SignedIn.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { w } from '../../kit/text.ts'
import { Numbers } from './Numbers.tsx'

const Mine = ({ round }: { round: string }) => {
  const mine = useQuery(asking('getMyJudging', { params: { id: round } }))
  if (mine.data)
    return (
      <Numbers
        bench={mine.data}
        place={round}
        back="/judging"
        send={(blind, marks: Marks) => ask('handInSheet', { params: { id: round }, body: { blind, marks: marks as never } })}
        again={() => mine.refetch()}
      />
    )
  return (
    <Page title={w('评分', 'Judging')} back="/judging">
      {mine.isPending ? <Skeleton lines={6} /> : <Notice tone="wrong">{wordsOf(mine.error)}</Notice>}
    </Page>
  )
}

/** 评分: the numbers a judge has to score. No name stands here, and none comes over the line. */
export const JudgingPage = () => {
  const { id } = useParams<{ id: string }>()
  return (
    <SignedIn title={w('评分', 'Judging')} back="/" why={w('登录后才能评分。', 'Sign in to score.')}>
      <Mine round={id} />
    </SignedIn>
  )
}
