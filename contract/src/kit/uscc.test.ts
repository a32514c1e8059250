import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeUscc, readUscc } from './uscc.ts'

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const letters8 = fc.array(fc.constantFrom(...alphabet), { minLength: 8, maxLength: 8 }).map((a) => a.join(''))

describe('a unified social credit code', () => {
  it('passes both checks for published samples', () => {
    for (const number of ['91110000802100433B', '91440300708461136T', '91350100M000100Y43']) {
      expect(readUscc(number)).toMatchObject({ ok: true, number, holder: 'enterprise', normalised: false })
    }
  })

  it('reads back whatever was made, and refuses one wrong character', () => {
    fc.assert(
      fc.property(letters8, fc.nat(17), fc.constantFrom(...alphabet), (organisation, at, other) => {
        const number = makeUscc('81', '110118', organisation)
        expect(readUscc(` ${number.toLowerCase()}`)).toMatchObject({ ok: true, number, holder: 'base-union', normalised: true })
        const wrong = number.slice(0, at) + other + number.slice(at + 1)
        fc.pre(wrong !== number)
        expect(readUscc(wrong).ok).toBe(false)
      }),
    )
  })

  it('tells which check failed', () => {
    const reasonOf = (raw: string) => {
      const r = readUscc(raw)
      return r.ok ? 'ok' : r.reason
    }
    expect(reasonOf('')).toBe('empty')
    expect(reasonOf('9111000080210043')).toBe('length')
    expect(reasonOf('9111OOOO802100433B')).toBe('characters')
    expect(reasonOf('91110000802100443B')).toBe('organisation-check')
    expect(reasonOf('91110001802100433B')).toBe('checksum')
  })
})
