import { breakTitle } from '@gongyou/contract/papers/break-title.ts'
import type { PaperContent } from '@gongyou/contract/papers/content.ts'
import { type PaperKindCode, paperKind } from '@gongyou/contract/papers/kinds.ts'
import { type PaperTemplate, type TemplateText, type TokenValues, contentOf, fillTemplate } from '@gongyou/contract/papers/template.ts'
import type { RawBuilder } from 'kysely'
import type { Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import type { Subject } from './access.ts'
import { organOf } from './organs.ts'
import { lockPaper, setPaper } from './rows.ts'
import { templateNow } from './templates.ts'

/** A paper to be drafted: from a template with its values, or (`kind`) from nothing. */
export type NewPaper = {
  /** Id of the organisation that issues it. */
  organisation: string
  subject?: Subject
  /** Parts that the template does not hold: urgency, enclosures, copies … */
  content?: Partial<PaperContent>
} & ({ template: PaperTemplate; values: TokenValues; kind?: undefined } | { kind: PaperKindCode; template?: undefined })

const empty: TemplateText = { title: '', addressee: '', body: '', annexes: [], note: '', copies: '' }

const filled = (template: PaperTemplate, values: TokenValues) => {
  try {
    return fillTemplate(template, values)
  } catch (error) {
    if (error instanceof RangeError) throw refuse('papers.value-misfit', { fields: [{ path: 'values', message: error.message }] })
    throw error
  }
}

const keepVersion = (work: Work, id: string, version: number, content: PaperContent) =>
  work.tx
    .insertInto('papers.draft')
    .values({
      region: work.region,
      paper_id: id,
      version,
      content: JSON.stringify(content),
      made_at: work.at,
      made_by: work.by.personId,
    })
    .execute()

const shown = (content: PaperContent) => ({
  title: content.title.replaceAll('\n', ''),
  addressee: content.addressee,
  content: JSON.stringify(content),
})

/**
 * Writes a draft; it has no number. A value that is not known becomes a gap to be filled by hand. Whoever calls this from
 * another feature has judged that the caller may.
 */
export const draftPaper = async (work: Work, wanted: NewPaper): Promise<{ id: string }> => {
  const template = wanted.template ? await templateNow(work, wanted.template) : undefined
  const kind = template?.kind ?? wanted.kind!
  const organ = await organOf(work, wanted.organisation)
  const known = { organisation: organ.mark, today: work.today, drafter: work.by.name }
  const text = template ? filled(template, { ...known, ...(wanted.template ? wanted.values : {}) }) : empty
  const whole: PaperContent = {
    ...contentOf(text, { mark: `${organ.mark}${paperKind(kind).mark}`, signature: organ.mark, printedBy: organ.mark }),
    ...wanted.content,
  }
  const content = { ...whole, title: breakTitle(whole.title) }
  const id = newId()
  await work.tx
    .insertInto('papers.paper')
    .values({
      region: work.region,
      id,
      kind,
      org_id: wanted.organisation,
      ...shown(content),
      template_code: template?.code ?? null,
      template_revision: template?.revision ?? null,
      subject_kind: wanted.subject?.kind ?? null,
      subject_id: wanted.subject?.id ?? null,
      drafted_at: work.at,
      drafted_by: work.by.personId,
      filed_at: work.at,
    })
    .execute()
  await keepVersion(work, id, 1, content)
  work.ledger.act({ kind: 'paper.drafted', subject: id, org: wanted.organisation, data: { kind, template: template?.code ?? null } })
  return { id }
}

/** Changes a draft; every version is kept. */
export const editPaper = async (work: Work, id: string, version: number, given: PaperContent, within?: RawBuilder<boolean>) => {
  const paper = await lockPaper(work, id, version, within)
  if (paper.issued_at) throw refuse('papers.already-issued')
  const content = { ...given, title: breakTitle(given.title) }
  await setPaper(work, paper, { ...shown(content), filed_at: work.at })
  await keepVersion(work, id, version + 1, content)
  work.ledger.act({ kind: 'paper.edited', subject: id, org: paper.org_id })
}

/** Throws a draft away; it had no number, so nothing is missing. */
export const discardPaper = async (work: Work, id: string, version: number, within?: RawBuilder<boolean>) => {
  const paper = await lockPaper(work, id, version, within)
  if (paper.issued_at) throw refuse('papers.already-issued')
  await setPaper(work, paper, { discarded_at: work.at })
  work.ledger.act({ kind: 'paper.discarded', subject: id, org: paper.org_id })
}
