import { civilOf, clockOf } from '@gongyou/contract/venues/hours.ts'
import type { Text } from '@gongyou/contract/kit/text.ts'
import type { Work } from '../../kit/db/database.ts'
import { tell } from '../notices/index.ts'
import type { BookingRow } from './booking.ts'
import type { Offer } from './offers.ts'

/** `11月25日 14:00–16:00`. */
export const timeText = ({ from, to }: { from: Date; to: Date }) => {
  const [a, b] = [civilOf(from), civilOf(to)]
  return `${Number(a.day.slice(5, 7))}月${Number(a.day.slice(8))}日 ${clockOf(a.minute)}–${b.minute === 0 ? '24:00' : clockOf(b.minute)}`
}
const timeInEnglish = ({ from, to }: { from: Date; to: Date }) => {
  const [a, b] = [civilOf(from), civilOf(to)]
  return `${a.day} ${clockOf(a.minute)}–${b.minute === 0 ? '24:00' : clockOf(b.minute)}`
}
const span = (b: Pick<BookingRow, 'from_at' | 'to_at'>) => ({ from: b.from_at, to: b.to_at })

const whereTo = async (work: Work, b: BookingRow) => {
  if (!b.session_id) return b.person_id ? '/m/bookings' : '/console/bookings'
  const session = await work.tx
    .selectFrom('activities.session')
    .select('activity_id')
    .where('region', '=', work.region)
    .where('id', '=', b.session_id)
    .executeTakeFirstOrThrow()
  return `/console/activities/${session.activity_id}`
}

/** Tells whoever made a booking; an officer who booked for others is told in the console. */
export const tellBooked = async (work: Work, b: BookingRow, what: { venue: string; place: string }, title: Text, more: Text = { zh: '', en: '' }) => {
  const recipient = b.person_id ?? b.asked_by
  if (!recipient) return
  const at = `${what.venue} · ${what.place}`
  await tell(work, recipient, {
    kind: 'venue.booking',
    title: { zh: `${title.zh}：${at}`, en: `${title.en}: ${at}` },
    body: {
      zh: `${timeText(span(b))}${b.purpose ? `，${b.purpose}` : ''}。${more.zh}`,
      en: `${timeInEnglish(span(b))}${b.purpose ? `, ${b.purpose}` : ''}. ${more.en}`,
    },
    link: await whereTo(work, b),
  })
}

/** What is said to somebody whose time was taken away, with what he could have instead. */
export const offersText = (because: string, offers: readonly Offer[]): Text => {
  const zh = offers.map((o) => `${timeText(o)} ${o.venue.name}${o.place.name}`).join('；')
  const en = offers.map((o) => `${timeInEnglish(o)} ${o.venue.name} ${o.place.name}`).join('; ')
  return {
    zh: `原因：${because}。${offers.length > 0 ? `可以改订：${zh}。` : '一周内没有同样的空闲场地，请打电话给管理员。'}`,
    en: `Reason: ${because}. ${offers.length > 0 ? `You could have: ${en}.` : 'Nothing like it is free within a week; please call the keeper.'}`,
  }
}
