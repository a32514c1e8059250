import type { Booking } from '@gongyou/contract/venues/shapes.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useSearch } from 'wouter'
import { ask, asking } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { moment } from '../../kit/day.ts'
import { wordsOf } from '../../kit/failure.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { SignedIn } from '../../kit/SignedIn.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { w } from '../../kit/text.ts'
import './venues.css'
import { stateName } from './words.ts'

const over = (b: Booking) => b.to <= new Date().toISOString()
const stands = (b: Booking) => ['asked', 'confirmed', 'waiting'].includes(b.state) && !over(b)

const said = (b: Booking) => {
  if (b.state === 'waiting')
    return over(b)
      ? w('没有轮到', 'Not reached')
      : b.ahead
        ? w(`候补，前面还有 ${b.ahead} 位`, `Waiting, ${b.ahead} before you`)
        : w('候补，下一个是您', 'Waiting; you are next')
  if (b.state === 'confirmed') return over(b) ? w('已使用', 'Used') : w('已订上', 'Booked')
  return stateName(b.state)
}

const One = ({ b, fresh }: { b: Booking; fresh: boolean }) => {
  const queries = useQueryClient()
  const cancel = useMutation({
    mutationFn: () => ask('cancelMyBooking', { params: { id: b.id }, body: {} }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['listMyBookings'] }),
  })
  const late = b.state === 'confirmed' && b.cancelBefore < new Date().toISOString()
  return (
    <div className={`row${fresh ? ' chosen' : ''}`}>
      <span className="text">
        <span className="title">
          {moment(b.from)}–{moment(b.to).slice(-5)}
        </span>
        <span className="sub">
          {b.venue.name} · {b.place.name}
          <br />
          <strong>{said(b)}</strong>
          {b.because ? `：${b.because}` : ''}
          {b.purpose ? ` · ${b.purpose}` : ''}
          {late && stands(b) ? (
            <>
              <br />
              {w('已过取消时限，有变化请打电话', 'Too late to cancel here; please call')}
            </>
          ) : null}
          {cancel.isError ? (
            <>
              <br />
              <span className="wrong">{wordsOf(cancel.error)}</span>
            </>
          ) : null}
        </span>
      </span>
      {stands(b) && !late ? (
        <Button busy={cancel.isPending} onClick={() => cancel.mutate()}>
          {b.state === 'waiting' ? w('不等了', 'Stop waiting') : w('取消', 'Cancel')}
        </Button>
      ) : b.state === 'displaced' && !over(b) ? (
        <Link className="button" href={`/v/${b.venue.code}/book/${b.place.id}`}>
          {w('改订', 'Book again')}
        </Link>
      ) : null}
    </div>
  )
}

/** What I have booked, what I wait for, and what became of it. */
export const BookingsPage = () => {
  const fresh = new URLSearchParams(useSearch()).get('new')
  const title = w('我的预订', 'My bookings')
  const mine = useQuery({ ...asking('listMyBookings', {}), retry: false })
  const rows = mine.data?.rows ?? []
  const made = rows.find((b) => b.id === fresh)
  const groups = [
    [w('将要使用', 'To come'), rows.filter(stands).reverse()],
    [w('以前的', 'Earlier'), rows.filter((b) => !stands(b))],
  ] as const
  return (
    <SignedIn title={title} back="/map" why={w('登录后可以看到自己的预订。', 'Sign in to see your bookings.')}>
      <Page title={title} back="/map" bar>
        {made ? (
          <Notice tone={made.state === 'confirmed' ? 'done' : 'info'} title={said(made)}>
            {made.state === 'confirmed'
              ? w('到时直接来，出示会员卡即可。', 'Just come, and show your member card.')
              : made.state === 'asked'
                ? w('已提交，等待管理员审批，结果会发消息。', 'Sent; the keeper decides and you will be told.')
                : w('轮到您时会发消息。', 'You will be told when it is yours.')}
          </Notice>
        ) : null}
        {mine.isError ? <Notice tone="due">{wordsOf(mine.error)}</Notice> : null}
        {mine.isPending ? <Skeleton lines={5} /> : null}
        {groups.map(([name, list]) =>
          list.length > 0 ? (
            <section className="section" key={name}>
              <h2>{name}</h2>
              <div className="rows">
                {list.map((b) => (
                  <One key={b.id} b={b} fresh={b.id === fresh} />
                ))}
              </div>
            </section>
          ) : null,
        )}
        {mine.data && rows.length === 0 ? (
          <p>{w('还没有预订。在地图上选“可预订”的阵地。', 'No bookings yet. Choose a bookable venue on the map.')}</p>
        ) : null}
        <Link href="/map" className="button">
          {w('去地图', 'To the map')}
        </Link>
      </Page>
    </SignedIn>
  )
}
