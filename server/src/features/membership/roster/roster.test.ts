import { afterAll, expect, test } from 'vitest'
import { aUnion } from '../../../test/union.ts'
import { aMobile, aNumber, checked, imported, problemsOf, upload } from '../../../test/rosters.ts'
import { workbook } from '../../../test/rosters.ts'
import { resumeBatches } from './runner.ts'

const union = await aUnion()
const job = resumeBatches(union.building, { everyMs: 20 })
afterAll(() => job.stop())
const gulou = await union.as('gulou')
const station = '鼓楼街道工会服务站'

const titles = ['姓名', '身份证号', '手机号码', '所属工会', '民族', '学历', '职业', '入会时间']

test('a roster is uploaded, checked, imported, and the members are there', async () => {
  const bytes = await workbook(titles, [
    ['石一川', aNumber(1), aMobile(1), station, '汉族', '本科', '快递员', '2026-03-01'],
    ['阿依古丽·买买提', aNumber(2), aMobile(2), station, '05', '大专', '车工', '2026年4月2日'],
  ])
  const batch = await upload(gulou, bytes)
  expect(batch).toMatchObject({
    state: 'uploaded',
    totalRows: 2,
    headerRow: 1,
    mapping: { 0: 'name', 1: 'idNumber', 2: 'mobile', 3: 'union', 4: 'ethnicity', 5: 'education', 6: 'occupation', 7: 'joinedOn' },
  })
  const preview = await gulou.ask('previewRoster', { params: { id: batch.id }, body: { mapping: batch.mapping } })
  expect(preview.rows[1]).toMatchObject({
    row: 3,
    problems: [],
    values: { name: '阿依古丽·买买提', ethnicity: '维吾尔族', joinedOn: '2026-04-02', idNumber: expect.stringContaining('****') },
  })

  const done = await imported(gulou, bytes)
  expect(done).toMatchObject({ found: { new: 2, update: 0, unchanged: 0, bad: 0 }, made: { new: 2, bad: 0 }, stepRows: 2, doneRows: 2 })
  const { rows } = await gulou.ask('listMembers', { query: { q: '石一川' } })
  expect(rows[0]).toMatchObject({
    org: { name: station },
    occupation: 'courier',
    joinedOn: '2026-03-01',
    status: 'active',
    channel: 'unit_batch',
    cardNumber: expect.stringMatching(/^11011826\d{7}$/),
  })

  const again = await checked(gulou, bytes)
  expect(again.found).toEqual({ new: 0, update: 0, unchanged: 2, bad: 0, look: 0 })
  expect(await problemsOf(gulou, again.id)).toEqual([])
})
