import { organisationKinds } from '@gongyou/contract/codes/organisation-kinds.ts'
import { type Text, t } from '@gongyou/contract/kit/text.ts'
import type { Known, KnownOrganisations } from './known.ts'
import type { FieldCode } from './fields.ts'
import { grouped } from './grouped.ts'
import type { TypedRow } from './read-row.ts'

/** A row with its place in the tree: the organisation it is already, or the parent under which it would be founded. */
export type PlacedRow = TypedRow & { org?: Known; under?: Known | PlacedRow }

/** Whether a parent is itself a row of the file. */
export const standsInFile = (at: Known | PlacedRow): at is PlacedRow => 'faults' in at
export const blame = (row: TypedRow, field: FieldCode, reason: Text, suggestion: Text | null = null): undefined => {
  const { number, from, years, to } = row.term
  const shown: Partial<Record<FieldCode, unknown>> = {
    parent: row.parent,
    name: row.name,
    kind: organisationKinds.find((k) => k.code === row.kind)?.zh,
    termNumber: number,
    termFrom: from,
    termYears: years,
    termTo: to,
  }
  row.faults.push({ field, shown: String(shown[field] ?? ''), reason, suggestion })
}

const twoOfThem = (row: TypedRow, name: string) =>
  blame(row, 'parent', t(`有不止一个“${name}”`, `More than one “${name}”`), t(`请写成“它的上级/${name}”`, `Write “its parent/${name}”`))

/** Whether an organisation stands where the cell says: “name”, or “parent/name” where names repeat. */
const named = (tree: KnownOrganisations, org: Known | undefined, cell: string): boolean => {
  if (!org || cell === '') return org === undefined && cell === ''
  if (org.name === cell) return true
  const cut = cell.lastIndexOf('/')
  return (
    cut > 0 && org.name === cell.slice(cut + 1).trim() && named(tree, org.parent ? tree.byId.get(org.parent) : undefined, cell.slice(0, cut).trim())
  )
}

const alike = (tree: KnownOrganisations, typed: string) => {
  const bare = typed.replace(/^.*\//, '')
  const near = tree.rows.filter((o) => o.mine && bare.length > 1 && (o.name.includes(bare) || bare.includes(o.name)))
  return near.length === 1 ? near[0]!.name : undefined
}

const findParent = (tree: KnownOrganisations, row: PlacedRow, fresh: ReadonlyMap<string, PlacedRow[]>) => {
  const last = row.parent.replace(/^.*\//, '').trim()
  const rows = (fresh.get(row.parent) ?? fresh.get(last) ?? []).filter(
    (r) => r !== row && (r.name === row.parent || r.parent.replace(/^.*\//, '') === row.parent.split('/').at(-2)?.trim()),
  )
  const orgs = [...(tree.byName.get(row.parent) ?? []), ...(last === row.parent ? [] : (tree.byName.get(last) ?? []))].filter(
    (o) => o.mine && named(tree, o, row.parent),
  )
  const found = [...orgs, ...rows]
  if (found.length === 1) return found[0]
  if (found.length > 1) return twoOfThem(row, last)
  if (row.parent === '')
    return blame(
      row,
      'parent',
      t('没有填写上级名称', 'No parent'),
      t('请填写树上或本表里的上级全称', 'Give the full name of a parent in the tree or in this file'),
    )
  const near = alike(tree, row.parent)
  return blame(
    row,
    'parent',
    t('没有找到这个上级，或不在您的范围内', 'No such parent within your reach'),
    near
      ? t(`是不是“${near}”？`, `Perhaps “${near}”?`)
      : t('请按树上的全称填写，或把上级也写进本表', 'Write its full name as in the tree, or put the parent into this file as well'),
  )
}

/** Recognises each row by its name beneath its parent; the rest are new, beneath what stands or beneath each other. */
export const placeRows = (tree: KnownOrganisations, typed: readonly TypedRow[]): PlacedRow[] => {
  const rows: PlacedRow[] = typed.map((r) => ({ ...r }))
  const settled = new Set<PlacedRow>()
  for (const row of rows) {
    const hits = (tree.byName.get(row.name) ?? []).filter((o) => named(tree, o.parent ? tree.byId.get(o.parent) : undefined, row.parent))
    if (hits.length > 0) settled.add(row)
    if (hits.length > 1) twoOfThem(row, row.parent)
    else if (hits[0] && !hits[0].mine)
      blame(row, 'name', t('这个组织不在您的范围内', 'This organisation is out of your reach'), t('请从表中删去此行', 'Take the row out'))
    else if (hits[0]) row.org = hits[0]
  }
  const fresh = grouped(
    rows.filter((r) => !settled.has(r)),
    (r) => r.name,
  )
  for (const row of rows) {
    if (settled.has(row) || row.name === '') continue
    const under = findParent(tree, row, fresh)
    if (under) row.under = under
  }
  blameCircles(rows)
  return rows
}

const blameCircles = (rows: readonly PlacedRow[]) => {
  for (const row of rows) {
    const way = new Set<PlacedRow>()
    for (let at = row.under; at && standsInFile(at); at = at.under) {
      if (at === row || way.has(at)) {
        if (at === row) blame(row, 'parent', t('上级又是它自己的下级', 'Its parent stands beneath it'), t('请改正上级名称', 'Correct the parent'))
        break
      }
      way.add(at)
    }
  }
}

/** Parents before children, so that each row finds its parent founded; rows in circles come last, with their faults. */
export const parentsFirst = (rows: readonly PlacedRow[]) => {
  const depth = (row: PlacedRow) => {
    let n = 0
    for (let at = row.under; at && standsInFile(at) && n <= rows.length; at = at.under) n++
    return n
  }
  return rows
    .map((row) => ({ row, depth: depth(row) }))
    .sort((a, b) => a.depth - b.depth || a.row.number - b.row.number)
    .map((r) => r.row)
}
