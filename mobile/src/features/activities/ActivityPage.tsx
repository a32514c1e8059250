import type { MySignUp, OpenActivity, PoolView, SessionView } from '@gongyou/contract/activities/shapes.ts'
import { sexesOf } from '@gongyou/contract/activities/words.ts'
import { useQuery } from '@tanstack/react-query'
import { Suspense, lazy, useState } from 'react'
import { Link, useParams } from 'wouter'
import { asking } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { moment } from '../../kit/day.ts'
import { isUnreached, wordsOf } from '../../kit/failure.ts'
import { language, say } from '../../kit/language.ts'
import { useMe } from '../../kit/me.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { Facts } from '../../kit/Row.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { w } from '../../kit/text.ts'
import './activities.css'
import { DrawResult } from './DrawResult.tsx'
import { SignUpCard } from './SignUpCard.tsx'
import { SignUpSheet } from './SignUpSheet.tsx'
import { when } from './when.ts'
import { poolLine } from './words.ts'

const SharePoster = lazy(() => import('./SharePoster.tsx').then((m) => ({ default: m.SharePoster })))

const isTaken = (m: MySignUp) => m.state !== 'cancelled'

const Where = ({ s }: { s: SessionView }) =>
  s.point ? (
    <a className="link" href={`https://uri.amap.com/marker?position=${s.point[0]},${s.point[1]}&name=${encodeURIComponent(s.place)}`}>
      {s.place}
    </a>
  ) : (
    <>{s.place}</>
  )

const Pool = ({ activity, pool, sign }: { activity: OpenActivity; pool: PoolView; sign: () => void }) => {
  const { signedIn } = useMe()
  const sessions = activity.sessionList.filter((s) => s.poolId === pool.id)
  const mine = activity.mine.find((m) => m.poolId === pool.id && isTaken(m))
  const may = !mine && (pool.stage === 'open' || pool.stage === 'standby') && sessions.some((s) => !s.cancelled)
  const verb = pool.rule === 'draw' ? w('报名抽签', 'Enter the draw') : pool.stage === 'standby' ? w('排候补', 'Join standby') : w('报名', 'Sign up')
  return (
    <section className="section pool">
      {sessions.map((s) => (
        <p key={s.id} className={s.cancelled ? 'off' : undefined}>
          <b>{when(s.startsAt, s.endsAt, language() === 'zh')}</b>
          <br />
          <Where s={s} />
          {s.address ? <span className="small"> {s.address}</span> : null}
          {s.cancelled ? <span className="wrong">{w(` 已取消：${s.because}`, ` Cancelled: ${s.because}`)}</span> : null}
        </p>
      ))}
      {mine ? (
        <>
          <SignUpCard mine={mine} />
          {activity.matches && mine.state === 'confirmed' ? (
            <Link href={`/matchmaking/${activity.id}`} className="button wide">
              {w('联谊卡与互选', 'My card, and choosing')}
            </Link>
          ) : null}
        </>
      ) : (
        <>
          <p className="small">{[poolLine(pool), ...sexesOf(pool).map(say)].join(' · ')}</p>
          {may && signedIn ? (
            <Button look="primary" className="wide" onClick={sign}>
              {verb}
            </Button>
          ) : null}
          {may && !signedIn ? (
            <Link href={`/sign-in?to=${encodeURIComponent(`/activities/${activity.id}`)}`} className="button primary wide">
              {w('登录后报名', 'Sign in to sign up')}
            </Link>
          ) : null}
        </>
      )}
      {pool.drawnAt ? <DrawResult pool={pool.id} /> : null}
      {pool.seedHash && !pool.drawnAt ? (
        <p className="small">
          {w(`抽签承诺值 ${pool.seedHash.slice(0, 16)}…，报名前已公布`, `Commitment of the draw ${pool.seedHash.slice(0, 16)}…`)}
        </p>
      ) : null}
    </section>
  )
}

const About = ({ a }: { a: OpenActivity }) => {
  const [signing, sign] = useState<string>()
  const [sharing, share] = useState(false)
  const pool = a.pools.find((p) => p.id === signing)
  const first = a.pools[0]
  return (
    <Page title={a.title} back="/activities">
      {a.stage === 'cancelled' ? (
        <Notice tone="wrong" title={w('活动已取消', 'Cancelled')}>
          {a.because}
        </Notice>
      ) : null}
      {a.about ? <p className="about">{a.about}</p> : null}
      {a.stage === 'cancelled' ? null : a.pools.map((p) => <Pool key={p.id} activity={a} pool={p} sign={() => sign(p.id)} />)}
      <Facts
        rows={[
          [w('组织者', 'Organiser'), a.org.name],
          [w('类型', 'Kind'), say(a.kind.title)],
          ...a.answers.map((x) => [say(x.label), say(x.value)] as const),
          ...(a.rules.length > 0
            ? [
                [
                  w('谁能报', 'For whom'),
                  <ul className="plain" key="r">
                    {a.rules.map((r) => (
                      <li key={r.zh}>{say(r)}</li>
                    ))}
                  </ul>,
                ] as const,
              ]
            : []),
          ...(first
            ? [
                [
                  w('取消', 'Cancelling'),
                  first.cancelUntil < new Date().toISOString()
                    ? w(
                        '有了名额的已不能自己取消，来不了请打电话告诉组织者',
                        'Whoever has a seat can no longer cancel by himself; call the organiser if you cannot come',
                      )
                    : w(`${moment(first.cancelUntil)} 前可自行取消`, `Until ${moment(first.cancelUntil)}`),
                ] as const,
              ]
            : []),
          ...(a.first.length > 0 || first?.firstTimers
            ? [
                [
                  w('次序', 'Order'),
                  [...a.first.map(say), ...(first?.firstTimers ? [w('未参加过的优先', 'Those who have not been come first')] : [])].join(
                    w('；', '; '),
                  ),
                ] as const,
              ]
            : []),
          ...(a.contact ? [[w('咨询', 'Questions'), a.contact] as const] : []),
        ]}
      />
      {a.stage === 'cancelled' ? null : (
        <Button className="wide" onClick={() => share(true)}>
          {w('分享给工友', 'Share')}
        </Button>
      )}
      <p className="small">{w('不方便用手机，可打电话或到服务站请工作人员代报。', 'If the phone is awkward, the staff of a station sign you up.')}</p>
      {sharing ? (
        <Suspense>
          <SharePoster activity={a} close={() => share(false)} />
        </Suspense>
      ) : null}
      {pool ? <SignUpSheet activity={a} pool={pool} close={() => sign(undefined)} /> : null}
    </Page>
  )
}

/** One activity: when, where, for whom; and my seat in it. Public. */
export const ActivityPage = () => {
  const { id } = useParams<{ id: string }>()
  const activity = useQuery(asking('getOpenActivity', { params: { id } }))
  if (activity.data) return <About a={activity.data} />
  return (
    <Page title={w('活动', 'Activities')} back="/activities">
      {activity.error ? (
        <>
          <Notice tone={isUnreached(activity.error) ? 'due' : 'wrong'}>{wordsOf(activity.error)}</Notice>
          <Button onClick={() => void activity.refetch()} busy={activity.isFetching}>
            {w('再试一次', 'Try again')}
          </Button>
        </>
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  )
}
