import { describe, expect, it } from 'vitest'
import { codeOf, entryOf, type CodeList } from './code-list.ts'
import { economicTypes, employerSizes, industries, unionFormEconomicTypes } from './employer-codes.ts'
import { ethnicities } from './ethnicities.ts'
import { idTypes, readIdNumber } from './id-types.ts'
import { joinChannels, membershipStatuses, unionPosts } from './membership-codes.ts'
import { childKinds, mayStandUnder, organisationKinds, type OrganisationKind } from './organisation-kinds.ts'
import { educations, householdTypes, politicalStatuses, sexes } from './person-codes.ts'
import { towns } from './towns.ts'
import { employmentForms, employmentStates, newFormOccupations, professionalTitles, skillLevels } from './work-codes.ts'

const all: Record<string, CodeList> = {
  economicTypes,
  employerSizes,
  industries,
  unionFormEconomicTypes,
  ethnicities,
  idTypes,
  joinChannels,
  membershipStatuses,
  unionPosts,
  organisationKinds,
  educations,
  householdTypes,
  politicalStatuses,
  sexes,
  towns,
  employmentForms,
  employmentStates,
  newFormOccupations,
  professionalTitles,
  skillLevels,
}

describe('every code list', () => {
  for (const [name, list] of Object.entries(all)) {
    it(`${name}: each code, label and synonym means one thing only`, () => {
      const seen = new Map<string, string>()
      for (const e of list)
        for (const word of [e.code, e.zh, e.en, ...(e.also ?? [])]) {
          const owner = seen.get(word)
          if (owner !== undefined && owner !== e.code) throw new Error(`${word} means ${owner} and ${e.code}`)
          seen.set(word, e.code)
          expect(codeOf(list, word), word).toBe(e.code)
        }
    })
  }
  it('has the sizes the standards give', () => {
    expect([ethnicities.length, industries.length, politicalStatuses.length, towns.length]).toEqual([58, 20, 13, 21])
  })
})

describe('a coded cell', () => {
  it('is understood however the officer wrote it', () => {
    for (const cell of ['男', '1', 1, '男性', ' 男 ', '1-男', '1.男', '１', 'Male']) expect(codeOf(sexes, cell), String(cell)).toBe('1')
    for (const cell of ['汉', '汉族', '01', '1', 1, '01汉族', '01 汉']) expect(codeOf(ethnicities, cell), String(cell)).toBe('01')
    for (const cell of ['大专', '专科', '30', '大学专科（含高职）', '31']) expect(codeOf(educations, cell), String(cell)).toBe('30')
    expect(codeOf(towns, '果园')).toBe('110118002')
  })
  it('is not guessed at', () => {
    for (const cell of ['', '2男', '雄', '3']) expect(codeOf(sexes, cell), cell).toBeUndefined()
    expect(entryOf(sexes, '2').zh).toBe('女')
  })
})

describe('organisations', () => {
  it('form a tree in which every kind but the district has a place, and no chain is endless', () => {
    const reached = new Set<OrganisationKind>()
    const walk = (kind: OrganisationKind, depth: number) => {
      expect(depth).toBeLessThan(8)
      reached.add(kind)
      for (const child of childKinds[kind]) walk(child, depth + 1)
    }
    walk('district_federation', 0)
    expect(reached.size).toBe(organisationKinds.length)
    expect(mayStandUnder('town_federation', 'base_single')).toBe(false)
    for (const base of ['base_single', 'base_joint', 'project_site', 'direct_union'] as const) {
      expect(mayStandUnder('women_committee', base) && mayStandUnder('union_group', base)).toBe(true)
    }
  })
})

describe('other identity documents', () => {
  it('are checked by their own shape', () => {
    expect(readIdNumber('hk_macao_permit', 'h1234 5678')).toMatchObject({ ok: true, number: 'H12345678' })
    expect(readIdNumber('taiwan_permit', '12345678').ok).toBe(true)
    expect(readIdNumber('passport', 'E12345678').ok).toBe(true)
    expect(readIdNumber('passport', '张三').ok).toBe(false)
    expect(readIdNumber('foreign_residence', 'ABC110018030701').ok).toBe(true)
    expect(readIdNumber('hmt_residence', '11010519491231002X')).toMatchObject({ ok: false, reason: 'other-type' })
    expect(readIdNumber('resident_id', '11010519491231002X')).toMatchObject({ ok: true, sex: 2 })
  })
})
