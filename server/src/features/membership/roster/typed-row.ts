import { ageOn } from '@gongyou/contract/kit/civil-date.ts'
import { type IdReading, type IdType, readIdNumber } from '@gongyou/contract/codes/id-types.ts'
import { maskIdNumber } from '@gongyou/contract/kit/masking.ts'
import { readPersonName } from '@gongyou/contract/kit/person-name.ts'
import { readPhone } from '@gongyou/contract/kit/phone.ts'
import type { RosterFieldCode } from '@gongyou/contract/membership/roster-fields.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import { tidyCode } from '@gongyou/contract/kit/typed-input.ts'
import { joiningAge } from '../checks.ts'
import { type PlainCell, type Row, emptyCell } from '../../../kit/sheets/cell.ts'
import { dateIn, errorFault, valueOf } from './cells.ts'
import { codesOf } from './coded-cells.ts'
import { type Fault, bad, look, nameReasons, numberReasons, perhapsRounded, rounded, whole } from './faults.ts'

/** A row as understood: codes for words, tidied numbers, null for what the roster does not say. */
export type TypedRow = {
  row: number
  name: string
  idType: IdType
  idNumber: string
  sex: number
  birthOn: string | null
  mobile: string | null
  ethnicity: string | null
  education: string | null
  householdType: string | null
  isMigrant: boolean | null
  residenceTown: number | null
  skillLevel: string | null
  title: string | null
  politicalStatus: string | null
  bankCard: string | null
  employer: string | null
  union: string | null
  occupation: string | null
  job: string | null
  employmentForm: string | null
  employmentState: string | null
  joinedOn: string | null
  joinChannel: string | null
  status: 'active' | 'retained' | null
}
type CodedField = Exclude<keyof ReturnType<typeof codesOf>, 'newForm' | 'yes' | 'town'>
export type Read = { typed: TypedRow; faults: Fault[] }

/** Column of each field, from 0. */
export type Places = ReadonlyMap<RosterFieldCode, number>

const luhn = (digits: string) =>
  [...digits].reverse().reduce((sum, d, i) => sum + (i % 2 ? (Number(d) * 2 > 9 ? Number(d) * 2 - 9 : Number(d) * 2) : Number(d)), 0) % 10 === 0

/** Reads rows under one mapping. Pure: what the register knows is asked later. */
export const rowReader = (places: Places, today: string) => {
  const codes = codesOf()
  return (row: Row): Read => {
    const faults: Fault[] = []
    const cellOf = (field: RosterFieldCode): PlainCell => {
      const at = places.get(field)
      const cell = at === undefined ? emptyCell : valueOf(row.cells[at] ?? emptyCell)
      if (cell.kind !== 'error') return cell
      faults.push(errorFault(field, cell))
      return emptyCell
    }
    // A line break inside a cell is a space to whoever reads the register.
    const textOf = (field: RosterFieldCode) => {
      const { text } = cellOf(field)
      return text === '' ? text : text.replace(/\p{Cc}+/gu, ' ').trim()
    }
    const coded = (field: CodedField): string | null => {
      const text = textOf(field)
      if (text === '') return null
      const read = codes[field](text)
      if ('code' in read) return read.code
      faults.push(read.fault)
      return null
    }

    const rawName = cellOf('name').text
    const name = readPersonName(rawName)
    if (!name.ok) faults.push(bad('name', nameReasons[name.reason]!, name.suggestion, rawName.slice(0, 40)))

    const idType = (coded('idType') ?? 'resident_id') as IdType
    const id = numberIn(cellOf('idNumber'), idType, today, faults)
    const birthOn = birthIn(cellOf('birthOn'), id, today, faults)
    const sex = coded('sex')
    if (id?.sex && (sex === '1' || sex === '2') && Number(sex) !== id.sex)
      faults.push(
        bad(
          'sex',
          t('性别与证件号码不符', 'The sex does not agree with the number'),
          t(`证件号码表示${id.sex === 1 ? '男' : '女'}，请核对性别和号码。`, `The number says ${id.sex === 1 ? 'male' : 'female'}; check both.`),
          sex === '1' ? '男' : '女',
        ),
      )
    if (birthOn && ageOn(birthOn, today) < joiningAge) faults.push(whole.tooYoung)

    const mobileText = textOf('mobile')
    const mobile = mobileText === '' ? null : readPhone(mobileText)
    if (mobile && !mobile.ok) faults.push(bad('mobile', t('手机号不对', 'Not a mobile number'), mobile.suggestion, mobileText.slice(0, 40)))
    const status = coded('status')
    if (status && status !== 'active' && status !== 'retained') faults.push(whole.notByRoster)
    const work = textOf('occupation')
    const occupation = work === '' ? null : codes.newForm(work)
    return {
      faults,
      typed: {
        row: row.number,
        name: name.ok ? name.name : '',
        idType,
        idNumber: id?.number ?? '',
        sex: id?.sex ?? (sex ? Number(sex) : 9),
        birthOn,
        mobile: mobile?.ok ? mobile.number : null,
        ethnicity: coded('ethnicity'),
        education: coded('education'),
        householdType: coded('householdType'),
        isMigrant: codes.yes(textOf('isMigrant'), faults),
        residenceTown: codes.town(textOf('residenceTown'), faults),
        skillLevel: coded('skillLevel'),
        title: coded('professionalTitle'),
        politicalStatus: coded('politicalStatus'),
        bankCard: cardIn(cellOf('bankCard'), faults),
        employer: textOf('employer') || null,
        union: textOf('union') || null,
        occupation,
        job: work === '' ? null : (occupation ?? work.slice(0, 40)),
        employmentForm: coded('employmentForm'),
        employmentState: coded('employmentState'),
        joinedOn: dayIn(cellOf('joinedOn'), today, faults),
        joinChannel: coded('joinChannel'),
        status: status === 'retained' ? 'retained' : status === 'active' ? 'active' : null,
      },
    }
  }
}

const numberIn = (cell: PlainCell, type: IdType, today: string, faults: Fault[]): (IdReading & { ok: true }) | undefined => {
  const read = readIdNumber(type, cell.text, today)
  // 1.1E+17 as text: somebody pasted what the spreadsheet showed.
  const inShort = /^\d(?:\.\d+)?E\+\d\d$/i.test(cell.text.trim())
  const shown = inShort ? cell.text.trim() : maskIdNumber(cell.text.trim())
  const damaged = ('damaged' in cell && cell.damaged) || inShort
  if (damaged || (!read.ok && read.reason === 'checksum' && tidyCode(cell.text).endsWith('000')))
    faults.push(bad('idNumber', rounded.reason, rounded.suggestion, shown))
  else if (!read.ok) faults.push(bad('idNumber', numberReasons[read.reason]!, read.suggestion, shown))
  else {
    if (read.number.endsWith('000') && read.birthOn) faults.push(perhapsRounded)
    return read
  }
  return undefined
}

const birthIn = (cell: PlainCell, id: IdReading | undefined, today: string, faults: Fault[]): string | null => {
  const ofNumber = (id?.ok && id.birthOn) || null
  if (cell.kind === 'empty') return ofNumber
  const read = dateIn(cell)
  if (!read.ok) faults.push(bad('birthOn', t('出生日期读不懂', 'The date of birth cannot be read'), read.suggestion, cell.text.slice(0, 40)))
  else {
    const typed = read.precision === 'day' ? read.on : read.month
    if (ofNumber && !ofNumber.startsWith(typed))
      faults.push(
        bad(
          'birthOn',
          t('出生日期与证件号码不符', 'The date of birth does not agree with the number'),
          t(`证件号码表示 ${ofNumber}，请核对日期和号码。`, `The number says ${ofNumber}; check both.`),
          typed,
        ),
      )
    if (!ofNumber && read.precision === 'day') {
      if (read.on > today) faults.push(bad('birthOn', t('出生日期晚于今天', 'The date of birth lies in the future'), undefined, typed))
      return read.on
    }
  }
  return ofNumber
}

const dayIn = (cell: PlainCell, today: string, faults: Fault[]): string | null => {
  if (cell.kind === 'empty') return null
  const read = dateIn(cell)
  if (!read.ok) faults.push(bad('joinedOn', t('入会日期读不懂', 'The joining date cannot be read'), read.suggestion, cell.text.slice(0, 40)))
  else if (read.precision === 'month') return `${read.month}-01`
  else if (read.on > today)
    faults.push(bad('joinedOn', t('入会日期晚于今天', 'The joining date lies in the future'), t('请核对年份。', 'Check the year.'), read.on))
  else return read.on
  return null
}

const cardIn = (cell: PlainCell, faults: Fault[]): string | null => {
  if (cell.kind === 'empty') return null
  const digits = tidyCode(cell.text)
  if ('damaged' in cell && cell.damaged) faults.push(bad('bankCard', rounded.reason, rounded.suggestion, `****${digits.slice(-4)}`))
  else if (!/^\d{12,19}$/.test(digits))
    faults.push(bad('bankCard', t('卡号应为12至19位数字', 'A card number has 12 to 19 digits'), undefined, `****${digits.slice(-4)}`))
  else {
    if (!luhn(digits))
      faults.push(
        look(
          'bankCard',
          t('卡号校验位不符，已照填', 'The check digit of the card does not agree; taken as typed'),
          t('请对照卡片核对。', 'Compare with the card.'),
        ),
      )
    return digits
  }
  return null
}
