import { makeIdCard } from '@gongyou/contract/kit/id-card.ts'
import { expect, test } from 'vitest'
import { aUnion } from '../../test/union.ts'

const union = await aUnion()

const rider = (order: number) => ({
  name: '石一川',
  idNumber: makeIdCard('110118', '1995-02-03', order),
  mobile: `1370000${String(1000 + order).slice(-4)}`,
})

const join = async (who: ReturnType<typeof rider>, joinPoint = 'GLJD2345') => {
  const phone = union.visitor()
  const { challenge } = await phone.ask('sendPhoneCode', { body: { mobile: who.mobile } })
  const receipt = await phone.ask('applyToJoin', {
    body: {
      joinPoint,
      ...who,
      challenge,
      code: await union.codeFor(who.mobile),
      occupation: 'courier',
      platforms: ['云递速运（北京）有限公司'],
      consent: 'joining-2026-1',
      sensitiveConsent: 'id-number-2026-1',
    },
  })
  return { phone, receipt }
}
const figure = async (who: Awaited<ReturnType<typeof union.as>>) =>
  (await who.ask('getFigure', { params: { code: 'members-joined' }, query: { from: '2026-01-01' } })).value

test('a courier joins on the phone, the station approves, and the figure counts her and leads back to her record', async () => {
  const station = await union.as('gulou')
  const before = await figure(station)
  const { phone, receipt } = await join(rider(1))
  expect(receipt.number).toMatch(/^RH\d{8}-\d{4}$/)
  expect((await phone.ask('myMembership', {})).application).toMatchObject({ status: 'submitted', number: receipt.number })

  const waiting = await station.ask('getApplication', { params: { id: receipt.id } })
  expect(waiting.checks.every((c) => c.verdict === 'passed')).toBe(true)
  const approved = await station.ask('approveApplication', { params: { id: receipt.id }, body: { version: waiting.version } })
  expect(approved.status).toBe('approved')

  expect(await figure(station)).toBe(before! + 1)
  const { rows } = await station.ask('listFigureRecords', { params: { code: 'members-joined' }, query: { from: '2026-01-01' } })
  expect(rows.find((r) => r.person?.id === approved.person.id)).toMatchObject({ kind: 'membership.joined', person: { name: '石一川' } })
  const mine = await phone.ask('myMembership', {})
  expect(mine).toMatchObject({ status: 'active', org: { name: '鼓楼街道工会服务站' } })
  expect(mine.card).toMatch(/^GY1\./)
})

test('two officers approving the same application at once make one membership and one refusal', async () => {
  const [gulou, social] = [await union.as('gulou'), await union.as('shegong')]
  const { receipt } = await join(rider(2))
  const outcomes = await Promise.allSettled(
    [gulou, social].map((o) => o.ask('approveApplication', { params: { id: receipt.id }, body: { version: 1 } })),
  )
  expect(outcomes.map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(outcomes.find((o) => o.status === 'rejected')).toMatchObject({ reason: { status: 409, problem: { code: 'membership.already-decided' } } })
})

test('another town neither sees nor decides the application', async () => {
  const { receipt } = await join(rider(3))
  const other = await union.as('guoyuan')
  await expect(other.ask('getApplication', { params: { id: receipt.id } })).rejects.toMatchObject({ status: 404 })
  await expect(other.ask('approveApplication', { params: { id: receipt.id }, body: { version: 1 } })).rejects.toMatchObject({ status: 404 })
  const list = await other.ask('listApplications', { query: { status: 'submitted' } })
  expect(list.rows.map((r) => r.id)).not.toContain(receipt.id)
})

test('without signing in nobody sees applications, and a worker is no officer', async () => {
  await expect(union.visitor().ask('listApplications', {})).rejects.toMatchObject({ status: 401 })
  const { phone } = await join(rider(4))
  await expect(phone.ask('listApplications', {})).rejects.toMatchObject({ status: 403 })
})

test('an expired joining code says what to do', async () => {
  await expect(union.visitor().ask('getJoinPoint', { params: { code: 'GQDE2345' } })).rejects.toMatchObject({
    status: 410,
    problem: { detail: expect.stringContaining('要新码') },
  })
})

test('the same person cannot apply twice, and a number under another name is refused', async () => {
  await join(rider(5))
  await expect(join({ ...rider(5), mobile: '13700009905' })).rejects.toMatchObject({ status: 409, problem: { code: 'membership.already-applied' } })
  await expect(join({ ...rider(5), name: '柳新', mobile: '13700009906' })).rejects.toMatchObject({
    status: 422,
    problem: { code: 'people.name-mismatch' },
  })
})

test('a phone code tried twenty times is spent after five', async () => {
  const phone = union.visitor()
  const { challenge } = await phone.ask('sendPhoneCode', { body: { mobile: '13700008888' } })
  const right = await union.codeFor('13700008888')
  const wrong = right === '000000' ? '000001' : '000000'
  const codes: string[] = []
  for (let i = 0; i < 20; i++) await phone.ask('signInByPhone', { body: { challenge, code: wrong } }).catch((e) => codes.push(e.problem.code))
  expect(codes.filter((c) => c === 'accounts.wrong-code')).toHaveLength(4)
  await expect(phone.ask('signInByPhone', { body: { challenge, code: right } })).rejects.toMatchObject({ problem: { code: 'accounts.code-spent' } })
})

test('rebuilding the facts gives what was counted act by act', async () => {
  const all = 'select fact, act_id, part, day, org_id, town, person_id, amount, dims from ledger.fact where region = 110118 order by 1, 2, 3'
  const kept = (await union.owner.query(all)).rows
  const { rebuildAll } = await import('../../kit/ledger/rebuild.ts')
  const { facts } = await import('../../rooms.ts')
  const client = await union.owner.connect()
  await client.query('begin; select kit.set_region(110118)')
  await rebuildAll(client, 110118, facts)
  await client.query('commit')
  client.release()
  expect((await union.owner.query(all)).rows).toEqual(kept)
})
