import { createHash } from 'node:crypto'
import { childKinds, mayStandUnder, type OrganisationKind, organisationKinds } from '@gongyou/contract/codes/organisation-kinds.ts'
import { type Text, t } from '@gongyou/contract/kit/text.ts'
import type { Look } from '../../../kit/db/database.ts'
import type { Details } from '../found.ts'
import { type KnownOrganisations, knownOrganisations } from './known.ts'
import { blame, parentsFirst, type PlacedRow, placeRows, standsInFile } from './place-rows.ts'
import type { Sheet } from './read-file.ts'
import { readRow } from './read-row.ts'
import { newTermOf, type SheetTerm } from './terms.ts'

/** What would become of a row; `changed` holds only what differs from the record. */
export type PlannedRow = PlacedRow & { what: 'new' | 'update' | 'same' | 'bad'; changed: Details; newTerm: SheetTerm | undefined }

const kindWord = (code: string, language: 'zh' | 'en') => organisationKinds.find((k) => k.code === code)?.[language] ?? code
const kindsUnder = (kind: string): Text => {
  const kinds = childKinds[kind as OrganisationKind]
  if (kinds.length === 0)
    return t(`${kindWord(kind, 'zh')}下面不能再设组织，请改上级`, `Nothing may stand beneath a ${kindWord(kind, 'en')}; choose another parent`)
  return t(`可填：${kinds.map((k) => kindWord(k, 'zh')).join('、')}`, `One of: ${kinds.map((k) => kindWord(k, 'en')).join(', ')}`)
}

const judgeKind = (row: PlacedRow) => {
  if (row.faults.some((f) => f.field === 'kind' || f.field === 'kindCode')) return
  if (row.org) {
    if (row.kind && row.kind !== row.org.kind)
      blame(
        row,
        'kind',
        t(`登记的类型是${kindWord(row.org.kind, 'zh')}`, `Recorded as ${kindWord(row.org.kind, 'en')}`),
        t('类型不能用导入更改；请照登记的填写', 'An import does not change the kind; write it as recorded'),
      )
    return
  }
  // A row without a place has been blamed for that.
  if (!row.under) return
  const parent = row.under.kind
  if (!row.kind) return blame(row, 'kind', t('没有填写类型', 'No kind'), parent ? kindsUnder(parent) : null)
  if (parent && !mayStandUnder(row.kind, parent as OrganisationKind))
    blame(row, 'kind', t(`不能设在${kindWord(parent, 'zh')}之下`, `May not stand beneath a ${kindWord(parent, 'en')}`), kindsUnder(parent))
}

/** Faults that only show against the other rows and the register. */
const judgeTogether = (tree: KnownOrganisations, rows: readonly PlacedRow[]) => {
  const places = new Map<string, number>()
  const codes = new Map<string, number>()
  for (const row of rows) {
    const above = row.org ? row.org.id : row.under ? `${standsInFile(row.under) ? row.under.number : row.under.id}\n${row.name}` : undefined
    if (above && places.has(above))
      blame(
        row,
        'name',
        t(`与第 ${places.get(above)} 行是同一个组织`, `The same organisation as row ${places.get(above)}`),
        t('请保留一行', 'Keep one of the rows'),
      )
    else if (above) places.set(above, row.number)
    const { uscc } = row.details
    if (!uscc) continue
    const holder = tree.byUscc.get(uscc)
    const said = (reason: Text, suggestion: Text) => row.faults.push({ field: 'uscc', shown: uscc, reason, suggestion })
    if (codes.has(uscc))
      said(t(`与第 ${codes.get(uscc)} 行的信用代码相同`, `The same credit code as row ${codes.get(uscc)}`), t('请核对两行', 'Check both rows'))
    else if (holder && holder.id !== row.org?.id)
      said(
        holder.mine
          ? t(`已登记在“${holder.name}”名下`, `Registered for “${holder.name}”`)
          : t('这个信用代码已登记', 'This credit code is registered'),
        t('如果只是改名，请在组织页面更正', 'If it only changed its name, correct it on its page'),
      )
    codes.set(uscc, row.number)
  }
}

const changedIn = (row: PlacedRow): Details => {
  if (!row.org) return row.details
  const recorded = row.org as unknown as Record<string, unknown>
  return Object.fromEntries(Object.entries(row.details).filter(([field, value]) => recorded[field] !== value))
}

/** Judges a whole file against the tree: the same for the preview and, in its transaction, for the import. */
export const planOf = async (look: Look, sheet: Sheet) => {
  const tree = await knownOrganisations(look)
  const placed = placeRows(
    tree,
    sheet.rows.map((r) => readRow(r, look.today)),
  )
  judgeTogether(tree, placed)
  const rows: PlannedRow[] = []
  const planned = new Map<PlacedRow, PlannedRow>()
  for (const row of parentsFirst(placed)) {
    judgeKind(row)
    const newTerm = newTermOf(row.term, row.org?.terms ?? [], (field, reason, suggestion) => blame(row, field, reason, suggestion))
    const above = row.under && standsInFile(row.under) ? planned.get(row.under) : undefined
    if (row.under && standsInFile(row.under) && above?.what !== 'new')
      blame(
        row,
        'parent',
        t(`上级在第 ${row.under.number} 行，那一行有问题`, `Its parent is row ${row.under.number}, which has a problem`),
        t('请先改好那一行', 'Correct that row first'),
      )
    const changed = changedIn(row)
    const what = row.faults.length > 0 ? 'bad' : !row.org ? 'new' : Object.keys(changed).length > 0 || newTerm ? 'update' : 'same'
    const done: PlannedRow = { ...row, what, changed, newTerm }
    planned.set(row, done)
    rows.push(done)
  }
  return { rows, tree, digest: digestOf(rows) }
}
export type Plan = Awaited<ReturnType<typeof planOf>>

const digestOf = (rows: readonly PlannedRow[]) =>
  createHash('sha256')
    .update(
      JSON.stringify(
        rows.map((r) => [
          r.number,
          r.what,
          r.name,
          r.kind,
          r.org?.id,
          r.org?.version,
          r.under && (standsInFile(r.under) ? r.under.number : r.under.id),
          r.changed,
          r.newTerm,
        ]),
      ),
    )
    .digest('hex')
