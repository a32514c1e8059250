import { faultsOf } from '@gongyou/contract/cases/faults-of.ts'
import type { Service } from '@gongyou/contract/cases/service.ts'
import { fieldKinds } from '@gongyou/contract/forms/names.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { optionsFrom } from './option-lines.ts'
import { addClock, addField, addOnward, addState, addStep, askAt, asksOf, dropField, dropState, leadTo, orderFields } from './edits.ts'
import { put } from './draft.ts'
import { faultsNow, spotOf } from './faults.ts'
import { type Steps, move } from './history.ts'

// The language of the screen is kept by the browser.
vi.stubGlobal('localStorage', { getItem: () => null })

const blank: Service = {
  code: 'fw-sr',
  revision: 1,
  letters: 'SR',
  title: t('生日慰问', 'Birthday'),
  summary: t('给过生日的会员送一份礼物。', 'A gift.'),
  begunBy: ['worker'],
  form: {},
  roles: {},
  outcomes: {},
  states: { submitted: { name: t('已提交', 'Handed in') } },
  begins: 'submitted',
  actions: {},
}

/** One thing an officer may do next; the numbers choose what it is done to. */
const gesture = fc.tuple(fc.integer({ min: 0, max: 13 }), fc.nat(40), fc.nat(40))
const pickOf = (things: object, n: number) => {
  const names = Object.keys(things)
  return names[n % Math.max(names.length, 1)]
}
const doOne = (s: Service, [what, n, m]: readonly [number, number, number]): Service => {
  const [field, state, step] = [pickOf(s.form, n), pickOf(s.states, n), pickOf(s.actions, n)]
  const other = pickOf(s.states, m)
  const later = pickOf(s.form, m)
  switch (what) {
    case 0:
      return addField(s, fieldKinds[n % fieldKinds.length]!).service
    case 1:
      return field ? dropField(s, field) : s
    case 2:
      return addState(s, m % 2 === 0).service
    case 3:
      return state && Object.keys(s.states).length > 1 ? dropState(s, state) : s
    case 4:
      return state && other ? addStep(s, state, other).service : addOnward(s, s.begins).service
    case 5:
      return step && other ? leadTo(s, step, other) : s
    case 6:
      return step && field ? asksOf(s, step, [field, ...(later ? [later] : [])]) : s
    case 7:
      return field ? askAt(s, field, m % 2 === 0, step ? [step] : []) : s
    case 8:
      return field ? orderFields(s, Object.keys(s.form).toReversed()) : s
    case 9:
      return addClock(s).service
    case 10:
      return field && later && field !== later ? put(s, 'form', field, { ...s.form[field]!, when: { of: later, answered: true } }) : s
    case 11:
      return field && step ? put(s, 'actions', step, { ...s.actions[step]!, when: { all: [{ of: field, answered: true }] } }) : s
    case 12:
      return field && later && step
        ? put(s, 'actions', step, { ...s.actions[step]!, keeps: { register: 'lecturers', as: 'enter', fields: { name: field }, owner: later } })
        : s
    default:
      return field
        ? { ...s, counts: { split: field }, rules: [{ holds: { of: field, answered: true }, says: t('要填', 'Needed'), weight: 'look' }] }
        : s
  }
}

test('whatever is added, moved and deleted, nothing is spoken of that is no longer there', () => {
  let deleted = 0
  fc.assert(
    fc.property(fc.array(gesture, { minLength: 20, maxLength: 80, size: 'max' }), (gestures) => {
      const made = gestures.reduce((s, g) => {
        deleted += g[0] === 1 && Object.keys(s.form).length > 0 ? 1 : 0
        return doOne(s, g)
      }, blank)
      // “There is no …” is the fault of a name that leads nowhere; a state nothing leads to is the officer's to mend.
      expect(faultsOf(made).filter((f) => f.says.en.startsWith('There is no '))).toEqual([])
      expect(made.states[made.begins]).toBeDefined()
      expect(Object.keys(made.form).every((name) => /^[a-z][A-Za-z0-9]{0,39}$/.test(name))).toBe(true)
    }),
    { numRuns: 400 },
  )
  expect(deleted).toBeGreaterThan(100)
})

test('every fault leads to one of the places of the page and has Chinese words', () => {
  const broken = { ...blank, letters: 's', summary: t('', ''), begunBy: [], form: { field1: { kind: 'text' as const, label: t('', '') } } }
  const faults = faultsNow(broken, [{ path: 'actions.x.to', says: t('Invalid input', 'Invalid input') }])
  expect(faults.map((f) => spotOf(f.path).at)).toEqual(expect.arrayContaining(['basics', 'form', 'flow']))
  for (const f of faults) expect(f.says.zh).toMatch(/[\u4e00-\u9fff]/)
})

test('a step to an end has an outcome, made where there is none', () => {
  const ended = addState(blank, true)
  const { service, name } = addStep(ended.service, 'submitted', ended.name)
  expect(service.actions[name]!.outcome).toBe('outcome1')
  expect(faultsOf(service)).toEqual([])
  expect(leadTo(service, name, 'submitted').actions[name]).not.toHaveProperty('outcome')
})

test('options keep their codes: an answer already given is still read', () => {
  const first = optionsFrom([], '蛋糕券\n图书券\n')
  expect(first.map((o) => [o.code, o.label.zh])).toEqual([
    ['option1', '蛋糕券'],
    ['option2', '图书券'],
  ])
  expect(optionsFrom(first, '图书券\n蛋糕券').map((o) => o.code)).toEqual(['option2', 'option1'])
  expect(optionsFrom(first, '蛋糕卡\n图书券').map((o) => o.code)).toEqual(['option1', 'option2'])
  expect(optionsFrom(first, '蛋糕券\n电影票\n图书券').map((o) => o.code)).toEqual(['option1', 'option3', 'option2'])
})

test('undo takes back what was typed as one, and redo brings it again', () => {
  const at = (title: string) => ({ orgId: null, service: { ...blank, title: t(title, title) } })
  const start: Steps = { past: [], now: at('生'), future: [], typing: '' }
  const typed = ['生日', '生日慰', '生日慰问'].reduce((s, w) => move(s, { do: 'edit', typing: 'title', to: () => at(w) }), start)
  const back = move(typed, { do: 'undo' })
  expect(back.now.service.title.zh).toBe('生')
  expect(move(back, { do: 'redo' }).now.service.title.zh).toBe('生日慰问')
  const paused = move(move(typed, { do: 'pause' }), { do: 'edit', typing: 'title', to: () => at('生日礼') })
  expect(move(paused, { do: 'undo' }).now.service.title.zh).toBe('生日慰问')
})
