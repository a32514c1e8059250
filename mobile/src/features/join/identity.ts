import { type IdType, readIdNumber } from '@gongyou/contract/codes/id-types.ts'
import { ageOn } from '@gongyou/contract/kit/civil-date.ts'
import { readPersonName } from '@gongyou/contract/kit/person-name.ts'
import { day, today } from '../../kit/day.ts'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'

/** What is wrong with a name, in words. */
export const nameFault = (name: string) => {
  const read = readPersonName(name)
  return read.ok ? undefined : say(read.suggestion)
}

/** What the phone can tell of a number as it is typed. The server reads it again by the same rules. */
export const readNumber = (type: IdType, raw: string): { fault?: string; says?: string } => {
  const read = readIdNumber(type, raw, today())
  if (!read.ok) return { fault: read.suggestion ? say(read.suggestion) : w('请填写证件号码。', 'Fill in the number.') }
  if (!read.birthOn) return {}
  if (ageOn(read.birthOn, today()) < 16)
    return {
      fault: w('未满 16 周岁不能入会。如号码填错，请对照证件改正。', 'One must be 16 to join. If the number is wrong, correct it from the card.'),
    }
  return {
    says: `${w(`${day(read.birthOn)}出生`, `Born ${day(read.birthOn)}`)}${read.sex === 1 ? w('，男', ', male') : read.sex === 2 ? w('，女', ', female') : ''}`,
  }
}

export const has18 = (type: IdType) => type === 'resident_id' || type === 'hmt_residence'
