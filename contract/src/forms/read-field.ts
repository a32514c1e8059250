import { faultTexts, type Fault } from './faults.ts'
import { isAnswered } from './condition.ts'
import type { Column, Field } from './field.ts'
import { bad, fine, readSimple, type Reading } from './read-simple.ts'

type Bag = Record<string, unknown>
const isBag = (raw: unknown): raw is Bag => typeof raw === 'object' && raw !== null && !Array.isArray(raw)
const isId = (raw: unknown): raw is string => typeof raw === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(raw)
const isName = (raw: unknown): raw is string => typeof raw === 'string' && raw.trim().length > 0 && raw.length <= 200

const readReference = (raw: unknown): Reading =>
  isBag(raw) && isId(raw.id) && isName(raw.name) ? fine({ id: raw.id, name: raw.name.trim() }) : bad(faultTexts.unchosen)

const readEmployer = (raw: unknown): Reading => {
  if (!isBag(raw) || !isName(raw.name)) return bad(faultTexts.missing)
  if (raw.id !== undefined && !isId(raw.id)) return bad(faultTexts.shape)
  const uscc = isAnswered(raw.uscc) ? readSimple({ kind: 'text', form: 'uscc' }, raw.uscc, '') : undefined
  if (uscc && !uscc.ok) return uscc
  return fine({ ...(raw.id ? { id: raw.id } : {}), name: raw.name.trim(), ...(uscc ? { uscc: uscc.value } : {}) })
}

const readAddress = (raw: unknown): Reading => {
  if (!isBag(raw) || !isName(raw.text)) return bad(faultTexts.missing)
  const { town, point } = raw
  if (town !== undefined && !Number.isSafeInteger(town)) return bad(faultTexts.shape)
  const onEarth = (p: unknown): p is [number, number] =>
    Array.isArray(p) && p.length === 2 && p.every((x) => typeof x === 'number' && Number.isFinite(x)) && Math.abs(p[0]) <= 180 && Math.abs(p[1]) <= 90
  if (point !== undefined && !onEarth(point)) return bad(faultTexts.shape)
  return fine({ ...(town === undefined ? {} : { town }), text: raw.text.trim(), ...(point ? { point } : {}) })
}

const readFile = (raw: unknown): Reading =>
  isBag(raw) && isId(raw.id) && isName(raw.name) ? fine({ id: raw.id, name: raw.name }) : bad(faultTexts.shape)

/** So many entries at least and at most; `least` counts only where the field must be answered. */
const counted = (count: number, least: number, most: number): Reading | undefined =>
  count < least ? bad(faultTexts.fewest(least)) : count > most ? bad(faultTexts.most(most)) : undefined

const readMany = (field: Extract<Field, { kind: 'many' }>, raw: unknown): Reading => {
  if (!Array.isArray(raw) || !raw.every((x) => field.options.some((o) => o.code === x))) return bad(faultTexts.option)
  const chosen = field.options.map((o) => o.code).filter((code) => raw.includes(code))
  return counted(chosen.length, field.min ?? 1, field.max ?? field.options.length) ?? fine(chosen)
}

const readFiles = (field: Extract<Field, { kind: 'files' }>, raw: unknown): Reading => {
  if (!Array.isArray(raw)) return bad(faultTexts.shape)
  const read = raw.map(readFile)
  const wrong = read.find((r) => !r.ok)
  return wrong ?? counted(raw.length, field.min ?? 1, field.max ?? 20) ?? fine(read.map((r) => r.ok && r.value))
}

/** A table and every cell of it; several faults may be found at once. */
const readTable = (name: string, field: Extract<Field, { kind: 'table' }>, raw: unknown, today: string): { value?: unknown; faults: Fault[] } => {
  const fault = (says: Fault['says'], path = name) => ({ faults: [{ path, says }] })
  if (!Array.isArray(raw) || !raw.every(isBag)) return fault(faultTexts.shape)
  const outside = counted(raw.length, field.min ?? 1, field.max ?? 200)
  if (outside && !outside.ok) return fault(outside.says)
  const faults: Fault[] = []
  const readCell = (row: Bag, index: number, [column, declared]: [string, Column]) => {
    const given = row[column]
    const path = `${name}.${index}.${column}`
    if (!isAnswered(given)) {
      if (!declared.optional) faults.push({ path, says: declared.kind === 'choice' ? faultTexts.unchosen : faultTexts.missing })
      return []
    }
    const read = readSimple(declared, given, today)
    if (!read.ok) faults.push({ path, says: read.says })
    return read.ok ? [[column, read.value] as const] : []
  }
  const value = raw.map((row, index) => {
    for (const column of Object.keys(row))
      if (!(column in field.columns)) faults.push({ path: `${name}.${index}.${column}`, says: faultTexts.unknown })
    return Object.fromEntries(Object.entries(field.columns).flatMap((c) => readCell(row, index, c)))
  })
  return { value, faults }
}

const readRich = (field: Exclude<Field, { kind: 'table' }>, raw: unknown, today: string): Reading => {
  switch (field.kind) {
    case 'many':
      return readMany(field, raw)
    case 'person':
    case 'organisation':
    case 'entry':
      return readReference(raw)
    case 'employer':
      return readEmployer(raw)
    case 'address':
      return readAddress(raw)
    case 'files':
      return readFiles(field, raw)
    case 'signature':
      return readFile(raw)
    case 'consent':
      return isBag(raw) && raw.revision === field.revision ? fine({ revision: field.revision }) : bad(faultTexts.consent)
    default:
      return readSimple(field, raw, today)
  }
}

/** Reads one answer that was given. */
export const readField = (name: string, field: Field, raw: unknown, today: string): { value?: unknown; faults: Fault[] } => {
  if (field.kind === 'table') return readTable(name, field, raw, today)
  const read = readRich(field, raw, today)
  return read.ok ? { value: read.value, faults: [] } : { faults: [{ path: name, says: read.says }] }
}

/** What to say where a field that must be answered is empty. */
export const missingText = (field: Field) => {
  if (field.kind === 'consent') return faultTexts.unticked
  if (field.kind === 'signature') return faultTexts.unsigned
  return ['choice', 'many', 'person', 'organisation', 'entry'].includes(field.kind) ? faultTexts.unchosen : faultTexts.missing
}
