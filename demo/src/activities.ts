import { addDays } from '../../contract/src/kit/civil-date.ts'
import {
  type Hall,
  activityView,
  attend,
  countGate,
  lockActivity,
  planActivity,
  publishOwn,
  sessionsOf,
  signUpAll,
  submitPlan,
} from '../../server/src/features/activities/index.ts'
import { type Actor, system } from '../../server/src/kit/actor.ts'
import { dayOf } from '../../server/src/kit/clock.ts'
import type { Work } from '../../server/src/kit/db/database.ts'
import { newId } from '../../server/src/kit/ids.ts'
import { officer } from './hotline.ts'

type Write = <T>(by: Actor, fn: (work: Work) => Promise<T>) => Promise<T>
type Plan = Parameters<typeof planActivity>[2]

/** One activity of the story: the day of its first session counted from today, and how far it has come. */
type Told = {
  by: 'gulou' | 'guoyuan' | 'bangong'
  in: number
  from: string
  to: string
  place: string
  address?: string
  point?: [number, number]
  audience?: string
  plan: Partial<Plan> & Pick<Plan, 'kind' | 'title' | 'answers'>
  signed?: number
  attended?: number
  gate?: number
  state?: 'draft' | 'submitted'
}

const told: readonly Told[] = [
  {
    by: 'gulou',
    in: 3,
    from: '14:00',
    to: '16:00',
    place: '鼓楼街道工会服务站',
    address: '二层多功能厅',
    point: [116.8432, 40.3768],
    audience: 'station',
    plan: {
      kind: 'lecture',
      title: '冬季心脑血管健康讲座',
      about: '户外劳动者冬季容易血压波动。医生讲怎样识别先兆、怎样用药，现场免费量血压。',
      contact: '服务站 010-6900 0000',
      programme: '多维讲堂',
      answers: { lecturer: '孟医生', subject: 'health' },
      seats: { seats: 40, standbySeats: 20 },
    },
    signed: 26,
  },
  {
    by: 'gulou',
    in: 6,
    from: '09:30',
    to: '11:30',
    place: '鼓楼街道文化活动室',
    audience: 'community',
    plan: {
      kind: 'culture',
      title: '亲子面塑体验',
      about: '跟着非遗老师捏一只小兔子，材料现场领取。可以带家里人一起来。',
      contact: '方老师 010-6900 0001',
      answers: { programme: '讲解一刻钟，制作一小时，拍照留念。' },
      partyMost: 2,
      seats: { seats: 12, standbySeats: 10 },
    },
    signed: 11,
  },
  {
    by: 'gulou',
    in: 2,
    from: '07:00',
    to: '08:00',
    place: '密云滨河公园东门',
    point: [116.8561, 40.3702],
    plan: {
      kind: 'fitness',
      title: '八段锦晨练班',
      about: '六次课，一次报名全程参加。零基础也可以。',
      answers: { coach: '成教练', bring: '宽松衣裤、水杯' },
      whole: true,
      repeat: { every: 'week', times: 6 },
      seats: { seats: 20, standbySeats: 10 },
    },
    signed: 12,
  },
  {
    by: 'guoyuan',
    in: 9,
    from: '09:00',
    to: '11:00',
    place: '果园街道市民广场',
    audience: 'community',
    plan: {
      kind: 'volunteering',
      title: '爱心修车志愿服务',
      about: '为骑手免费检修电动车。',
      answers: { danger: 'none' },
      seats: { seats: 15, standbySeats: 5 },
    },
  },
  {
    by: 'bangong',
    in: 20,
    from: '08:00',
    to: '17:00',
    place: '北京市职工疗休养基地',
    plan: {
      kind: 'recuperation',
      title: '一线职工疗休养（第四批）',
      about: '三天两晚，公开抽签，未参加过的优先。',
      answers: { base: '北京市职工疗休养基地', days: 3, cost: 4_500_000 },
      seats: { seats: 30, standbySeats: 15, rule: 'draw', firstTimers: true },
    },
    state: 'submitted',
  },
  {
    by: 'bangong',
    in: 12,
    from: '13:30',
    to: '17:00',
    place: '区总工会三层会议室',
    plan: { kind: 'talk', title: '“劳动创造幸福”劳模宣讲', answers: {}, programme: '劳动创造幸福', seats: { seats: 100, standbySeats: 20 } },
    state: 'draft',
  },
  {
    by: 'gulou',
    in: -4,
    from: '14:00',
    to: '15:30',
    place: '云递速运鼓楼站点',
    audience: 'station',
    plan: {
      kind: 'outreach',
      title: '快递员沟通会',
      about: '听诉求、讲权益、现场入会。',
      answers: { with: 'new-forms', heard: '希望冬季发护膝，站点装微波炉。' },
    },
    signed: 18,
    attended: 15,
  },
  {
    by: 'guoyuan',
    in: -6,
    from: '10:00',
    to: '16:00',
    place: '时代广场',
    audience: 'mall',
    plan: { kind: 'fair', title: '普惠集市与法律咨询', answers: { stalls: 22 } },
    gate: 640,
  },
]

const instant = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`)

/** The same work as of another moment: what is told of last week was planned before it. */
const as = (work: Work, at: Date): Work => ({ ...work, at, today: dayOf(at) })

const members = async (work: Work, orgId: string, many: number, skip: number) =>
  work.db
    .selectFrom('membership.membership as m')
    .innerJoin('people.person as p', (j) => j.onRef('p.region', '=', 'm.region').onRef('p.id', '=', 'm.person_id'))
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'm.region').onRef('o.id', '=', 'm.org_id'))
    .innerJoin('organisations.org as t', (j) => j.onRef('t.region', '=', 'o.region').onRef('t.town', '=', 'o.town'))
    .select(['p.id', 'p.name'])
    .where('m.region', '=', work.region)
    .where('m.status', '=', 'active')
    .where('t.id', '=', orgId)
    .orderBy('p.id')
    .offset(skip)
    .limit(many)
    .execute()

/** Activities in every state they can be in; each is planned by whoever would plan it. */
export const tellActivities = async (write: Write, hall: Hall) => {
  for (const [n, x] of told.entries()) {
    const by = await write(system, (work) => officer(work, x.by))
    await write(by, async (now) => {
      const day = addDays(now.today, x.in)
      const work = as(now, x.in < 0 ? instant(addDays(day, -5), '09:00') : now.at)
      const id = await planActivity(work, hall.places, {
        about: '',
        contact: '',
        programme: '',
        whole: false,
        template: false,
        seats: {},
        orgId: by.standings[0]!.orgId,
        sessions: [
          {
            startsAt: instant(day, x.from).toISOString(),
            endsAt: instant(day, x.to).toISOString(),
            place: x.place,
            address: x.address ?? '',
            head: by.name,
            ...(x.point ? { point: x.point } : {}),
            ...(x.audience ? { audience: x.audience } : {}),
          },
        ],
        ...x.plan,
      })
      const activity = await lockActivity(work, id)
      if (x.state === 'draft') return
      if (x.state === 'submitted') return submitPlan(work, hall, activity, 1)
      await publishOwn(work, hall.keys, activity, 1)
      const { pools } = await activityView(work, hall.places, id)
      const people = await members(work, activity.row.org_id, x.signed ?? 0, n * 3)
      const signed = await signUpAll(
        work,
        hall,
        people.map((p, i) => ({
          id: newId(),
          poolId: pools[0]!.id,
          personId: p.id,
          answers: 'fit' in activity.kind.questions ? { fit: { revision: '1' } } : {},
          party: x.plan.partyMost && i % 4 === 0 ? ['家属'] : [],
          channel: 'phone' as const,
          by: { person: p.id, name: p.name },
        })),
      )
      const [session] = await sessionsOf(work, id)
      const started = as(now, session!.starts_at)
      await attend(
        started,
        activity,
        session!,
        people.slice(0, x.attended ?? 0).map((p, i) => ({
          id: newId(),
          personId: p.id,
          signUpId: 'id' in signed[i]! ? signed[i].id : null,
          heads: 1,
          via: i % 3 === 0 ? ('code' as const) : ('list' as const),
          at: new Date(session!.starts_at.getTime() - 600_000 + i * 47_000),
          device: '',
        })),
      )
      if (x.gate) await countGate(as(now, session!.ends_at), session!.id, x.gate)
    })
  }
}
