import { addDays } from '../../contract/src/kit/civil-date.ts'
import { rootOf } from '../../server/src/features/cases/index.ts'
import { enterEntry } from '../../server/src/features/registers/index.ts'
import { addTrainees, createClass, finishClass, markAttendance, recordTests } from '../../server/src/features/skills/index.ts'
import type { Work } from '../../server/src/kit/db/database.ts'
import type { KeyRing } from '../../server/src/kit/secrets/key-ring.ts'
import { system } from '../../server/src/kit/actor.ts'
import { type Write, officer } from './hotline.ts'
import { ago } from './contests.ts'
import { seeded } from './random.ts'

const academies = [
  {
    name: '密云区工匠学院（家政学院）',
    partner: '密云区示范职业学校',
    trades: '家政服务、养老护理、育婴',
    seats: 120,
    contact: '成映雪',
    phone: '13912340091',
  },
  {
    name: '密云区工匠学院（民宿学院）',
    partner: '白河谷文旅发展有限公司',
    trades: '民宿管理、餐饮服务',
    seats: 80,
    contact: '梁暮川',
    phone: '13912340092',
  },
  {
    name: '密云区工匠学院（蜂业学院）',
    partner: '云山蜂业专业合作社',
    trades: '养蜂、蜂产品加工',
    seats: 60,
    contact: '谷听泉',
    phone: '13912340093',
  },
] as const
const courses = [
  { name: '班组长管理能力提升', trade: '管理', audience: ['team_leader'], hours: 16, outline: '班组安全、排班、沟通、传帮带。' },
  { name: '民宿管家', trade: '民宿管理', audience: ['young', 'women'], hours: 24, outline: '接待礼仪、房务、简餐、线上运营。' },
  { name: '养蜂技术', trade: '养蜂', audience: ['all'], hours: 32, outline: '蜂群管理、病虫害、取蜜与质量。' },
  { name: '家政服务员（初级）', trade: '家政服务', audience: ['women', 'new_form'], hours: 40, outline: '居室清洁、家庭餐、母婴护理常识。' },
] as const

/** Which class: academy, course, edition, first day from today, days, parts a day, money, pass mark. */
const classes = [
  { academy: 0, course: 3, edition: 1, from: -70, days: 5, cost: 1_860_000, pass: 6000, people: 16, name: '家政服务员（初级）培训班第1期' },
  { academy: 2, course: 2, edition: 1, from: -40, days: 4, cost: 960_000, pass: null, people: 12, name: '养蜂技术培训班第1期' },
  { academy: 0, course: 0, edition: 1, from: -3, days: 3, cost: 0, pass: 6000, people: 14, name: '班组长管理能力提升培训班第1期' },
  { academy: 1, course: 1, edition: 1, from: 12, days: 3, cost: 0, pass: null, people: 5, name: '民宿管家培训班第1期' },
] as const

const members = (work: Work) =>
  work.db
    .selectFrom('membership.membership as m')
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'm.region').onRef('o.id', '=', 'm.org_id'))
    .where('m.region', '=', work.region)
    .where('m.status', '=', 'active')
    .where('o.kind', 'in', ['base_single', 'base_joint', 'direct_union'])
    .select(['m.person_id as id', 'm.org_id as unit'])
    .orderBy('m.person_id', 'desc')
    .limit(60)
    .execute()

/** Three academies, four courses; two classes finished with certificates, one to be finished, one to come. */
export const tellAcademy = async (write: Write, keys: KeyRing) => {
  const dice = seeded(67)
  const run = await write(system, (work) => officer(work, 'fazhan'))
  const { root, people, academyIds, courseIds } = await write(run, async (work) => {
    const { id: orgId } = await rootOf(work)
    const entered = async (register: string, list: readonly object[], more: object = {}) => {
      const ids = []
      for (const answers of list) ids.push((await enterEntry(work, keys, { register, orgId, answers: { ...answers, ...more } })).id)
      return ids
    }
    return {
      root: orgId,
      people: await members(work),
      academyIds: await entered('academies', academies, { plaqueOn: addDays(work.today, -200), assessed: 'passed' }),
      courseIds: await entered('academy-courses', courses),
    }
  })
  let taken = 0
  for (const c of classes) {
    const list = people.slice(taken, taken + c.people)
    taken += c.people
    if (list.length < 3) return
    const { id, days } = await write(run, async (work) => {
      const then = ago(work, Math.max(0, -c.from) + 10)
      const halfDays = Array.from({ length: c.days }, (_, i) => addDays(work.today, c.from + i)).flatMap((on) => [
        { on, part: 'am' as const },
        { on, part: 'pm' as const },
      ])
      const made = await createClass(then, {
        name: c.name,
        edition: c.edition,
        academy: academyIds[c.academy]!,
        course: courseIds[c.course]!,
        lecturer: null,
        org: root,
        mode: 'site',
        place: '区工匠学院实训室',
        hours: courses[c.course]!.hours * 10,
        seats: c.people + 4,
        costCents: 0,
        mustAttend: 80,
        passMark: c.pass,
        halfDays,
      })
      for (const p of list) await addTrainees(then, made.id, p.unit, [p.id])
      return { id: made.id, days: halfDays }
    })
    if (c.from > 0) continue
    await write(run, async (work) => {
      // One in seven comes only to the mornings, one in eleven not at all.
      for (const h of days)
        await markAttendance(work, id, { ...h, present: list.filter((_, i) => i % 11 !== 10 && (i % 7 !== 6 || h.part === 'am')).map((p) => p.id) })
      if (c.pass !== null)
        await recordTests(
          work,
          id,
          list.filter((_, i) => i % 11 !== 10).map((p, i) => ({ person: p.id, score: i % 9 === 8 ? 5500 : 6500 + dice.below(30) * 100 })),
        )
      if (c.cost > 0) await finishClass(ago(work, -c.from - c.days), id, { version: 1, costCents: c.cost })
    })
  }
}
