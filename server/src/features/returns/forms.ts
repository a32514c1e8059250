import { formFaults, formRevisionFaults } from '@gongyou/contract/returns/faults.ts'
import { type ReturnForm, figureLinesOf } from '@gongyou/contract/returns/form.ts'
import { returnForms } from '@gongyou/contract/returns/own/index.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { digestOf, publishNew, publishedRevisions } from '../../kit/db/published.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Catalogue, figuresOf, filtersOf } from '../statistics/index.ts'

const published = publishedRevisions<ReturnForm>()

/** One revision of a form. */
export const formRevision = (look: Look, code: string, revision: number): Promise<ReturnForm> =>
  published(look.region, code, revision, async () => {
    const row = await look.db
      .selectFrom('returns.form')
      .select('definition')
      .where('region', '=', look.region)
      .where('code', '=', code)
      .where('revision', '=', revision)
      .executeTakeFirst()
    if (!row) throw refuse('returns.no-form')
    return row.definition as ReturnForm
  })

/** Every form in its newest revision. */
export const allForms = async (look: Look) => {
  const rows = await look.db
    .selectFrom('returns.form')
    .distinctOn('code')
    .select(['code', 'revision', 'retired_at', 'made_by'])
    .where('region', '=', look.region)
    .orderBy('code')
    .orderBy('revision', 'desc')
    .execute()
  const forms = []
  for (const r of rows)
    forms.push({ form: await formRevision(look, r.code, r.revision), retired: r.retired_at !== null, madeBy: r.made_by as 'code' | 'officer' })
  return forms
}

/** The forms of which periods are opened: those of the release in its order, then those of officers. */
export const standingForms = async (look: Look) => {
  const order = (code: string) => (returnForms.findIndex((f) => f.code === code) + returnForms.length + 1) % (returnForms.length + 1)
  const standing = (await allForms(look)).filter((f) => !f.retired).map((f) => f.form)
  return standing.sort((a, b) => order(a.code) - order(b.code))
}

export const standingForm = async (look: Look, code: string): Promise<ReturnForm> => {
  const form = (await standingForms(look)).find((f) => f.code === code)
  if (!form) throw refuse('returns.no-form')
  return form
}

/** Number of the newest revision, 0 where there is none. */
export const newestRevision = async (look: Look, code: string) =>
  (
    await look.db
      .selectFrom('returns.form')
      .select((e) => e.fn.max('revision').as('revision'))
      .where('region', '=', look.region)
      .where('code', '=', code)
      .executeTakeFirst()
  )?.revision ?? 0

const splits = (f: Parameters<typeof filtersOf>[0], where: string | undefined) => {
  try {
    return filtersOf(f, where).length >= 0
  } catch {
    return false
  }
}

/** Everything wrong with a form: by itself, beside its last revision, and by the catalogue. */
export const faultsIn = async (look: Look, catalogue: Catalogue, form: ReturnForm) => {
  const figures = new Map((await figuresOf(look, catalogue)).map((f) => [f.code, f]))
  const unknown = figureLinesOf(form).flatMap((line) => {
    const path = `lines.${form.lines.indexOf(line)}`
    const f = figures.get(line.figure)
    if (!f) return [{ path: `${path}.figure`, says: t('数字目录里没有这个数字，或已停用', 'There is no such figure, or it was retired') }]
    // In an address “kind:” asks for what has none; in a form it is a condition that was begun and not finished.
    if (line.where?.split(',').some((pair) => pair.endsWith(':')))
      return [{ path: `${path}.where`, says: t('请选择取哪一类', 'Choose which of them') }]
    return splits(f, line.where) ? [] : [{ path: `${path}.where`, says: t('这个数字没有这个分组', 'The figure has no such dimension') }]
  })
  const before = form.revision > 1 ? await formRevision(look, form.code, form.revision - 1) : undefined
  return [...formFaults(form), ...unknown, ...(before ? formRevisionFaults(before, form) : [])]
}

/** Publishes a revision. Fails on `return_form_pkey` where somebody published this revision first. */
export const publishForm = (work: Work, form: ReturnForm, how: { by: 'code' | 'officer'; because: string }) =>
  work.tx
    .insertInto('returns.form')
    .values({
      region: work.region,
      code: form.code,
      revision: form.revision,
      definition: JSON.stringify(form),
      digest: digestOf(form),
      title: form.title.zh,
      made_by: how.by,
      because: how.because,
      published_at: work.at,
      published_by: work.by.personId,
    })
    .execute()

/** Brings the forms of this release into the database; one with a fault stops the start and says which. */
export const syncReturnForms = async (work: Work, catalogue: Catalogue, declared: readonly ReturnForm[] = returnForms) => {
  const known = new Set(catalogue.figures.map((f) => f.code))
  const rows = await work.tx.selectFrom('returns.form').select(['code', 'revision', 'digest', 'made_by']).where('region', '=', work.region).execute()
  for (const form of declared) {
    const strange = figureLinesOf(form).filter((l) => !known.has(l.figure))
    const fault = formFaults(form)[0] ?? (strange[0] && { path: strange[0].code, says: t('没有这个数字', `there is no figure ${strange[0].figure}`) })
    if (fault) throw new Error(`form of returns ${form.code}, ${fault.path}: ${fault.says.en}`)
  }
  await publishNew('form of returns', rows, declared, (form) => publishForm(work, form, { by: 'code', because: form.because ?? '' }))
}
