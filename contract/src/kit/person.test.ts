import { describe, expect, it } from 'vitest'
import { maskBankCard, maskIdNumber, maskName, maskPhone } from './masking.ts'
import { readPersonName } from './person-name.ts'
import { readPhone } from './phone.ts'

const nameOf = (raw: string) => {
  const r = readPersonName(raw)
  return r.ok ? r.name : `!${r.reason}`
}
const phoneOf = (raw: string) => {
  const r = readPhone(raw)
  return r.ok ? r.number : `!${r.reason}`
}

describe('a name', () => {
  it('is tidied but not changed', () => {
    expect(nameOf(' 张　三 ')).toBe('张三')
    expect(nameOf('𠮷䶮')).toBe('𠮷䶮')
    for (const dot of ['·', '•', '．', '・', '.', '‧']) expect(nameOf(`阿依古丽${dot}买买提`)).toBe('阿依古丽·买买提')
    expect(nameOf('Anna  Müller-Sample')).toBe('Anna Müller-Sample')
  })
  it('is refused when it is something else', () => {
    expect(nameOf('')).toBe('!empty')
    expect(nameOf('张')).toBe('!too-short')
    expect(nameOf('张三1')).toBe('!digits')
    expect(nameOf('张三（组长）')).toBe('!characters')
    expect(nameOf('·张三')).toBe('!characters')
    expect(nameOf('张san')).toBe('!mixed')
    expect(nameOf('????')).toBe('!characters')
    expect(nameOf('张'.repeat(51))).toBe('!too-long')
  })
})

describe('a mobile number', () => {
  it('is found under its ornaments', () => {
    for (const raw of ['13800001234', '+86 138 0000 1234', '86-138-0000-1234', '１３８００００１２３４', "'13800001234", '008613800001234'])
      expect(phoneOf(raw)).toBe('13800001234')
  })
  it('is refused with the reason', () => {
    expect(phoneOf('')).toBe('!empty')
    expect(phoneOf('13800001234/13900001234')).toBe('!several')
    expect(phoneOf('010-69040000')).toBe('!landline')
    expect(phoneOf('1380000123')).toBe('!format')
    expect(phoneOf('12800001234')).toBe('!format')
  })
})

describe('masking', () => {
  it('hides the middle and keeps the length', () => {
    expect(maskName('张三')).toBe('张*')
    expect(maskName('欧阳小红')).toBe('欧***')
    expect(maskName('𠮷田')).toBe('𠮷*')
    expect(maskPhone('13800001234')).toBe('138****1234')
    expect(maskIdNumber('110118199003070019')).toBe('110118********0019')
    expect(maskIdNumber('E12345678')).toBe('E1*****78')
    expect(maskBankCard('6222020000000001234')).toBe('***************1234')
    expect(maskPhone('12345')).toBe('*****')
  })
})
