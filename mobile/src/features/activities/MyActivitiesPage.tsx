import type { MySignUp } from '@gongyou/contract/activities/shapes.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'wouter'
import { ask, asking } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { wordsOf } from '../../kit/failure.ts'
import { language } from '../../kit/language.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { SignedIn } from '../../kit/SignedIn.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { w } from '../../kit/text.ts'
import './activities.css'
import { Rate } from './Rate.tsx'
import { SignUpCard } from './SignUpCard.tsx'
import { when } from './when.ts'

const One = ({ m }: { m: MySignUp }) => {
  const client = useQueryClient()
  const toRate = m.sessions.find((s) => s.mayRate)
  return (
    <section className="section pool">
      <h2>
        <Link href={`/activities/${m.activityId}`}>{m.title}</Link>
      </h2>
      {m.sessions.map((s) => (
        <p key={s.id} className={s.cancelled ? 'off' : undefined}>
          {when(s.startsAt, s.endsAt, language() === 'zh')}
          <br />
          <span className="small">{s.place}</span>
        </p>
      ))}
      <SignUpCard mine={m} />
      {toRate ? (
        <Rate
          asks={w('这次活动怎么样', 'How was it?')}
          send={(body) => ask('rateSession', { params: { id: toRate.id }, body })}
          onDone={() => client.invalidateQueries({ queryKey: ['listMySignUps'] })}
        />
      ) : null}
    </section>
  )
}

/** One's calendar, for the phone's own: an address nobody else knows. */
const Calendar = () => {
  const make = useMutation({ mutationFn: () => ask('makeMyCalendar', {}) })
  return (
    <section className="section">
      {make.data ? (
        <p className="small">
          {w('把这个地址加到手机日历的“订阅日历”，不要发给别人：', 'Add this address to your phone’s subscribed calendars; keep it to yourself: ')}
          <a className="link" href={make.data.url.replace(/^https?:/, 'webcal:')}>
            {make.data.url}
          </a>
        </p>
      ) : (
        <Button busy={make.isPending} onClick={() => make.mutate()}>
          {w('把我的活动放进手机日历', 'Put my activities into the phone’s calendar')}
        </Button>
      )}
    </section>
  )
}

const Mine = () => {
  const list = useQuery(asking('listMySignUps', {}))
  const rows = list.data?.rows ?? []
  const now = new Date().toISOString()
  const isAhead = (m: MySignUp) => m.state !== 'cancelled' && m.sessions.some((s) => s.endsAt > now && !s.cancelled)
  const [ahead, past] = [rows.filter(isAhead), rows.filter((m) => !isAhead(m))]
  return (
    <Page title={w('我的报名', 'My sign-ups')} back="/activities" bar>
      {list.isPending ? <Skeleton lines={6} /> : null}
      {list.isError ? <Notice tone="due">{wordsOf(list.error)}</Notice> : null}
      {ahead.map((m) => (
        <One key={m.id} m={m} />
      ))}
      {list.data && rows.length === 0 ? (
        <>
          <p>{w('您还没有报过名。', 'You have not signed up for anything yet.')}</p>
          <Link href="/activities" className="button primary">
            {w('看看近期活动', 'See what is on')}
          </Link>
        </>
      ) : null}
      {past.length > 0 ? (
        <section>
          <h2 className="part">{w('过去的', 'Past')}</h2>
          {past.map((m) => (
            <One key={m.id} m={m} />
          ))}
        </section>
      ) : null}
      {ahead.length > 0 ? <Calendar /> : null}
    </Page>
  )
}

export const MyActivitiesPage = () => (
  <SignedIn title={w('我的报名', 'My sign-ups')} back="/activities" why={w('登录后看自己的报名和候补名次。', 'Sign in to see your sign-ups.')}>
    <Mine />
  </SignedIn>
)
