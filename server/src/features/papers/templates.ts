import { type PaperTemplate, type TemplateFault, type TemplateText, faultsInTemplate } from '@gongyou/contract/papers/template.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { reachOf } from '../organisations/index.ts'

type Made = { revision: number; because: string; madeAt: string | null; madeBy: string | null }
export type RevisedTemplate = PaperTemplate & Made

const revisionsFrom = (look: Look) =>
  look.db
    .selectFrom('papers.template as t')
    .leftJoin('people.person as by', (j) => j.onRef('by.region', '=', 't.region').onRef('by.id', '=', 't.made_by'))
    .select(['t.code', 't.revision', 't.name', 't.text', 't.because', 't.made_at', 'by.name as made_by'])
    .where('t.region', '=', look.region)

type Row = Awaited<ReturnType<ReturnType<typeof revisionsFrom>['execute']>>[number]

const made = (row: Row): Made => ({ revision: row.revision, because: row.because, madeAt: row.made_at.toISOString(), madeBy: row.made_by })
const original: Made = { revision: 0, because: '', madeAt: null, madeBy: null }
// It went in through the contract's shape.
const textOf = (row: Row) => row.text as TemplateText
const withRow = (declared: PaperTemplate, row: Row | undefined): RevisedTemplate =>
  row ? { ...declared, name: row.name, text: textOf(row), ...made(row) } : { ...declared, ...original }

/** A template as officers last left it; its kind and tokens are those of the code that supplies the values. */
export const templateNow = async (look: Look, declared: PaperTemplate): Promise<RevisedTemplate> =>
  withRow(declared, await revisionsFrom(look).where('t.code', '=', declared.code).orderBy('t.revision', 'desc').limit(1).executeTakeFirst())

export const templatesNow = async (look: Look, declared: readonly PaperTemplate[]): Promise<RevisedTemplate[]> => {
  const rows = await revisionsFrom(look).orderBy('t.code').orderBy('t.revision', 'desc').execute()
  const newest = new Map<string, Row>()
  for (const row of rows) if (!newest.has(row.code)) newest.set(row.code, row)
  return declared.map((template) => withRow(template, newest.get(template.code)))
}

/** Every wording a template has had, newest first; the last is the one that came with the software. */
export const revisionsOf = async (look: Look, declared: PaperTemplate) => [
  ...(await revisionsFrom(look).where('t.code', '=', declared.code).orderBy('t.revision', 'desc').execute()).map((row) => ({
    ...made(row),
    text: textOf(row),
  })),
  { ...original, text: declared.text },
]

const faultWords: Record<TemplateFault['fault'], (what: string) => string> = {
  unknown: (what) => `没有“${what}”这个变量，请从变量列表中选用`,
  open: (what) => `“${what}”附近的大括号没有成对，变量写作 {{变量名}}`,
  'table-inside': (what) => `“${what}”是一张表，要单独占一行，且不能放在标题里`,
}

/** Templates hold for the whole district: whoever revises them writes papers for all of it. */
export const mayRevise = async (look: Look) => (await reachOf(look, 'papers.write')) === 'all'

/** Writes a new revision over the one that was looked at. Tokens that nobody supplies are refused here, not when a paper is due. */
export const reviseTemplate = async (
  work: Work,
  declared: PaperTemplate,
  given: { revision: number; name: string; text: TemplateText; because: string },
) => {
  if (!(await mayRevise(work))) throw refuse('right.missing', { says: '模板全区通用，由区总工会有拟稿权限的干部修订' })
  const faults = faultsInTemplate({ text: given.text, tokens: declared.tokens })
  if (faults.length > 0)
    throw refuse('papers.template-faults', { fields: faults.map((f) => ({ path: 'text', message: faultWords[f.fault](f.what) })) })
  const now = await templateNow(work, declared)
  if (now.revision !== given.revision) throw refuse('record.changed')
  const revision = now.revision + 1
  // Two at once meet at the primary key.
  await work.tx
    .insertInto('papers.template')
    .values({
      region: work.region,
      code: declared.code,
      revision,
      name: given.name,
      text: JSON.stringify(given.text),
      because: given.because,
      made_at: work.at,
      made_by: work.by.personId,
    })
    .execute()
  work.ledger.act({ kind: 'paper.template-revised', subject: newId(), data: { code: declared.code, revision, because: given.because } })
  return { revision }
}
