import fc from 'fast-check'
import { expect, expectTypeOf, test } from 'vitest'
import { t } from '../kit/text.ts'
import { type AnswersOf, burdenOf, checkAnswers, form, holdsFor } from './index.ts'

const label = t('某项', 'Something')
const grant = form({
  cause: {
    kind: 'choice',
    label,
    options: [
      { code: 'illness', label },
      { code: 'accident', label },
    ],
  },
  hospital: { kind: 'text', label, max: 20, when: { of: 'cause', is: 'illness' } },
  amount: { kind: 'money', label, max: 500_000 },
  family: {
    kind: 'table',
    label,
    min: 1,
    max: 3,
    columns: { name: { kind: 'text', form: 'person-name', label }, income: { kind: 'money', label, optional: true } },
  },
  since: { kind: 'date', label, notAfter: { daysFromToday: 0 }, optional: true },
  consent: { kind: 'consent', label, text: label, revision: '2026-1' },
})
const good = { cause: 'illness', hospital: '密云区医院', amount: 120_000, family: [{ name: '许大川', income: 0 }], consent: { revision: '2026-1' } }
const today = '2026-11-21'
const check = (given: Record<string, unknown>) => checkAnswers(grant, given, { today })
const faults = (given: Record<string, unknown>) => check(given).faults.map((f) => f.path)

test('a form that is filled in well comes back tidied', () => {
  expect(check({ ...good, hospital: '  密云区医院 ' })).toEqual({ answers: good, faults: [] })
})

test('every fault is named at once, cells of a table by row', () => {
  expect(faults({ cause: 'flood', family: [{ name: '许大川' }, { income: -1, age: 3 }], since: '2026-11-22' })).toEqual([
    'cause',
    'amount',
    'family.1.age',
    'family.1.name',
    'family.1.income',
    'since',
    'consent',
  ])
})

test('an answer whose question is not asked is dropped, a field the form does not have is refused', () => {
  const { answers, faults } = check({ ...good, cause: 'accident', isAdmin: true })
  expect(answers).not.toHaveProperty('hospital')
  expect(faults.map((f) => f.path)).toEqual(['isAdmin'])
  expect(check({ ...good, __proto__: { polluted: 1 } }).answers).toEqual(good)
})

test('a draft may lack everything but holds nothing wrong', () => {
  expect(checkAnswers(grant, {}, { today, draft: true })).toEqual({ answers: {}, faults: [] })
  expect(checkAnswers(grant, { amount: 1e9 }, { today, draft: true }).faults).toHaveLength(1)
})

test('only the fields of the step may be answered', () => {
  expect(checkAnswers(grant, { amount: 5, cause: 'illness' }, { today, names: ['amount'] }).faults.map((f) => f.path)).toEqual(['cause'])
})

test('whatever is sent, the check answers; what it returns passes again unchanged', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.keys(grant), 'other'), fc.anything()), (given) => {
      const once = checkAnswers(grant, given, { today, draft: true })
      const again = checkAnswers(grant, once.answers, { today, draft: true })
      expect(again).toEqual({ answers: once.answers, faults: [] })
    }),
    { numRuns: 500 },
  )
})

test('conditions compare like with like and nothing else', () => {
  const frame = { age: 17, day: '2026-01-02', many: ['a'], none: null }
  expect(holdsFor({ of: 'age', atLeast: 18 }, frame)).toBe(false)
  expect(holdsFor({ of: 'age', atLeast: '1' }, frame)).toBe(false)
  expect(holdsFor({ of: 'day', atMost: '2026-01-02' }, frame)).toBe(true)
  expect(holdsFor({ not: { of: 'many', includes: 'b' } }, frame)).toBe(true)
  expect(holdsFor({ all: [{ of: 'none', answered: false }, { any: [{ of: 'age', in: [16, 17] }] }] }, frame)).toBe(true)
})

test('the types of the answers follow from the form', () => {
  type Given = AnswersOf<typeof grant>
  expectTypeOf<Given['cause']>().toEqualTypeOf<'illness' | 'accident'>()
  expectTypeOf<Given['amount']>().toEqualTypeOf<number>()
  expectTypeOf<undefined>().toExtend<Given['hospital']>()
  // @ts-expect-error a condition that names no field does not compile
  form({ a: { kind: 'text', label, when: { of: 'b', is: 1 } } })
})

test('the burden meter finds what two forms ask anew', () => {
  const asksPhone = form({ phone: { kind: 'text', form: 'phone', label: t('联系电话', 'Phone') } })
  const knows = form({ phone: { kind: 'text', form: 'phone', label: t('联系电话', 'Phone'), from: 'person.mobile' } })
  expect(burdenOf({ a: asksPhone, b: asksPhone, c: knows })).toMatchObject({
    forms: 3,
    fields: 3,
    known: 1,
    askedTwice: 1,
    repeats: [{ label: '联系电话', forms: [{ form: 'a' }, { form: 'b' }] }],
  })
  expect(burdenOf({ a: asksPhone, c: knows }).askedTwice).toBe(0)
})
