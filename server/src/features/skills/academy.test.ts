import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { expect, test } from 'vitest'
import { aContest } from '../../test/contests.ts'
import { aUnion } from '../../test/union.ts'

const union = await aUnion({ people: 400, unions: 60 })
const { officer, head, units, root, today, worker, rowsOf } = await aContest(union)

const entry = async (code: string, answers: object) =>
  officer.ask('addEntry', { params: { code }, body: { orgId: root.id, answers: answers as never } })
const academy = await entry('academies', {
  name: '密云区工匠学院（示范）',
  partner: '示范职业学校',
  trades: '家政、养蜂',
  contact: '程砚秋',
  phone: '13700001111',
  plaqueOn: today,
})
const course = await entry('academy-courses', { name: '班组长管理能力提升', trade: '管理', audience: ['team_leader'], hours: 16 })
let edition = 0
const aClass = async (more: object = {}) => {
  edition++
  const { id } = await officer.ask('createClass', {
    body: {
      name: `班组长培训班第${edition}期`,
      edition,
      academy: academy.id,
      course: course.id,
      org: root.id,
      mode: 'both',
      hours: 160,
      costCents: 0,
      mustAttend: 50,
      passMark: 6000,
      halfDays: [
        { on: addDays(today, -1), part: 'am' },
        { on: addDays(today, -1), part: 'pm' },
        { on: today, part: 'am' },
        { on: today, part: 'pm' },
      ],
      ...more,
    },
  })
  return id
}
const page = (id: string) => officer.ask('getClass', { params: { id } })
const unit = units[0]!
const names = unit.people.slice(0, 3).map((p) => p.name)

test('a class from enrolment to certificates: who came half the time and passed has completed', async () => {
  const id = await aClass()
  await officer.ask('enrol', { params: { id }, body: { unit: unit.id, names } })
  const [a, b, c] = (await page(id)).people.map((p) => p.person.id)
  const there = (on: string, part: 'am' | 'pm', present: string[]) => officer.ask('markAttendance', { params: { id }, body: { on, part, present } })
  await there(addDays(today, -1), 'am', [a!, b!])
  await there(addDays(today, -1), 'pm', [a!, b!])
  // Sent again with somebody less, the list says what it says now.
  await there(today, 'am', [a!, b!])
  await there(today, 'am', [a!])
  await expect(there(addDays(today, 1), 'am', [a!])).rejects.toMatchObject({ status: 400 })
  await officer.ask('recordTests', {
    params: { id },
    body: {
      rows: [
        { person: a!, score: 8800 },
        { person: b!, score: 5900 },
      ],
    },
  })
  const before = await page(id)
  expect(before.halfDays.map((h) => h.present)).toEqual([2, 2, 1, 0])
  expect(await officer.ask('finishClass', { params: { id }, body: { version: before.version, costCents: 300_000 } })).toEqual({
    completed: 1,
    trainees: 3,
  })
  const after = await page(id)
  expect(after).toMatchObject({ state: 'finished', costPerHeadCents: 150_000 })
  expect(after.people.map((p) => p.completed)).toEqual([true, false, false])
  const code = after.people[0]!.certificate!
  expect(await union.visitor().ask('verifyCertificate', { params: { code } })).toMatchObject({ award: '班组长管理能力提升（16 课时）结业' })
  await expect(there(today, 'pm', [c!])).rejects.toMatchObject({ problem: { code: 'skills.class-finished' } })
  const facts = await rowsOf<{ fact: string; n: number; amount: number }>(
    "select fact, count(*)::int as n, sum(amount)::float as amount from ledger.fact where fact like 'class%' group by fact order by fact",
  )
  expect(facts).toEqual([
    { fact: 'class-cost', n: 1, amount: 3_000 },
    { fact: 'class-hours', n: 1, amount: 16 },
    { fact: 'class-trainees', n: 2, amount: 2 },
    { fact: 'classes-held', n: 1, amount: 1 },
  ])
  const phone = await worker(unit.people.find((p) => p.id === a)!.mobile)
  const mine = await phone.ask('mySkills', {})
  expect(mine.courses).toMatchObject([{ name: '班组长培训班第1期', completed: true, certificate: code }])
  expect(mine.courses[0]!.rateable).toBe(id)
  expect(await officer.ask('skillsOfPerson', { params: { id: a! } })).toEqual({
    ...mine,
    courses: mine.courses.map((c) => ({ ...c, rateable: null })),
  })

  // Satisfaction: whoever came says it once; who never came cannot, and nobody reads who said what.
  const say = (who: typeof phone, stars: number, said = '') => who.ask('rateClass', { params: { id }, body: { stars, said } })
  await say(phone, 5, '实操课很有用')
  await expect(say(phone, 1)).rejects.toMatchObject({ problem: { code: 'skills.class-rated' } })
  expect((await phone.ask('mySkills', {})).courses[0]!.rateable).toBeNull()
  const [second, third] = await Promise.all([b, c].map((x) => worker(unit.people.find((p) => p.id === x)!.mobile)))
  await expect(say(third!, 5)).rejects.toMatchObject({ problem: { code: 'skills.not-there' } })
  await say(second!, 2, '教室太挤')
  expect((await page(id)).ratings).toEqual({
    answered: 2,
    of: 2,
    average: 350,
    said: [
      { stars: 2, said: '教室太挤' },
      { stars: 5, said: '实操课很有用' },
    ],
  })
  const visits = await rowsOf<{ title: string }>("select title from cases.matter where service = 'return-visit'")
  expect(visits).toEqual([{ title: '回访：班组长培训班第1期' }])
  expect(await officer.ask('getFigure', { params: { code: 'class-satisfaction' }, query: { from: today, to: today } })).toMatchObject({ value: 50 })
  expect(await rowsOf("select 1 from ledger.act where kind = 'academy.rated' and person_id is not null")).toEqual([])
  const foreign = await worker(units[1]!.people[0]!.mobile)
  await expect(say(foreign, 5)).rejects.toMatchObject({ status: 404 })
  const strange = await union.as('guoyuan')
  const other = await strange.send({ method: 'GET', url: `/api/skills/people/${a}` })
  expect([200, 404]).toContain(other.statusCode)
})

test('a certificate is withdrawn once, with a reason that whoever verifies it reads', async () => {
  const id = await aClass({ passMark: null, mustAttend: 25 })
  await officer.ask('enrol', { params: { id }, body: { unit: unit.id, names: names.slice(0, 1) } })
  const { people, version } = await page(id)
  await officer.ask('markAttendance', { params: { id }, body: { on: today, part: 'am', present: [people[0]!.person.id] } })
  await officer.ask('finishClass', { params: { id }, body: { version, costCents: 0 } })
  const code = (await page(id)).people[0]!.certificate!
  const withdraw = (who: typeof officer, because: string) => who.ask('withdrawCertificate', { params: { code }, body: { because } })
  await expect(withdraw(officer, '错')).rejects.toMatchObject({ status: 400 })
  await expect(withdraw(await union.as('zhuxi'), '冒名顶替参加培训')).rejects.toMatchObject({ status: 403 })
  await withdraw(officer, '冒名顶替参加培训')
  expect(await union.visitor().ask('verifyCertificate', { params: { code } })).toMatchObject({
    withdrawnOn: today,
    withdrawnBecause: '冒名顶替参加培训',
  })
  await expect(withdraw(officer, '再撤一次试试')).rejects.toMatchObject({ problem: { code: 'skills.withdrawn-already' } })
  await expect(officer.ask('withdrawCertificate', { params: { code: 'NOSUCHCODE22' }, body: { because: '没有这张证书' } })).rejects.toMatchObject({
    status: 404,
  })
  expect((await page(id)).people[0]).toMatchObject({ withdrawn: true })
  const mine = await (await worker(unit.people.find((p) => p.id === people[0]!.person.id)!.mobile)).ask('mySkills', {})
  expect(mine.certificates.map((c) => c.code)).not.toContain(code)
  expect(mine.courses.map((c) => c.certificate)).not.toContain(code)
})

test('seats are kept; names must be members; a register that is no academy opens no class', async () => {
  const id = await aClass({ seats: 2 })
  await expect(officer.ask('enrol', { params: { id }, body: { unit: unit.id, names } })).rejects.toMatchObject({
    problem: { code: 'skills.class-full' },
  })
  await expect(officer.ask('enrol', { params: { id }, body: { unit: unit.id, names: ['查无此人'] } })).rejects.toMatchObject({ status: 400 })
  await officer.ask('enrol', { params: { id }, body: { unit: unit.id, names: names.slice(0, 2) } })
  const [first] = (await page(id)).people
  await officer.ask('leaveClass', { params: { id, person: first!.person.id } })
  expect((await page(id)).trainees).toBe(1)
  await expect(aClass({ academy: course.id })).rejects.toMatchObject({ problem: { errors: [{ path: 'academy' }] } })
  await expect(aClass({ edition: 1 })).rejects.toMatchObject({ problem: { code: 'skills.class-taken' } })
  const zhuxi = await union.as('zhuxi')
  const answer = await zhuxi.send({ method: 'PUT', url: `/api/skills/classes/${id}/attendance`, payload: { on: today, part: 'am', present: [] } })
  expect(answer.statusCode).toBe(403)
})

test('the naming of an academy is a service on offer', async () => {
  const services = await head.ask('listServices', { query: {} } as never)
  expect(JSON.stringify(services)).toContain('academy-naming')
})
