import { courseOrder } from '@gongyou/contract/lawmenu/course-order.ts'
import { menus } from '@gongyou/contract/lawmenu/courses.ts'
import type { AddressAnswer, Answers, Reference } from '@gongyou/contract/forms/index.ts'
import { instantOf } from '@gongyou/contract/venues/hours.ts'
import { later } from '../../kit/clock.ts'
import type { Look } from '../../kit/db/database.ts'
import { newestKind } from '../activities/index.ts'
import type { Matter } from '../cases/index.ts'
import { findEntry } from '../registers/index.ts'

/** What an order says once it is matched; the form has read it. */
type Order = {
  menu: (typeof menus)[number]['code']
  course?: Reference
  wish?: string
  audience: string
  people: number
  placeKind: string
  place: AddressAnswer
  mode: 'onsite' | 'online'
  lecturer: Reference
  heldOn: string
  heldAt: string
  planned?: number
}
export const orderOf = ({ row }: Matter) => row.answers as Order

const usualMinutes = 90

/** The kind of activity each menu yields, and how its form is filled in. */
const kinds: Record<Order['menu'], { kind: string; answers: (o: Order, title: string) => Answers; everybody?: true }> = {
  law: { kind: 'lecture', answers: (o) => ({ lecturer: o.lecturer.name, subject: 'law', group: o.audience }) },
  health: { kind: 'lecture', answers: (o) => ({ lecturer: o.lecturer.name, subject: 'health', group: o.audience }) },
  public: { kind: 'lecture', answers: (o) => ({ lecturer: o.lecturer.name, subject: 'other', group: o.audience }) },
  women: { kind: 'mobile-class', answers: (o, title) => ({ course: title.slice(0, 60), teacher: o.lecturer.name.slice(0, 60), group: o.audience }) },
  caravan: { kind: 'caravan', answers: (o, title) => ({ topic: title, speaker: o.lecturer.name.slice(0, 60) }), everybody: true },
}

const courseAnswers = async (look: Look, course: Reference | undefined) =>
  ((course && (await findEntry(look, course.id))?.row.answers) ?? {}) as { minutes?: number; outline?: string }

/** When and where an order is given, as a session. */
export const sessionFor = async (look: Look, matter: Matter) => {
  const o = orderOf(matter)
  const from = instantOf(o.heldOn, Number(o.heldAt.slice(0, 2)) * 60 + Number(o.heldAt.slice(2)))
  const minutes = o.planned ?? (await courseAnswers(look, o.course)).minutes ?? usualMinutes
  const online = o.mode === 'online'
  return {
    startsAt: from.toISOString(),
    endsAt: later(from, { minutes }).toISOString(),
    place: online ? '线上' : o.place.text.slice(0, 80) || matter.row.title.slice(0, 80),
    address: online ? '' : o.place.text,
    ...(o.place.point && !online ? { point: [...o.place.point] as [number, number] } : {}),
    audience: o.placeKind,
    head: o.lecturer.name.slice(0, 40),
  }
}

/** An order as the plan of an activity. Those of the unit that ordered may sign up; a caravan is for whoever passes by. */
export const planFor = async (look: Look, matter: Matter) => {
  const o = orderOf(matter)
  const title = (o.course?.name ?? o.wish ?? matter.row.title).slice(0, 80)
  const { kind, answers, everybody } = kinds[o.menu]
  // An office may have revised the kind: what it no longer asks is left out.
  const { form } = (await newestKind(look, kind)).kind
  const filled = Object.fromEntries(Object.entries(answers(o, title)).filter(([name]) => Object.hasOwn(form, name)))
  const unit = matter.row.applicant_org_id ?? matter.row.org_id
  const { name } = await look.db
    .selectFrom('organisations.org')
    .select('name')
    .where('region', '=', look.region)
    .where('id', '=', unit)
    .executeTakeFirstOrThrow()
  const says = { zh: `限${name}的职工`, en: `Those of ${name}` }
  return {
    kind,
    orgId: matter.row.org_id,
    title,
    about: ((await courseAnswers(look, o.course)).outline ?? o.wish ?? '').slice(0, 4000),
    contact: '',
    programme: menus.find((m) => m.code === o.menu)!.label.zh,
    answers: filled,
    ...(everybody ? {} : { rules: [{ holds: { of: 'person.unions' as const, includes: unit }, says }] }),
    whole: false,
    template: false,
    sessions: [await sessionFor(look, matter)],
    seats: everybody ? {} : { seats: o.people },
    askedCase: matter.row.id,
  }
}

export const orderCode = courseOrder.code
