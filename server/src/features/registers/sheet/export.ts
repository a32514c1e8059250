import type { Language } from '@gongyou/contract/kit/text.ts'
import type { Register } from '@gongyou/contract/registers/register.ts'
import type { exportEntries as route } from '@gongyou/contract/registers/sheets.ts'
import { shown, shownMasked } from '@gongyou/contract/registers/shown.ts'
import { stateOf } from '@gongyou/contract/registers/validity.ts'
import type { FastifyReply } from 'fastify'
import { holds } from '../../../kit/actor.ts'
import type { Look } from '../../../kit/db/database.ts'
import { languageOf } from '../../../kit/http/language.ts'
import type { Ask } from '../../../kit/http/mount.ts'
import { refuse } from '../../../kit/refuse.ts'
import { closedFields } from '@gongyou/contract/forms/index.ts'
import type { KeyRing } from '../../../kit/secrets/key-ring.ts'
import { type Value } from '../../../kit/sheets/sheet-plan.ts'
import { sendSheet, sendWorkbook } from '../../../kit/sheets/send-workbook.ts'
import { newestRegister } from '../definitions.ts'
import { allAnswers } from '../entry.ts'
import { type NamedRow, type Wanted, countOf, rowsOf } from '../list.ts'
import { type SheetColumn, columnsOf } from './columns.ts'

const pageRows = 1_000

const states = {
  zh: { upcoming: '未生效', valid: '有效', ending: '将到期', expired: '已过期', ended: '已终止' },
  en: { upcoming: 'upcoming', valid: 'valid', ending: 'ending', expired: 'expired', ended: 'ended' },
} as const

type How = { register: Register; full: boolean; language: Language; today: string; keys: KeyRing }

const cellOf = (c: SheetColumn, r: NamedRow, answers: Readonly<Record<string, unknown>>, { register, full, language, today }: How): Value => {
  if (c.field) {
    const value = answers[c.code]
    if (value === undefined || value === null) return null
    if (c.field.kind === 'number') return value as number
    if (c.field.kind === 'money') return (value as number) / 100
    if (c.field.kind === 'date') return value as string
    const said = full ? shown(c.field, value) : shownMasked(register, c.code, value)
    return said[language] || said.zh
  }
  switch (c.code) {
    case '@org':
      return r.org
    case '@person':
      return r.person
    case '@employer':
      return r.employer
    case '@from':
      return r.valid_from
    case '@to':
      return r.valid_to
    case '@state':
      return states[language][stateOf({ from: r.valid_from, to: r.valid_to, endedOn: r.ended_on }, today)]
    case '@id':
      return r.id
    default:
      return null
  }
}

const columnsFor = (register: Register, full: boolean) => {
  const shut = new Set(closedFields(register.form))
  return columnsOf(register).filter((c) => c.code !== '@personNumber' && (full || !shut.has(c.code)))
}

/** Rows page by page, so that neither memory nor a long transaction grows with the list. */
async function* lines(read: <T>(fn: (look: Look) => Promise<T>) => Promise<T>, wanted: Wanted, columns: readonly SheetColumn[], how: How) {
  for (let after: string | undefined; ;) {
    const page = await read((look) =>
      rowsOf(look, how.register, { ...wanted, after, limit: pageRows }, how.full ? 'people.unmask' : 'registers.read'),
    )
    for (const r of page.rows) {
      const answers = how.full ? allAnswers(how.keys, r) : (r.answers as Readonly<Record<string, unknown>>)
      yield columns.map((c) => cellOf(c, r, answers, how))
    }
    if (page.next === null) return
    after = page.next
  }
}

/**
 * The list as a workbook of any length: the same predicate as the list. What is sealed is left out and what is personal
 * masked, unless the caller may open it and says what for; that is written into the audit trail before the first byte leaves.
 */
export const exportEntries = async ({ params, query, by, read, write, request, reply }: Ask<typeof route>, keys: KeyRing) => {
  const { format, numbers, purpose, ...wanted } = query
  const full = numbers === 'full'
  if (full && !holds(by, 'people.unmask')) throw refuse('registers.unmask-needed')
  if (full && (purpose ?? '').length < 2) throw refuse('registers.purpose-needed')
  const language = languageOf(request)
  const { register, today } = await write(async (work) => {
    const { register } = await newestRegister(work, params.code)
    const { count } = await countOf(work, register, wanted)
    work.ledger.audit({ ...(purpose ? { purpose } : {}), detail: { register: register.code, rows: count, format, numbers, filter: wanted } })
    return { register, today: work.today }
  })
  const columns = columnsFor(register, full)
  const plan = {
    name: register.title.zh,
    columns: columns.map((c) => ({ title: c.title[language] || c.title.zh, kind: c.kind, width: c.width })),
    rows: lines(read, wanted, columns, { register, full, language, today, keys }),
  }
  return sendSheet(reply, `${register.title.zh}-${today}`, format, plan)
}

/** An empty workbook with the columns that can be imported, and a second sheet that says what each takes. */
export const sendTemplate = (register: Register, reply: FastifyReply, language: Language) => {
  const columns = columnsOf(register).filter((c) => c.importable && c.code !== '@id')
  const title = (c: SheetColumn) => c.title[language] || c.title.zh
  const needed = (c: SheetColumn) => (c.field && !c.field.optional && !c.field.when) || (c.code === '@org' && register.owner === 'organisation')
  const words = language === 'zh' ? ['项目', '是否必填', '怎么填'] : ['Column', 'Needed', 'How']
  const how = (c: SheetColumn) =>
    c.field?.kind === 'choice' || c.field?.kind === 'many'
      ? c.field.options.map((o) => o.label[language] || o.label.zh).join('、')
      : c.kind === 'date'
        ? '2026-03-01'
        : c.field?.kind === 'money'
          ? language === 'zh'
            ? '元，可有两位小数'
            : 'yuan, two decimals'
          : (c.field?.hint?.[language] ?? '')
  return sendWorkbook(reply, `${register.title.zh}-模板.xlsx`, [
    {
      name: register.title.zh,
      columns: columns.map((c) => ({ title: needed(c) ? `${title(c)}*` : title(c), kind: c.kind, width: c.width })),
      rows: [],
    },
    {
      name: language === 'zh' ? '填写说明' : 'Notes',
      columns: words.map((w, i) => ({ title: w, width: i === 2 ? 60 : 24 })),
      rows: columns.map((c) => [title(c), needed(c) ? (language === 'zh' ? '必填' : 'yes') : '', how(c)]),
    },
  ])
}
