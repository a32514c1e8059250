import { expect, test } from 'vitest'
import { aUnion } from '../../test/union.ts'

const union = await aUnion()
const district = await union.as('zuzhi')
const namesFor = async (q: string) => (await district.ask('listMembers', { query: { q, limit: 200 } })).rows.map((r) => r.person.name)

test.each([
  ['许大川', '许大川'],
  ['大川', '许大川'],
  ['川', '许大川'],
  ['xdc', '许大川'],
  ['xudac', '许大川'],
  ['xu da chuan', '许大川'],
  ['13900000001', '许大川'],
  ['1390000000', '许大川'],
  ['0001', '许大川'],
  ['𠮷永', '𠮷永安'],
  ['古丽·麦', '阿依古丽·麦合木提'],
  ['麦合木提', '阿依古丽·麦合木提'],
])('typing %s finds %s', async (typed, name) => {
  expect(await namesFor(typed)).toContain(name)
})

test('what fits nobody finds nobody, and odd signs break nothing', async () => {
  for (const q of ['川大许', "o'neil", `'"\\:*&|!()<->`, '%', '__', '零一二三']) expect(await namesFor(q)).not.toContain('许大川')
})

test('every member is found by each pair of the name, whoever wrote the row', async () => {
  const { rows } = await district.ask('listMembers', { query: { limit: 40 } })
  for (const { person } of rows) expect(await namesFor([...person.name].slice(0, 2).join('')), person.name).toContain(person.name)
})
