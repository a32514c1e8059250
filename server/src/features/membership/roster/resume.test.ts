import { afterAll, expect, test } from 'vitest'
import { aUnion } from '../../../test/union.ts'
import { check } from './check.ts'
import { commit } from './commit.ts'
import { aMobile, aNumber, imported, until, upload, workbook } from '../../../test/rosters.ts'
import { resumeBatches } from './runner.ts'

const titles = ['姓名', '身份证号', '手机号', '所属工会', '学历', '政治面貌', '工作单位', '入会日期']
const station = '鼓楼街道工会服务站'
const many = 1_500
const file = await workbook(
  titles,
  [...Array(many).keys()].map((n) => [
    '石一川',
    aNumber(n % 999, `19${70 + (n % 29)}-0${1 + (n % 9)}-${String(1 + Math.floor(n / 999)).padStart(2, '0')}`),
    n % 50 === 0 ? '12' : `1371${String(n).padStart(7, '0')}`,
    station,
    '20',
    n % 2 ? '13' : '01',
    '云递速运（北京）有限公司',
    '2026-02-01',
  ]),
)
// What may differ between two runs over the same file: the ids that were drawn.
const state = `with acts as (select subject_id, string_agg(kind, ',' order by kind) as acts from ledger.act group by 1),
    facts as (select person_id, string_agg(fact || amount || day, ',' order by fact) as facts from ledger.fact group by 1),
    jobs as (select person_id, count(*) as jobs from organisations.employment group by 1), sealed as (select person_id, count(*) as sealed from people.sealed_field group by 1)
  select p.id_last4, p.birth_on::text, p.mobile, p.education, m.status, m.joined_on::text, m.channel, o.name as org, s.during::text, jobs, sealed, acts, facts
  from people.person p join membership.membership m on m.person_id = p.id join organisations.org o on o.id = m.org_id join membership.stay s on s.person_id = p.id
  left join acts on acts.subject_id = p.id left join facts on facts.person_id = p.id left join jobs on jobs.person_id = p.id left join sealed on sealed.person_id = p.id
  where p.name = '石一川' order by p.birth_on, p.id_last4, p.mobile`

const whole = await aUnion()
const broken = await aUnion()
const job = resumeBatches(whole.building, { everyMs: 20 })
afterAll(() => job.stop())

test('a job stopped between chunks goes on where it was, and ends as if it had never stopped', async () => {
  const once = await imported(await whole.as('gulou'), file)

  const gulou = await broken.as('gulou')
  const { id, mapping } = await upload(gulou, file)
  await gulou.ask('checkRoster', { params: { id }, body: { mapping } })
  const region = broken.building.setup.region
  const few = (chunks: number) => () => chunks-- > 0
  await check(broken.building, id, region, few(1), 500)
  const half = await gulou.ask('getRoster', { params: { id } })
  expect(half).toMatchObject({ state: 'checking', totalRows: many })
  expect(half.doneRows).toBeGreaterThan(400)
  expect(half.doneRows).toBeLessThan(many)
  const second = resumeBatches(broken.building, { everyMs: 20 })
  const found = await until(gulou, id, 'checked')
  await second.stop()
  expect(found.found).toEqual(once.found)

  await gulou.ask('commitRoster', { params: { id }, body: {} })
  await commit(broken.building, id, region, few(1))
  const written = await gulou.ask('getRoster', { params: { id } })
  expect(written).toMatchObject({ state: 'committing' })
  expect(written.doneRows).toBeGreaterThan(400)
  expect(written.doneRows).toBeLessThan(written.stepRows)
  const [third, fourth] = [resumeBatches(broken.building, { everyMs: 20 }), resumeBatches(broken.building, { everyMs: 20 })]
  const done = await until(gulou, id, 'done')
  await Promise.all([third.stop(), fourth.stop()])
  expect(done.made).toEqual(once.made)
  expect(done.made).toMatchObject({ new: many - many / 50 })

  const of = async (u: typeof whole) => (await u.owner.query(state)).rows
  expect(await of(broken)).toEqual(await of(whole))
  expect((await of(whole)).length).toBe(many - many / 50)
})

test('a chunk that fails leaves nothing of itself behind', async () => {
  const gulou = await whole.as('gulou')
  const { id, mapping } = await upload(gulou, await workbook(titles, [['陶二川', aNumber(5, '1969-05-05'), aMobile(5), station, '', '', '', '']]))
  await gulou.ask('checkRoster', { params: { id }, body: { mapping } })
  await until(gulou, id, 'checked')
  await whole.owner.query(`alter table membership.stay add constraint planted check (region = 0) not valid`)
  await gulou.ask('commitRoster', { params: { id }, body: {} })
  await expect(until(gulou, id, 'done')).rejects.toThrow(/处理中断/)
  await whole.owner.query(`alter table membership.stay drop constraint planted`)
  expect((await whole.owner.query(`select 1 from people.person where name = '陶二川'`)).rowCount).toBe(0)
})
