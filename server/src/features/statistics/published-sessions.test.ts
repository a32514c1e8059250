import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { printed } from '../../../../demo/src/published.ts'
import { activityKinds, catalogue } from '../../rooms.ts'
import { anActivityDesk, inHours } from '../../test/activities.ts'
import { aUnion } from '../../test/union.ts'

/** A figure of ours that counts what was printed; `where` beside it: how it is narrowed to what was meant. */
type Formed = { readonly figure: string; readonly where?: string }

/** Printed figures of sessions, persons, contests and classes that can be formed from records: by which figure. */
const formed: Readonly<Record<string, Formed>> = {
  'S0-2': { figure: 'training-persons' },
  'S0-3': { figure: 'contests-held' },
  'S0-4': { figure: 'contest-entrants' },
  'S0-7': { figure: 'class-trainees', where: 'course' },
  'S0-8': { figure: 'training-classes' },
  'S0-9': { figure: 'class-trainees' },
  'S0-13': { figure: 'mobile-class-sessions' },
  'S0-14': { figure: 'mobile-class-persons' },
  'S0-15': { figure: 'matchmaking-sessions' },
  'S0-16': { figure: 'matchmaking-persons' },
  'S1-4': { figure: 'culture-sports-sessions' },
  'S1-5': { figure: 'culture-sports-persons' },
  'S1-10': { figure: 'law-lecture-sessions' },
  'S1-14': { figure: 'training-sessions', where: 'programme' },
  'S1-15': { figure: 'training-persons', where: 'programme' },
  'S1-16': { figure: 'recuperation-batches' },
  'S1-17': { figure: 'recuperation-persons' },
  'S1-18': { figure: 'check-up-sessions' },
  'S1-19': { figure: 'check-up-persons' },
  'S1-20': { figure: 'mind-lecture-sessions' },
  'S1-21': { figure: 'mind-lecture-attendances' },
  'S1-22': { figure: 'contests-held' },
  'S1-23': { figure: 'contest-entrants' },
  'S1-27': { figure: 'volunteering-events' },
  'S1-28': { figure: 'volunteering-attendances' },
  'S1-30': { figure: 'fair-sessions', where: 'programme' },
  'S1-42': { figure: 'worker-sessions' },
  'S1-43': { figure: 'employer-sessions' },
  'S2-1': { figure: 'talk-sessions' },
  'S2-2': { figure: 'talk-attendances' },
  'S2-3': { figure: 'talk-sessions', where: 'programme' },
  'S2-6': { figure: 'culture-sports-sessions' },
  'S2-7': { figure: 'culture-sports-persons' },
  'S2-8': { figure: 'contests-held' },
  'S2-9': { figure: 'contest-starts' },
  'S2-35': { figure: 'training-attendances' },
  'S3-8': { figure: 'talk-sessions', where: 'programme' },
  'S3-13': { figure: 'contest-entrants' },
  'S3-18': { figure: 'contest-rounds-held' },
  'S3-23': { figure: 'training-sessions', where: 'programme' },
  'S3-24': { figure: 'training-sessions', where: 'programme' },
  'S3-25': { figure: 'training-sessions', where: 'programme' },
  'S3-26': { figure: 'training-sessions', where: 'programme' },
  'S4-3': { figure: 'training-sessions' },
  'S4-6': { figure: 'worker-sessions' },
  'S4-7': { figure: 'employer-sessions' },
  'S4-8': { figure: 'check-up-persons', where: 'programme' },
  'S4-24': { figure: 'trial-lectures' },
}

/** Those that cannot be formed yet, and what is missing. */
const notFormed: Readonly<Record<string, string>> = {
  'S1-1': '答题与讲座覆盖相加：还没有答题引擎',
  'S1-11': '法律咨询人次：还没有咨询登记，现场人次不分咨询与围观',
  'S1-13': '“安康杯”参赛：按单位报数的竞赛，没有逐人名单',
  'S1-29': '志愿服务的受益人次：只记志愿者，不记被服务的人',
  'S2-13': '特色课程按“场”数，与培训班的“期”不是一个口径',
  'S2-15': '法律宣传与咨询相加：两种计数不能相加，咨询还没有登记',
  'S2-34': '各类培训班按“期”数：活动类培训按场，学院培训按期，两者不能相加',
  'S3-7': '企业自办的岗位练兵：没有上报渠道',
  'S3-14': '企业自办的岗位练兵、技术比武：没有上报渠道',
  'S3-29': '法律宣传按“次”数，含发放材料，不是活动场次',
  'S3-30': '法律咨询人次：还没有咨询登记',
  'S3-35': '“安康杯”参赛：按单位报数的竞赛，没有逐人名单',
  'S4-9': '半年服务人次：多类服务相加，人次口径不一',
  'S4-20': '市级普法培训：数据在市里的系统',
  'S4-21': '市级普法培训：数据在市里的系统',
}

const figures = new Map(catalogue.figures.map((f) => [f.code, f]))
const facts = new Map(catalogue.facts.map((f) => [f.code, f]))
/** What has been printed of sessions and those who came to them. */
const topics =
  /training|contest|mobile-class|matchmaking|culture|legal|ankang|recuperation|health-(check|lecture)|volunteer|product-fair|worker-sessions|employer-sessions|lectures?$|lecture-attendance|report-lectures|job-drill|half-year-served|law-education|law-course-persons|trial-lecture|quiz/
const counted = printed.filter(
  (p) => topics.test(p[7]) && p[12] !== 'N' && ['sessions', 'persons', 'attendances', 'classes', 'batches', 'times'].includes(p[6]),
)

test('every printed figure of sessions, persons, contests and classes is formed by a figure, or is named with what is missing', () => {
  const ids = counted.map((p) => p[0]).toSorted()
  expect([...Object.keys(formed), ...Object.keys(notFormed)].toSorted()).toEqual(ids)
  expect(Object.values(notFormed).every((why) => why.length > 8)).toBe(true)
  expect(Object.keys(formed).length).toBeGreaterThan(40)
})

test('a figure that forms a printed one counts in the same unit, and knows how it is narrowed', () => {
  const kinds = new Map(activityKinds.map((k) => [k.code, k]))
  for (const [id, { figure: code, where }] of Object.entries(formed)) {
    const figure = figures.get(code)!
    expect([id, figure?.unit]).toEqual([id, printed.find((p) => p[0] === id)![6]])
    if (where) expect([id, figure.by]).toEqual([id, expect.arrayContaining([where])])
    for (const [name, values] of Object.entries(figure.of.where ?? {})) {
      expect([id, facts.get(figure.of.fact)!.by]).toEqual([id, expect.arrayContaining([name])])
      if (name === 'kind') for (const v of [values].flat()) expect([id, kinds.has(String(v))]).toEqual([id, true])
    }
    const { kind, part } = figure.of.where ?? {}
    if (part === undefined) continue
    // What a part is called stands in the plan of its kind.
    const of = kinds.get(String(kind))!
    const field = of.form[of.splits!]!
    const known = field.kind === 'choice' ? field.options.map((o) => o.code) : []
    for (const v of [part].flat()) expect([id, known]).toEqual([id, expect.arrayContaining([v])])
  }
})

const union = await aUnion({ people: 1500 })
const desk = await anActivityDesk(union)
const [someone] = await desk.workers(1)

test.each([
  ['outreach', { with: 'workers' }, { 'worker-sessions': 1, 'employer-sessions': 0 }],
  ['outreach', { with: 'employers' }, { 'worker-sessions': 1, 'employer-sessions': 1 }],
  ['lecture', { lecturer: '孟医生', subject: 'mind' }, { 'mind-lecture-sessions': 1, 'mind-lecture-attendances': 1, 'law-lecture-sessions': 0 }],
  ['mobile-class', { course: '插花', teacher: '成老师' }, { 'mobile-class-sessions': 1, 'mobile-class-persons': 1 }],
])('a session of %s with %o makes the figures', async (kind, answers, expected) => {
  const a = await desk.published({ kind, answers, title: '计数', sessions: [{ startsAt: inHours(1), endsAt: inHours(3), place: '文体中心' }] })
  await desk.at(1.5, () =>
    desk.gulou.ask('sendCheckIns', {
      params: { id: a.sessionList[0]!.id },
      body: { device: '站点手机', items: [{ id: randomUUID(), via: 'list', at: inHours(1.4), personId: someone!.id }] },
    }),
  )
  const today = (shift: number) => new Date(Date.now() + 8 * 3_600_000 + shift * 86_400_000).toISOString().slice(0, 10)
  for (const [code, value] of Object.entries(expected)) {
    const seen = await desk.zhuren.ask('getFigure', { params: { code }, query: { from: today(-1), to: today(2) } })
    expect([code, seen.value]).toEqual([code, value])
  }
})
