import { randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { expect, test } from 'vitest'
import { dayOf, now } from '../../kit/clock.ts'
import { openSheet } from '../../kit/sheets/open-sheet.ts'
import { anActivityDesk, inHours } from '../../test/activities.ts'
import { aUnion } from '../../test/union.ts'

const union = await aUnion({ people: 300 })
const desk = await anActivityDesk(union)
const today = dayOf(now())
const at = (day: string, hour: string) => new Date(`${day}T${hour}:00+08:00`).toISOString()
const diary = (from: string, to: string, who = desk.gulou) => who.ask('listSessions', { query: { from, to } })

test('a calendar shows what touches its days, within reach and in the order of time', async () => {
  const [a, b] = [addDays(today, 10), addDays(today, 11)]
  // 23:30 to 00:30 in Shanghai lies on two days, and on the day before in UTC.
  const late = await desk.planned({ title: '跨夜', sessions: [{ startsAt: at(a, '23:30'), endsAt: at(b, '00:30'), place: '广场' }] })
  const early = await desk.published({ title: '清早', sessions: [{ startsAt: at(a, '00:10'), endsAt: at(a, '01:00'), place: '公园' }] })
  const titles = async (from: string, to: string) => (await diary(from, to)).rows.map((r) => r.activity.title)
  expect(await titles(a, a)).toEqual(['清早', '跨夜'])
  expect(await titles(b, b)).toEqual(['跨夜'])
  expect(await titles(addDays(a, -1), addDays(a, -1))).toEqual([])
  expect((await diary(a, b)).rows[1]).toMatchObject({ activity: { id: late.id, state: 'draft' }, room: null, cancelled: false, counts: 'names' })
  expect((await diary(a, b, desk.guoyuan)).rows).toEqual([])
  await desk.gulou.ask('cancelActivity', { params: { id: early.id }, body: { version: early.version, because: '大雾' } })
  expect((await diary(a, a)).rows[0]).toMatchObject({ cancelled: true })
  const template = await desk.gulou.ask('cloneActivity', { params: { id: late.id }, body: { on: b, template: true } })
  expect((await diary(b, b)).rows.map((r) => r.activity.id)).not.toContain(template.id)
  await expect(diary(a, addDays(a, 70))).rejects.toMatchObject({ problem: { code: 'request.invalid' } })
  await expect(diary(b, a)).rejects.toMatchObject({ problem: { code: 'request.invalid' } })
  expect((await desk.gulou.ask('listActivities', { query: { series: late.id } as never })).rows).toEqual([])
})

test('the activities of a series are found together', async () => {
  const first = await desk.planned({ title: '读书会' })
  const next = await desk.gulou.ask('cloneActivity', { params: { id: first.id }, body: { on: addDays(today, 20), series: true } })
  const found = (await desk.gulou.ask('listActivities', { query: { series: first.id } as never })).rows.map((r) => r.id)
  expect(found.toSorted()).toEqual([first.id, next.id].toSorted())
})

test('the sheet of sign-ups has every answer; phones and what is sealed only with a right and a purpose, and it is on record', async () => {
  const a = await desk.published({
    questions: {
      size: { kind: 'choice', label: { zh: '衣服尺码', en: 'Size' }, options: [{ code: 'l', label: { zh: '大号', en: 'Large' } }] },
      children: { kind: 'number', label: { zh: '带几个孩子', en: 'Children' }, min: 0, max: 5 },
      illness: { kind: 'text', label: { zh: '既往病史', en: 'Illnesses' }, secrecy: 'P3', optional: true },
    },
  })
  const [w] = await desk.workers(1)
  expect((await w!.signUp(a.pools[0]!.id, { answers: { size: 'l', children: 2, illness: '哮喘' } })).state).toBe('confirmed')
  const sheet = async (query: string, who = desk.gulou) => {
    const answer = await who.send({ method: 'GET', url: `/api/activities/${a.id}/sign-ups/sheet${query}` })
    if (answer.statusCode !== 200) return { status: answer.statusCode, code: answer.json<{ code: string }>().code, rows: [] }
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'gongyou-sheet-')), 'a.xlsx')
    writeFileSync(file, answer.rawPayload)
    const rows: unknown[][] = []
    const book = await openSheet(file)
    for await (const batch of book.rows()) rows.push(...batch.map((r) => r.cells.map((c) => c.text)))
    await book.close()
    return { status: 200, code: '', rows }
  }
  const masked = await sheet('')
  expect(masked.rows[0]).toEqual(expect.arrayContaining(['姓名', '手机', '衣服尺码', '带几个孩子']))
  expect(masked.rows[0]).not.toContain('既往病史')
  expect(masked.rows[1]).toEqual(expect.arrayContaining([w!.name, '大号']))
  expect(masked.rows[1]!.map(String)).toContain('2')
  expect(JSON.stringify(masked.rows)).not.toContain(w!.mobile)
  expect((await sheet('?numbers=full')).code).toBe('registers.purpose-needed')
  const full = await sheet(`?numbers=full&purpose=${encodeURIComponent('购买保险')}`)
  expect(full.rows[1]).toEqual(expect.arrayContaining(['哮喘', w!.mobile]))
  expect((await sheet('?state=standby')).rows).toHaveLength(1)
  expect((await sheet('', desk.guoyuan)).status).toBe(404)
  const { rows } = await union.owner.query<{ n: number }>(
    `select count(*)::int as n from ledger.audit where action = 'exportSignUps' and purpose = '购买保险'`,
  )
  expect(rows[0]!.n).toBe(1)
})

test('where hours count the sheet says how long each was there, for the platform that keeps the account', async () => {
  const sheetOf = async (id: string) => {
    const answer = await desk.gulou.send({ method: 'GET', url: `/api/activities/${id}/sign-ups/sheet` })
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'gongyou-sheet-')), 'a.xlsx')
    writeFileSync(file, answer.rawPayload)
    const rows: string[][] = []
    const book = await openSheet(file)
    for await (const batch of book.rows()) rows.push(...batch.map((r) => r.cells.map((c) => c.text)))
    await book.close()
    return rows
  }
  const [came, stayed] = await desk.workers(2)
  const a = await desk.published({
    kind: 'volunteering',
    title: '爱心修车',
    answers: { danger: 'none' },
    sessions: [{ startsAt: inHours(1), endsAt: inHours(3.5), place: '市民广场' }],
  })
  for (const [n, w] of [came, stayed].entries()) await w!.signUp(a.pools[0]!.id, { answers: { volunteerNo: `110118-${n}` } })
  const [first] = await came!.mine()
  await desk.at(2, () =>
    desk.gulou.ask('sendCheckIns', {
      params: { id: a.sessionList[0]!.id },
      body: { device: '站点手机', items: [{ id: randomUUID(), via: 'list', at: inHours(2), signUpId: first!.id }] },
    }),
  )
  const [head, ...rows] = await sheetOf(a.id)
  const [hours, number] = [head!.indexOf('时长（小时）'), head!.indexOf('志愿北京编号')]
  expect(rows.map((r) => [r[number], r[hours]])).toEqual([
    ['110118-0', '2.5'],
    ['110118-1', '0'],
  ])
})
