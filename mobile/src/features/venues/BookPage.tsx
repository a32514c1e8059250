import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import type { Place, PlaceDay } from '@gongyou/contract/venues/shapes.ts'
import { type Span, clockOf, instantOf, weekdayOf } from '@gongyou/contract/venues/hours.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { ask, asking } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { shortDay, today } from '../../kit/day.ts'
import { codeOf, wordsOf } from '../../kit/failure.ts'
import { Field, Select } from '../../kit/Field.tsx'
import { newId } from '../../kit/form/new-id.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { SignedIn } from '../../kit/SignedIn.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { w } from '../../kit/text.ts'
import './venues.css'
import { weekdayName } from './words.ts'

type Slot = { span: Span; taken: boolean }

/** The beginnings one may choose on a day, and whether the first slot from there is taken. */
const slotsOf = (d: PlaceDay, place: Place): Slot[] =>
  d.open
    .flatMap(([from, to]) =>
      Array.from({ length: Math.floor((to - from) / place.slotMinutes) }, (_, i): Slot => {
        const span: Span = [from + i * place.slotMinutes, from + (i + 1) * place.slotMinutes]
        return { span, taken: d.taken.some(([a, b]) => a < span[1] && b > span[0]) }
      }),
    )
    .filter((s) => instantOf(d.day, s.span[0]) > new Date())

/** How long one may stay from a beginning: to the end of the hours, to the longest allowed. */
const lengthsOf = (d: PlaceDay, place: Place, start: number) => {
  const end = d.open.find(([a, b]) => a <= start && start < b)?.[1] ?? start
  const most = Math.min(end - start, place.mostMinutes)
  return Array.from({ length: Math.floor(most / place.slotMinutes) }, (_, i) => (i + 1) * place.slotMinutes)
}
const lengthText = (minutes: number) => (minutes % 60 === 0 ? w(`${minutes / 60} 小时`, `${minutes / 60} h`) : w(`${minutes} 分钟`, `${minutes} min`))

const Choose = ({ place, days, code }: { place: Place; days: readonly PlaceDay[]; code: string }) => {
  const [, go] = useLocation()
  const [day, setDay] = useState(() => days.find((d) => slotsOf(d, place).some((s) => !s.taken))?.day ?? days[0]!.day)
  const [start, setStart] = useState<number>()
  const [length, setLength] = useState(place.slotMinutes)
  const [purpose, setPurpose] = useState('')
  const [people, setPeople] = useState('')
  const [requestId, again] = useState(newId)
  const d = days.find((x) => x.day === day)!
  const slots = slotsOf(d, place)
  const wantsTaken = start !== undefined && d.taken.some(([a, b]) => a < start + length && b > start)
  const book = useMutation({
    mutationFn: (wait: boolean) =>
      ask('bookPlace', {
        params: { id: place.id },
        body: {
          from: instantOf(day, start!).toISOString(),
          to: instantOf(day, start! + length).toISOString(),
          purpose: purpose.trim(),
          ...(people ? { people: Number(people) } : {}),
          requestId,
          wait,
        },
      }),
    onSuccess: (b) => go(`/bookings?new=${b.id}`),
    onError: () => again(newId()),
  })
  const ready = start !== undefined && purpose.trim().length >= 2
  return (
    <>
      <div className="slots days" role="group" aria-label={w('日期', 'Day')}>
        {days.map((x) => (
          <button
            key={x.day}
            type="button"
            aria-pressed={x.day === day}
            className={slotsOf(x, place).some((s) => !s.taken) ? undefined : 'taken'}
            onClick={() => {
              setDay(x.day)
              setStart(undefined)
            }}
          >
            {x.day === today() ? w('今天', 'Today') : shortDay(x.day)}
            <small>{weekdayName(weekdayOf(x.day))}</small>
          </button>
        ))}
      </div>
      {d.because ? <p className="why">{d.because}</p> : null}
      {slots.length === 0 ? <p>{w('这一天不开放或已过时间，换一天看看。', 'Closed or over on this day; try another.')}</p> : null}
      <div className="slots" role="group" aria-label={w('开始时间', 'From')}>
        {slots.map((s) => (
          <button
            key={s.span[0]}
            type="button"
            aria-pressed={s.span[0] === start}
            className={s.taken ? 'taken' : undefined}
            onClick={() => {
              setStart(s.span[0])
              setLength(place.slotMinutes)
            }}
          >
            {clockOf(s.span[0])}
            <small>{s.taken ? w('已订，可候补', 'Taken; may wait') : w('可订', 'Free')}</small>
          </button>
        ))}
      </div>
      {start === undefined ? null : (
        <>
          <Select
            label={w('用多久', 'How long')}
            value={String(length)}
            choices={lengthsOf(d, place, start).map((m) => ({
              value: String(m),
              label: `${lengthText(m)}（${clockOf(start)}–${clockOf(start + m)}）`,
            }))}
            onChange={(v) => setLength(Number(v))}
          />
          <Field
            label={w('做什么用', 'What for')}
            name="purpose"
            maxLength={200}
            value={purpose}
            onChange={(e) => setPurpose(e.target.value)}
            hint={w('如：班组学习、羽毛球', 'e.g. team meeting, badminton')}
          />
          <Field
            label={w('多少人（可不填）', 'How many (optional)')}
            name="people"
            inputMode="numeric"
            value={people}
            onChange={(e) => setPeople(e.target.value.replace(/\D/g, '').slice(0, 4))}
            hint={place.seats ? w(`最多 ${place.seats} 人`, `At most ${place.seats}`) : undefined}
          />
          {wantsTaken ? (
            <Notice tone="due">
              {w(
                '这段时间已有人订。可以候补：前面的人取消后，按先后顺序自动轮到您，会发消息。',
                'Taken. You may wait: when it is given back, those who wait get it in order, and are told.',
              )}
            </Notice>
          ) : null}
          {place.needsApproval ? <p className="small">{w('提交后由管理员审批，结果会发消息。', 'The keeper decides; you will be told.')}</p> : null}
          {book.isError ? <Notice tone="wrong">{wordsOf(book.error)}</Notice> : null}
          {codeOf(book.error) === 'venues.taken' && !wantsTaken ? (
            <Button busy={book.isPending} onClick={() => book.mutate(true)}>
              {w('候补这个时段', 'Wait for this time')}
            </Button>
          ) : null}
          <Button
            look="primary"
            busy={book.isPending}
            aria-disabled={!ready || undefined}
            onClick={() => (ready ? book.mutate(wantsTaken) : document.querySelector<HTMLInputElement>('input[name=purpose]')?.focus())}
          >
            {wantsTaken ? w('候补', 'Wait for it') : place.needsApproval ? w('提交预订', 'Ask for it') : w('预订', 'Book')}
          </Button>
        </>
      )}
      <p className="small">
        {w(
          `最早提前 ${place.aheadDays} 天，一次最长 ${lengthText(place.mostMinutes)}，开始前 ${place.cancelHours} 小时可取消。`,
          `Up to ${place.aheadDays} days ahead, at most ${lengthText(place.mostMinutes)}, to be cancelled ${place.cancelHours} h before.`,
        )}{' '}
        <a className="link" href={`/m/v/${code}`}>
          {w('看阵地', 'The venue')}
        </a>
      </p>
    </>
  )
}

/** Books a place: a day, a time, what for. */
export const BookPage = () => {
  const { code = '', place = '' } = useParams<{ code: string; place: string }>()
  const times = useQuery(asking('listPlaceDays', { params: { id: place }, query: { from: today(), days: 14 } }))
  const title = times.data?.place.name ?? w('预订', 'Book')
  const within = times.data?.days.filter((d) => d.day <= addDays(today(), times.data.place.aheadDays))
  return (
    <SignedIn title={title} back={`/v/${code}`} why={w('登录后才能预订，订上了好通知您。', 'Sign in to book, so that we can tell you.')}>
      <Page title={title} back={`/v/${code}`}>
        {times.isError ? <Notice tone="due">{wordsOf(times.error)}</Notice> : null}
        {times.isPending ? <Skeleton lines={8} /> : null}
        {times.data && within ? <Choose place={times.data.place} days={within} code={code} /> : null}
      </Page>
    </SignedIn>
  )
}
