import { describe, expect, it } from 'vitest'
import { add, addDisjoint, quantity, showQuantity, type Quantity } from './units.ts'

const persons = quantity(40, 'persons')
const attendances = quantity(8920, 'attendances')

describe('figures with units', () => {
  it('add up within one unit of occurrences', () => {
    expect(showQuantity(add(attendances, quantity(40, 'attendances')))).toBe('8,960人次')
    expect(showQuantity(persons, 'en')).toBe('40 persons')
  })

  it('are not mixed, neither by the compiler nor at run time', () => {
    // @ts-expect-error persons and attendances are different things
    expect(() => add(attendances, persons)).toThrow('attendances and persons')
    // @ts-expect-error a plain object has no brand
    const forged: Quantity<'attendances'> = { value: 1, unit: 'attendances' }
    expect(forged.value).toBe(1)
    expect(() => quantity(0.5, 'attendances')).toThrow('whole')
  })

  it('count a person once: groups that may overlap are never summed', () => {
    // @ts-expect-error persons of two groups may be the same persons
    expect(() => add(persons, persons)).toThrow('count them together')
    expect(addDisjoint(persons, quantity(2, 'persons'), 'a member has one base union').value).toBe(42)
    expect(() => addDisjoint(persons, persons, ' ')).toThrow('overlap')
    // @ts-expect-error nor are units mixed here
    expect(() => addDisjoint(persons, attendances, 'any')).toThrow('persons and attendances')
  })
})
