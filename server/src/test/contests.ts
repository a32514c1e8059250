import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import type { Scheme as SchemeShape } from '@gongyou/contract/skills/shapes.ts'
import type { z } from 'zod'
import { moveClock } from '../kit/clock.ts'
import type { Union } from './union.ts'

type Scheme = z.output<typeof SchemeShape>

export const practice: Scheme = {
  items: [
    { code: 'safety', name: '安全规程', full: 2000, weight: 2000 },
    { code: 'craft', name: '操作工艺', full: 5000, weight: 5000 },
    { code: 'work', name: '成品质量', full: 3000, weight: 3000 },
  ],
  penalties: [
    { code: 'late', name: '超时', kind: 'each', points: 200 },
    { code: 'danger', name: '严重违章', kind: 'out', points: 0 },
  ],
  drop: { from: 5, high: 1, low: 1 },
  decimals: 2,
  rounding: 'half_up',
}
export const theory: Scheme = { ...practice, items: [{ code: 'paper', name: '卷面成绩', full: 10_000, weight: 10_000 }], penalties: [], drop: null }

/** People and units of the example, and a contest brought as far as a test wants it. */
export const aContest = async (union: Union) => {
  const officer = await union.as('fazhan')
  const head = await union.as('fabuzhang')
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const rowsOf = async <R extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
    (await union.owner.query(text, values)).rows as R[]
  const [root] = await rowsOf<{ id: string }>("select id from organisations.org where name = '密云区总工会'")
  /** Units with at least three members each, and those members. */
  const units = await rowsOf<{ id: string; name: string; people: { id: string; name: string; mobile: string }[] }>(
    `select o.id, o.name, json_agg(json_build_object('id', p.id, 'name', p.name, 'mobile', p.mobile) order by p.id) as people
       from organisations.org o join membership.membership m on m.org_id = o.id and m.region = o.region join people.person p on p.id = m.person_id
      where p.name not in (select name from people.person group by name having count(*) > 1)
      group by o.id, o.name having count(*) >= 3 order by o.id limit 8`,
  )
  let n = 0
  const plan = async (more: { judged?: number; masked?: boolean } = {}) => {
    n++
    const { id } = await officer.ask('createContest', {
      body: {
        series: { name: '“工匠杯”职工技能大赛', sponsor: '' },
        edition: n,
        year: Number(today.slice(0, 4)),
        name: `第${n}届“工匠杯”职工技能大赛`,
        level: 'district',
        org: root!.id,
        document: '',
        entriesUntil: today,
        heldFrom: today,
        heldTo: addDays(today, 10),
        masked: more.masked ?? true,
      },
    })
    const { id: trade } = await officer.ask('addContestTrade', {
      params: { id },
      body: {
        name: '养蜂',
        ties: [{ by: 'round', round: 2 }, { by: 'time' }],
        craftsmen: 1,
        experts: 2,
        rounds: [
          { kind: 'theory', name: '理论', weight: 3000, judged: false, scheme: theory },
          { kind: 'practice', name: '实操', weight: 7000, judged: true, scheme: practice },
        ],
      },
    })
    return { id, trade }
  }
  const contest = async (id: string) => officer.ask('getContest', { params: { id } })
  const announced = async (more?: Parameters<typeof plan>[0]) => {
    const made = await plan(more)
    const { case: caseId } = await officer.ask('fileContestPlan', { params: { id: made.id }, body: { version: (await contest(made.id)).version } })
    const page = await head.ask('getCase', { params: { id: caseId } })
    await head.ask('takeCaseStep', { params: { id: caseId, action: 'approve' }, body: { version: page.version, answers: {} } })
    await officer.ask('announceContest', {
      params: { id: made.id },
      body: { version: (await contest(made.id)).version, document: '密工发〔2026〕31号' },
    })
    const rounds = (await contest(made.id)).trades[0]!.rounds
    return { ...made, theory: rounds[0]!.id, practice: rounds[1]!.id }
  }
  /** Speaks as a person of the registry who signs in by phone. */
  const known = new Map<string, ReturnType<Union['visitor']>>()
  const worker = async (mobile: string) => {
    const before = known.get(mobile)
    if (before) return before
    const phone = union.visitor()
    const { challenge } = await phone.ask('sendPhoneCode', { body: { mobile } })
    await phone.ask('signInByPhone', { body: { challenge, code: await union.codeFor(mobile) } })
    known.set(mobile, phone)
    return phone
  }
  /** Moves the clock by days until the way back is taken. */
  const after = (days: number) => moveClock(days * 86_400_000)
  return { officer, head, today, root: root!, units, plan, contest, announced, worker, after, rowsOf }
}
