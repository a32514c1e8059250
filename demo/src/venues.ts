import { venueApplication } from '../../contract/src/venues/application.ts'
import { addDays } from '../../contract/src/kit/civil-date.ts'
import { instantOf } from '../../contract/src/venues/hours.ts'
import { outlines } from '../../contract/src/venues/outlines.ts'
import { type Engine, newestOf, openCase } from '../../server/src/features/cases/index.ts'
import { enterPlace, enterVenue, lockPlace, writeBooking } from '../../server/src/features/venues/index.ts'
import { type Actor, system } from '../../server/src/kit/actor.ts'
import type { Work } from '../../server/src/kit/db/database.ts'
import { insertRows } from '../../server/src/kit/db/rows-in-bulk.ts'
import { newId } from '../../server/src/kit/ids.ts'
import { type Random, seeded } from './random.ts'
import { type Told, toldVenues } from './venue-list.ts'

type Write = <T>(by: Actor, fn: (work: Work) => Promise<T>) => Promise<T>
type Made = Told & { id: string; org: string; town: number }

const towns = [
  '鼓楼街道',
  '果园街道',
  '檀营地区',
  '密云镇',
  '溪翁庄镇',
  '西田各庄镇',
  '十里堡镇',
  '河南寨镇',
  '巨各庄镇',
  '穆家峪镇',
  '太师屯镇',
  '高岭镇',
  '不老屯镇',
  '冯家峪镇',
  '古北口镇',
  '大城子镇',
  '东邵渠镇',
  '北庄镇',
  '新城子镇',
  '石城镇',
]
const codes = outlines.map((o) => o.town)

/** Town federations by town: venues of the example belong to them. */
const federations = async (work: Work) => {
  const rows = await work.db
    .selectFrom('organisations.org')
    .select(['id', 'name', 'town'])
    .where('region', '=', work.region)
    .where('kind', '=', 'town_federation')
    .execute()
  return new Map(rows.flatMap((r) => (r.town === null ? [] : [[r.town, r] as const])))
}

const hoursFor = (kind: string, random: Random) => {
  if (kind === 'warm_station')
    return random.next() < 0.25
      ? { opens: 'always' }
      : {
          opens: 'weekly',
          hours: [{ days: 'everyday', from: random.pick(['06:30', '07:00', '08:00']), to: random.pick(['20:00', '21:00', '22:00']) }],
        }
  if (kind === 'fitness_ground' || kind === 'outdoor_group_ground')
    return { opens: 'weekly', hours: [{ days: 'everyday', from: '08:00', to: '21:00' }] }
  return {
    opens: 'weekly',
    hours: [{ days: 'workdays', from: '08:30', to: '17:30' }, ...(random.next() < 0.4 ? [{ days: 'sat', from: '09:00', to: '16:00' }] : [])],
  }
}
const all = [
  'water',
  'charging',
  'microwave',
  'fridge',
  'air_conditioning',
  'toilet',
  'medicine',
  'books',
  'wifi',
  'umbrella',
  'pump',
  'mother_baby',
] as const

/** Near the centre of its town, within some two kilometres; the towns of the core are small. */
const pointIn = (index: number, random: Random) => {
  const [lng, lat] = outlines[index]!.centre
  const wide = index < 4 ? 0.012 : 0.045
  const off = () => (random.next() + random.next() - 1) * wide
  return [Math.round((lng + off() * 1.3) * 1e6) / 1e6, Math.round((lat + off()) * 1e6) / 1e6]
}

const answersOf = (told: Told, index: number, random: Random) => ({
  name: told.name,
  kind: told.kind,
  place: {
    town: codes[index],
    text: `${random.pick(['中心街', '新北路', '滨河路', '康居南街', '工业大道'])} ${1 + random.below(90)} 号`,
    point: pointIn(index, random),
  },
  area: 20 + random.below(told.kind === 'warm_station' ? 60 : 400),
  seats: 4 + random.below(told.kind === 'warm_station' ? 12 : 60),
  access: told.kind === 'warm_station' && random.next() < 0.2 ? 'scan' : 'open',
  phone: `010-69${String(100000 + random.below(899999))}`,
  ...(told.code ? { opens: 'always' } : hoursFor(told.kind, random)),
  ...(told.kind === 'warm_station'
    ? { functions: ['policy', 'convenience', ...(random.next() < 0.6 ? ['membership'] : []), ...(random.next() < 0.7 ? ['emergency'] : [])] }
    : {}),
  facilities: all.filter((_, i) => i < 2 || random.next() < 0.5),
  funding: [{ level: random.pick(['city', 'district', 'town']), amount: (1 + random.below(9)) * 1_000_000 }],
})

const addVenues = async (work: Work, random: Random): Promise<Made[]> => {
  const owners = await federations(work)
  const made: Made[] = []
  for (const [i, told] of toldVenues(towns).entries()) {
    const index = told.town ?? i % towns.length
    const owner = owners.get(codes[index]!)!
    const answers = answersOf(told, index, random)
    const id = await enterVenue(work, { orgId: owner.id, answers, state: 'open', on: told.on, ...(told.code ? { code: told.code } : {}) })
    made.push({ ...told, id, org: owner.id, town: codes[index]! })
  }
  return made
}

const about = (v: Made) => ({ town: v.town, venueKind: v.kind })

/** Heads counted at warm stations in the last seven weeks. */
const addVisits = async (work: Work, venues: readonly Made[], random: Random) => {
  const rows = venues
    .filter((v) => v.kind === 'warm_station' || v.kind === 'service_station')
    .flatMap((v) =>
      Array.from({ length: 9 }, (_, i) => ({ v, day: addDays(work.today, -1 - i * 5 - random.below(5)), amount: 3 + random.below(28) })),
    )
    .map((x) => ({ ...x, id: newId() }))
  await insertRows(
    work.tx,
    work.region,
    'venues.visit',
    { id: 'uuid', venue_id: 'uuid', amount: 'int', way: 'text', day: 'date', at: 'timestamptz' },
    rows.map((r) => ({ id: r.id, venue_id: r.v.id, amount: r.amount, way: 'counter', day: r.day, at: work.at })),
  )
  for (const r of rows)
    work.ledger.act(
      { kind: 'venue.visited', subject: r.id, org: r.v.org, day: r.day, data: { ...about(r.v), amount: r.amount, way: 'counter' } },
      false,
    )
}

/** The ice cream of two summers, counted by heads, and what is handed out this winter. */
const addSupplies = async (work: Work, venues: readonly Made[], random: Random) => {
  const stations = venues.filter((v) => v.kind === 'warm_station')
  const year = Number(work.today.slice(0, 4))
  const seasons = [
    { name: '免费雪糕（2024 夏）', from: '2024-07-01', to: '2024-08-31', each: 88, left: 0, days: 1 },
    { name: '免费雪糕（2025 夏）', from: '2025-07-01', to: '2025-08-31', each: 60, left: 4, days: 1 },
    { name: '暖冬热饮', from: `${year}-11-01`, to: `${year + 1}-03-15`, each: 24, left: 176, days: 1 },
  ]
  for (const s of seasons) {
    const item = newId()
    await work.tx
      .insertInto('venues.item')
      .values({ region: work.region, id: item, name: s.name, from_day: s.from, to_day: s.to, created_at: work.at })
      .execute()
    const at = stations.filter((v) => v.on <= s.from)
    const stock = at.map((v) => ({ venue_id: v.id, item_id: item, delivered: s.each + s.left, handed: s.each, lost: 0, rest: s.left }))
    await insertRows(
      work.tx,
      work.region,
      'venues.stock',
      { venue_id: 'uuid', item_id: 'uuid', delivered: 'int', handed: 'int', lost: 'int', rest: 'int' },
      stock,
    )
    const last = s.to < work.today ? s.to : addDays(work.today, -1)
    const moves = at.flatMap((v) => [
      { id: newId(), v, op: 'delivered', amount: s.each + s.left, way: 'office', day: s.from },
      { id: newId(), v, op: 'handed', amount: s.each, way: 'count', day: addDays(last, -random.below(12)) },
    ])
    await insertRows(
      work.tx,
      work.region,
      'venues.stock_move',
      { id: 'uuid', venue_id: 'uuid', item_id: 'uuid', op: 'text', amount: 'int', way: 'text', day: 'date', at: 'timestamptz', by_name: 'text' },
      moves.map(({ v, ...m }) => ({ ...m, venue_id: v.id, item_id: item, at: work.at, by_name: '示范数据' })),
    )
    for (const m of moves)
      if (m.op === 'handed')
        work.ledger.act(
          {
            kind: 'venue.handed-out',
            subject: m.id,
            org: m.v.org,
            day: m.day,
            data: { ...about(m.v), item: s.name, amount: m.amount, way: 'count', named: 'false' },
          },
          false,
        )
  }
}

const placesFor: Readonly<Record<string, readonly (readonly [string, 'room' | 'court' | 'ground', number, boolean])[]>> = {
  service_station: [['活动室', 'room', 30, false]],
  workers_home_100plus: [
    ['多功能厅', 'room', 80, true],
    ['乒乓球室', 'court', 8, false],
  ],
  fitness_ground: [
    ['羽毛球 1 号场', 'court', 6, false],
    ['羽毛球 2 号场', 'court', 6, false],
  ],
  outdoor_group_ground: [['团建草坪', 'ground', 200, true]],
}
const holders = ['女工部', '快递行业联合会', '职工合唱队', '工匠学院', '太极拳小组', '法律志愿服务队', '羽毛球协会']

/** Most places are closed at the week's end: what falls there is held on the Monday after. */
const workdayFrom = (day: string) => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0)
}

/** Bookable places, what was booked in them lately and is to come, and one that waits for an officer. */
const addBookings = async (work: Work, venues: readonly Made[], random: Random) => {
  const worker = await work.db
    .selectFrom('people.person')
    .select('id')
    .where('region', '=', work.region)
    .where('mobile', '=', '13900000001')
    .executeTakeFirst()
  for (const v of venues)
    for (const [name, kind, seats, needsApproval] of placesFor[v.kind] ?? []) {
      const details = { name, kind, seats, slotMinutes: 60, mostMinutes: 180, aheadDays: 30, cancelHours: 2, mostEach: 3, needsApproval }
      const at = await lockPlace(work, await enterPlace(work, { id: v.id, org_id: v.org, town: v.town, kind: v.kind }, details))
      const busy = v.kind === 'fitness_ground' || v.town === codes[0]
      for (let n = 0; n < (busy ? 14 : 3); n++) {
        const day = workdayFrom(addDays(work.today, random.below(20) - 12))
        const from = 9 + random.below(7)
        await writeBooking(work, at, {
          from: instantOf(day, from * 60),
          to: instantOf(day, (from + 1 + random.below(2)) * 60),
          state: 'confirmed',
          holder: random.pick(holders),
          purpose: random.pick(['排练', '培训', '会议', '活动', '读书会']),
          people: 4 + random.below(20),
        })
      }
      const time = { from: instantOf(addDays(work.today, 4), 840), to: instantOf(addDays(work.today, 4), 960) }
      if (kind === 'room' && needsApproval && v.town === codes[0] && worker)
        await writeBooking(work, at, { ...time, state: 'asked', person: worker.id, purpose: '快递小哥生日会', people: 25 })
    }
}

const addInspections = async (work: Work, venues: readonly Made[], random: Random) => {
  const day = `${Number(work.today.slice(0, 4)) - 1}-11-10`
  const rows = venues
    .filter((v) => v.on < day && random.next() < 0.8)
    .map((v) => ({
      id: newId(),
      v,
      useful: 70 + random.below(30),
      down_to_earth: 68 + random.below(30),
      effective: 64 + random.below(34),
    }))
  await insertRows(
    work.tx,
    work.region,
    'venues.inspection',
    {
      id: 'uuid',
      venue_id: 'uuid',
      year: 'int',
      on_day: 'date',
      useful: 'int',
      down_to_earth: 'int',
      effective: 'int',
      by_name: 'text',
      at: 'timestamptz',
    },
    rows.map(({ v, ...r }) => ({ ...r, venue_id: v.id, year: Number(day.slice(0, 4)), on_day: day, by_name: '示范数据', at: work.at })),
  )
  for (const r of rows) work.ledger.act({ kind: 'venue.inspected', subject: r.id, org: r.v.org, day, data: { ...about(r.v), passed: 'true' } }, false)
}

/** Two that are on their way through the case. */
const applyForMore = async (work: Work, engine: Engine, random: Random) => {
  const owners = await federations(work)
  const { service } = await newestOf(work, venueApplication.code)
  for (const [index, name, because] of [
    [0, '物流园暖心驿站', '园区每天有两百多名快递员进出，周边两公里没有歇脚的地方。'],
    [9, '穆家峪货车司机之家', '国道旁停车场，货车司机夜间休息多，希望提供热水和淋浴。'],
  ] as const) {
    const org = owners.get(codes[index]!)!
    const answers = { ...answersOf({ name, kind: 'warm_station', on: work.today }, index, random), because, wanted: 3_000_000 }
    const { funding: _, ...asked } = answers
    await openCase(work, engine, { service, org: { id: org.id, town: org.town, name: org.name }, answers: asked, channel: 'office' })
  }
}

/** Some 210 venues in twenty towns, none of them real: what they offer, who came, what was booked. */
export const tellVenues = (write: Write, engine: Engine) =>
  write(system, async (work) => {
    const random = seeded(210)
    const venues = await addVenues(work, random)
    await addVisits(work, venues, random)
    await addSupplies(work, venues, random)
    await addBookings(work, venues, random)
    await addInspections(work, venues, random)
    await applyForMore(work, engine, random)
  })
