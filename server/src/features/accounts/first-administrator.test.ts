import { expect, test } from 'vitest'
import { aUnion, region } from '../../test/union.ts'
import { offerFirstAdministrator } from './index.ts'

const union = await aUnion({ demo: false, people: 0, empty: true })

test('an empty installation is taken over with the code of the terminal, once, and founds its federation', async () => {
  const code = (await offerFirstAdministrator(union.db, region))!
  expect(code).toMatch(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){2}$/)
  const visitor = union.visitor()
  const body = { name: '贺云舟', login: 'guanli', password: 'shangshan-ruoshui' }
  await expect(visitor.ask('becomeFirstAdministrator', { body: { ...body, code: 'AAAA-AAAA-AAAA' } })).rejects.toMatchObject({ status: 410 })
  await expect(visitor.ask('becomeFirstAdministrator', { body: { ...body, code, password: 'short' } })).rejects.toMatchObject({ status: 422 })
  const twice = await Promise.allSettled(
    [visitor, union.visitor()].map((v, i) => v.ask('becomeFirstAdministrator', { body: { ...body, login: `guanli${i}`, code } })),
  )
  expect(twice.map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected'])
  const first = twice[0]!.status === 'fulfilled' ? visitor : union.visitor()
  if (twice[0]!.status === 'fulfilled') expect(await first.ask('whoAmI', {})).toMatchObject({ kind: 'staff', mustSetUpSecondFactor: true })
  const { rows } = await union.owner.query('select o.name, p.post from organisations.post p join organisations.org o on o.id = p.org_id')
  expect(rows).toEqual([{ name: '密云区总工会', post: 'administrator' }])
  expect(await offerFirstAdministrator(union.db, region)).toBeNull()
  await expect(union.visitor().ask('becomeFirstAdministrator', { body: { ...body, login: 'other', code } })).rejects.toMatchObject({ status: 410 })
})
