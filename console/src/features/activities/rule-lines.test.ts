import { holdsFor } from '@gongyou/contract/forms/index.ts'
import { expect, test } from 'vitest'
import { type Rule, ruleKinds, ruleRead, ruleSent, turnSent } from './rule-lines.ts'

const name = (id: string) => ({ a: '甲工会', b: '乙工会' })[id]
const filled: Rule[] = [
  { kind: 'member' },
  { kind: 'first' },
  {
    kind: 'unions',
    of: [
      { id: 'a', name: '甲工会' },
      { id: 'b', name: '乙工会' },
    ],
  },
  { kind: 'occupations', of: ['courier', 'food_rider'] },
  { kind: 'towns', of: [110118001] },
  { kind: 'times', most: 2 },
  { kind: 'age', from: 20, to: 45 },
  { kind: 'sex', of: 'female' },
  { kind: 'honoured' },
  { kind: 'years', least: 3 },
]

test('every rule that can be picked is read back as it was picked', () => {
  expect(filled.map((r) => r.kind).toSorted()).toEqual(ruleKinds.map((k) => k.kind).toSorted())
  for (const r of filled) expect(ruleRead(ruleSent(r)!, name)).toEqual(r)
})

test('a rule asks what its words say', () => {
  const frame = {
    'person.member': true,
    'person.unions': ['root', 'b'],
    'person.occupation': 'courier',
    'person.town': 110118001,
    'person.age': 45,
    'person.sex': 'female',
    'activity.firstTime': true,
    'activity.timesThisYear': 2,
    'person.honoured': true,
    'activity.yearsSince': 3,
  }
  for (const r of filled) expect([r.kind, holdsFor(ruleSent(r)!.holds, frame)]).toEqual([r.kind, true])
  const other = {
    ...frame,
    'person.member': false,
    'person.unions': ['c'],
    'person.occupation': 'other',
    'person.town': 1,
    'person.age': 46,
    'person.sex': 'male',
    'activity.firstTime': false,
    'activity.timesThisYear': 3,
    'person.honoured': false,
    'activity.yearsSince': 2,
  }
  for (const r of filled) expect([r.kind, holdsFor(ruleSent(r)!.holds, other)]).toEqual([r.kind, false])
})

test('what this screen cannot build is kept as it is; a rule that names nobody is none', () => {
  const deep = { holds: { not: { of: 'person.member', is: true } }, says: { zh: '非会员', en: 'Not members' } } as const
  expect(ruleSent(ruleRead(deep, name))).toEqual(deep)
  expect(ruleSent({ kind: 'unions', of: [] })).toBeUndefined()
})

test('whose turn comes first is the same condition in other words, and is read back', () => {
  for (const r of filled) {
    const turn = turnSent(r)!
    expect(turn.holds).toEqual(ruleSent(r)!.holds)
    expect(turn.says.zh).toMatch(/^[^限].*优先$/)
    expect(ruleRead(turn, name)).toEqual(r)
  }
})

test('the rules the house came with can be changed on the screen', async () => {
  const { recuperation } = await import('@gongyou/contract/activities/own/care.ts')
  expect((recuperation.rules ?? []).map((r) => ruleRead(r, name).kind)).toEqual(['member', 'years'])
  expect((recuperation.first ?? []).map((r) => ruleRead(r, name).kind)).toEqual(['honoured'])
})
