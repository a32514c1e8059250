import { courseOrder } from '../../contract/src/lawmenu/course-order.ts'
import { addDays } from '../../contract/src/kit/civil-date.ts'
import { type Engine, newestOf, openCase, takeStep } from '../../server/src/features/cases/index.ts'
import type { Actor } from '../../server/src/kit/actor.ts'
import { system } from '../../server/src/kit/actor.ts'
import type { Work } from '../../server/src/kit/db/database.ts'
import { type Write, officer } from './hotline.ts'

/** An order of a course and how far it has come; days are counted from today. */
type Told = {
  by: 'gulou' | 'guoyuan'
  course: string
  menu: string
  audience: string
  people: number
  place: string
  placeKind: string
  wanted: number
  /** Matched for this day and hour; absent: nobody has looked at it yet. */
  held?: [day: number, at: string]
  confirmed?: true
}
const told: readonly Told[] = [
  {
    by: 'gulou',
    course: '劳动合同避坑指南',
    menu: 'law',
    audience: 'new_form',
    people: 40,
    place: '鼓楼大街配送站',
    placeKind: 'station',
    wanted: 9,
    held: [9, '1400'],
    confirmed: true,
  },
  {
    by: 'guoyuan',
    course: '反诈骗与个人信息保护',
    menu: 'caravan',
    audience: 'all',
    people: 120,
    place: '果园新里小区北广场',
    placeKind: 'community',
    wanted: 13,
    held: [13, '0930'],
    confirmed: true,
  },
  {
    by: 'guoyuan',
    course: '职场减压与睡眠',
    menu: 'health',
    audience: 'all',
    people: 35,
    place: '果园街道工会会议室',
    placeKind: 'office',
    wanted: 16,
    held: [16, '1500'],
  },
  {
    by: 'gulou',
    course: '女职工特殊权益保护',
    menu: 'women',
    audience: 'women',
    people: 25,
    place: '鼓楼东区楼宇党群中心',
    placeKind: 'building',
    wanted: 20,
  },
]

const courseNamed = async (work: Work, title: string) => {
  const row = await work.db
    .selectFrom('registers.entry')
    .select(['id', 'title', 'answers'])
    .where('region', '=', work.region)
    .where('register', '=', 'courses')
    .where('title', '=', title)
    .executeTakeFirst()
  return row && { course: { id: row.id, name: row.title }, lecturer: (row.answers as { lecturer: { id: string; name: string } }).lecturer }
}

/** Orders of courses in every state, two of them sessions to which people can sign up. Without the menu there is nothing to order. */
export const tellLessons = async (write: Write, engine: Engine) => {
  const officers = await write(system, async (work) => ({
    gulou: await officer(work, 'gulou'),
    guoyuan: await officer(work, 'guoyuan'),
    rights: await officer(work, 'quanyi'),
  }))
  const step = (by: Actor, id: string, action: string, answers: object, said?: string) =>
    write(by, async (work) => {
      const { version } = await work.tx
        .selectFrom('cases.matter')
        .select('version')
        .where('region', '=', work.region)
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      await takeStep(work, engine, id, { version, action, answers: { ...answers }, said })
    })
  for (const o of told) {
    const by = officers[o.by]
    const placed = await write(by, async (work) => {
      const found = await courseNamed(work, o.course)
      if (!found) return undefined
      const org = await work.db
        .selectFrom('organisations.org')
        .select(['id', 'name', 'town'])
        .where('region', '=', work.region)
        .where('id', '=', by.standings[0]!.orgId)
        .executeTakeFirstOrThrow()
      const answers = {
        menu: o.menu,
        course: found.course,
        audience: o.audience,
        people: o.people,
        placeKind: o.placeKind,
        place: { ...(org.town === null ? {} : { town: org.town }), text: o.place },
        mode: 'onsite',
        times: [{ on: addDays(work.today, o.wanted), part: 'afternoon' }],
        contact: by.name,
        phone: '13900010020',
      }
      const { service } = await newestOf(work, courseOrder.code)
      const { row } = await openCase(work, engine, { service, org, answers, channel: 'office', applicantOrg: { id: org.id, name: org.name } })
      return { id: row.id, lecturer: found.lecturer, today: work.today }
    })
    if (!placed || !o.held) continue
    await step(officers.rights, placed.id, 'match', { lecturer: placed.lecturer, heldOn: addDays(placed.today, o.held[0]), heldAt: o.held[1] })
    if (o.confirmed) await step(officers.rights, placed.id, 'confirm', {}, '讲师已应，请通知职工报名')
  }
}
