import { createHash } from 'node:crypto'
import { type Answers, isAnswered } from '@gongyou/contract/forms/index.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import type { Register } from '@gongyou/contract/registers/register.ts'
import { shown, shownMasked } from '@gongyou/contract/registers/shown.ts'
import { spanOf } from '@gongyou/contract/registers/validity.ts'
import type { Look } from '../../../kit/db/database.ts'
import type { KeyRing } from '../../../kit/secrets/key-ring.ts'
import { judgeAnswers, sameValue } from '../answers.ts'
import { turnsOf } from '../history.ts'
import { type Belongs, keyOf, titleOf } from '../key.ts'
import { type KnownEntry, type KnownPlaces, knownEmployers, knownEntries, knownPersons, knownPlaces } from './known.ts'
import type { Sheet } from './read-file.ts'
import { type TypedRow, blame, namesIn, readRows } from './read-rows.ts'

/** A row with what it belongs to, the entry it means, and what would become of it. */
export type PlannedRow = TypedRow & {
  what: 'new' | 'update' | 'same' | 'bad'
  belongs: Belongs
  town: number | null
  title: string
  entry: KnownEntry | undefined
  /** All answers of the entry after the import. */
  after: Answers
}

type Known = { places: KnownPlaces; employers: Awaited<ReturnType<typeof knownEmployers>>; persons: Awaited<ReturnType<typeof knownPersons>> }
type Found = { row: TypedRow; belongs: Belongs; town: number | null; key: string | null; title: string }

/** What a row belongs to, and the references of its fields, found in the registry. */
const placeRow = (register: Register, sheet: Sheet, known: Known, row: TypedRow): Pick<Found, 'belongs' | 'town'> => {
  const { places, employers, persons } = known
  const say = (code: string, zh: string, en: string, next?: [string, string]) =>
    blame(register, row, sheet, code, t(zh, en), next ? t(...next) : null)
  const placesNamed = (name: string) =>
    places.byName.get(name) ?? (places.byUscc.has(name.toUpperCase()) ? [places.byUscc.get(name.toUpperCase())!] : [])
  const mine = row.org === '' ? [] : placesNamed(row.org).filter((p) => p.mine)
  if (row.org !== '' && mine.length === 0)
    say('@org', '没有找到这个组织，或不在您的范围内', 'No such organisation within your reach', [
      '请按组织树上的全称填写',
      'Write its full name as in the tree',
    ])
  if (mine.length > 1) say('@org', `有不止一个“${row.org}”`, `More than one “${row.org}”`, ['请改填信用代码', 'Give its credit code instead'])
  const org = mine[0]
  for (const [name, value] of Object.entries(row.answers)) {
    const kind = register.form[name]?.kind
    if (kind === 'employer') row.answers[name] = employers.get(String(value)) ? { ...pick(employers.get(String(value))!) } : { name: String(value) }
    if (kind === 'organisation') {
      const found = placesNamed(String(value))
      if (found.length === 1) row.answers[name] = pick(found[0]!)
      else
        say(name, found.length === 0 ? '没有找到这个组织' : '有不止一个同名组织', 'Not exactly one organisation of this name', [
          '请按组织树上的全称填写',
          'Write its full name',
        ])
    }
  }
  const person = row.person === '' ? undefined : persons.get(row.person)
  if (row.person !== '' && !person)
    say('@personNumber', '职工库里没有这个人', 'Nobody with this number is registered', ['请先登记这名职工', 'Register the person first'])
  const employer = row.employer === '' ? undefined : (employers.get(row.employer) ?? employers.get(row.employer.toUpperCase()))
  if (row.employer !== '' && !employer)
    say('@employer', '用人单位库里没有这个单位', 'There is no such employer', ['请先登记这个单位', 'Register the employer first'])
  return {
    belongs: {
      orgId: org?.id ?? '',
      orgName: org?.name ?? '',
      personId: person?.id,
      personName: person?.name,
      employerId: employer?.id,
      employerName: employer?.name,
    },
    town: org?.town ?? null,
  }
}
const pick = ({ id, name }: { id: string; name: string }) => ({ id, name })
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A masked cell that repeats the record says nothing; any other cannot be read. */
const judgeMasked = (register: Register, sheet: Sheet, row: TypedRow, before: Answers) => {
  for (const [code, text] of Object.entries(row.masked)) {
    const stands =
      isAnswered(before[code]) && [shownMasked(register, code, before[code]).zh, shown(register.form[code]!, before[code]).zh].includes(text)
    if (!stands)
      blame(
        register,
        row,
        sheet,
        code,
        t('内容被星号遮住了', 'Masked with stars'),
        t('请填写完整内容，或清空这一格', 'Give it in full, or leave the cell empty'),
      )
  }
}

const fill = (
  register: Register,
  sheet: Sheet,
  { row, belongs, town, title }: Found,
  entry: KnownEntry | undefined,
  known: Known,
  today: string,
): PlannedRow => {
  const home = known.places.home
  const place: Belongs = entry
    ? {
        ...belongs,
        ...(belongs.orgId ? {} : { orgId: entry.row.org_id, orgName: entry.org }),
        personId: entry.row.person_id,
        employerId: entry.row.employer_id,
      }
    : belongs.orgId || register.owner === 'organisation' || !home
      ? belongs
      : { ...belongs, orgId: home.id, orgName: home.name }
  const before = entry?.answers ?? {}
  if (entry && !entry.mine)
    blame(
      register,
      row,
      sheet,
      '@org',
      t('这一条由其他组织管理', 'This entry is kept by another organisation'),
      t('请从表中删去此行', 'Take the row out'),
    )
  if (!place.orgId && row.org === '')
    blame(
      register,
      row,
      sheet,
      '@org',
      t('没有填写所属组织', 'No organisation is given'),
      t('请按组织树上的全称填写', 'Write its full name as in the tree'),
    )
  if (
    !entry &&
    ((register.owner === 'person' && !place.personId && row.person === '') ||
      (register.owner === 'employer' && !place.employerId && row.employer === ''))
  )
    blame(register, row, sheet, register.owner === 'person' ? '@personNumber' : '@employer', t('没有写明属于谁', 'It is not said whose it is'))
  judgeMasked(register, sheet, row, before)
  const kept = Object.fromEntries(Object.entries(before).filter(([name]) => Object.hasOwn(register.form, name)))
  const { answers: after, faults } = judgeAnswers(register.form, { ...kept, ...row.answers }, today, before)
  const blamed = new Set(row.faults.map((f) => f.code))
  // A cell that could not be read has been named already; that it is missing now goes without saying.
  for (const f of faults) if (!blamed.has(f.path.split('.')[0]!)) blame(register, row, sheet, f.path.split('.')[0]!, f.says)
  const span = spanOf(register, after, { from: row.from, to: row.to }, entry?.row.valid_from ?? today)
  if (span.to !== null && span.to < span.from) blame(register, row, sheet, '@to', t('截止日期早于起始日期', 'The last day lies before the first'))
  const daysMove =
    entry !== undefined && ((row.from !== undefined && row.from !== entry.row.valid_from) || (row.to !== undefined && row.to !== entry.row.valid_to))
  const moves = entry !== undefined && (place.orgId !== entry.row.org_id || daysMove || Object.keys(turnsOf(before, after)).length > 0)
  const what = row.faults.length > 0 ? 'bad' : !entry ? 'new' : moves ? 'update' : 'same'
  return {
    ...row,
    what,
    belongs: place,
    town: town ?? (place.orgId === home?.id ? (home?.town ?? null) : null),
    title: entry && !title ? entry.row.title : title,
    entry,
    after,
  }
}

/** Without a key a row means an entry of the same name that already says everything it says. */
const alike = (found: Found, candidates: readonly KnownEntry[]) =>
  candidates.find(
    (e) =>
      e.mine &&
      (found.belongs.orgId === '' || e.row.org_id === found.belongs.orgId) &&
      Object.entries(found.row.answers).every(([name, value]) => sameValue(e.answers[name], value)),
  )

/** Judges a whole file against the register: the same for the preview and, in its transaction, for the import. */
export const planOf = async (look: Look, keys: KeyRing, register: Register, sheet: Sheet) => {
  const typed = readRows(register, sheet)
  const places = await knownPlaces(look)
  const employers = await knownEmployers(look, [
    ...new Set(typed.flatMap((r) => [r.employer, ...namesIn(register, 'employer', r.answers)]).filter(Boolean)),
  ])
  const persons = await knownPersons(look, keys, [...new Set(typed.map((r) => r.person).filter(Boolean))])
  const known = { places, employers, persons }
  const found: Found[] = typed.map((row) => {
    const { belongs, town } = placeRow(register, sheet, known, row)
    const complete = (register.key ?? []).every((k) => k === 'owner' || isAnswered(row.answers[k]) || register.form[k]?.optional)
    return { row, belongs, town, key: complete ? keyOf(keys, register, row.answers, belongs) : null, title: titleIn(register, row.answers, belongs) }
  })
  const ids = found.flatMap((f) => (uuid.test(f.row.id) ? [f.row.id] : []))
  const entries = await knownEntries(
    look,
    keys,
    register,
    { ids, keys: found.flatMap((f) => f.key ?? []), titles: register.key ? [] : found.map((f) => f.title) },
    places,
  )
  const seen = new Map<string, number>()
  const taken = new Set<string>()
  const rows = found.map((f): PlannedRow => {
    const byId = f.row.id === '' ? undefined : entries.byId.get(f.row.id)
    if (f.row.id !== '' && !byId)
      blame(
        register,
        f.row,
        sheet,
        '@id',
        t('没有这个编号的条目，或已终止', 'There is no standing entry of this id'),
        t('新增的行请清空系统编号', 'Leave the id empty for new rows'),
      )
    const entry =
      byId ??
      (f.key === null ? undefined : entries.byKey.get(f.key)) ??
      (register.key
        ? undefined
        : alike(
            f,
            (entries.byTitle.get(f.title) ?? []).filter((e) => !taken.has(e.row.id)),
          ))
    const same = entry?.row.id ?? f.key
    if (entry) taken.add(entry.row.id)
    const first = same ? seen.get(same) : undefined
    if (first !== undefined)
      blame(
        register,
        f.row,
        sheet,
        register.named === 'owner' ? '@org' : register.named,
        t(`与第 ${first} 行是同一条`, `The same entry as row ${first}`),
        t('请合并成一行', 'Merge the two rows'),
      )
    else if (same) seen.set(same, f.row.number)
    return fill(register, sheet, f, entry, known, look.today)
  })
  return { rows, digest: digestOf(register, rows) }
}
export type Plan = Awaited<ReturnType<typeof planOf>>

const titleIn = (register: Register, answers: Answers, belongs: Belongs) => {
  const title = titleOf(register, answers, belongs)
  return title === '—' ? '' : title
}

const digestOf = (register: Register, rows: readonly PlannedRow[]) =>
  createHash('sha256')
    .update(
      JSON.stringify([
        register.code,
        register.revision,
        rows.map((r) => [
          r.number,
          r.what,
          r.entry?.row.id,
          r.entry?.row.version,
          r.belongs.orgId,
          r.belongs.personId,
          r.belongs.employerId,
          r.from,
          r.to,
          r.what === 'bad' ? null : r.after,
        ]),
      ]),
    )
    .digest('hex')
