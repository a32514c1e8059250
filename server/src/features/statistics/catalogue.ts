import type { FigureDeclaration } from '@gongyou/contract/kit/figure.ts'
import { addsUp, kindOf, partNames, partsOf } from '@gongyou/contract/kit/figure.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import { units } from '@gongyou/contract/kit/units.ts'
import { departments } from '@gongyou/contract/statistics/departments.ts'
import type { Look } from '../../kit/db/database.ts'
import type { Dimension, Dimensions } from '../../kit/ledger/dimension.ts'
import type { FactDefinition } from '../../kit/ledger/fact.ts'
import { refuse } from '../../kit/refuse.ts'

/** What this release counts: facts, figures made of them, and how their dimensions are called. */
export type Catalogue = {
  readonly facts: readonly FactDefinition[]
  readonly figures: readonly FigureDeclaration[]
  readonly dimensions: Dimensions
}

const everywhere: Dimensions = {
  month: { name: t('月份', 'Month') },
  town: { name: t('镇街', 'Town') },
  org: { name: t('工会', 'Union') },
}

/** How a dimension of a fact is called and labelled. */
export const dimensionOf = (catalogue: Catalogue, fact: string, name: string): Dimension =>
  everywhere[name] ?? catalogue.dimensions[`${fact}.${name}`] ?? catalogue.dimensions[name] ?? { name: t(name, name) }

/** A published revision never changes, so a copy in memory cannot be stale in any process. */
const published = new Map<string, FigureDeclaration>()

/** One revision of a figure, as it was published. */
export const figureRevision = async (look: Look, catalogue: Catalogue, code: string, revision: number): Promise<FigureDeclaration> => {
  const declared = catalogue.figures.find((f) => f.code === code && f.revision === revision)
  if (declared) return declared
  const key = `${look.region}/${code}/${revision}`
  const known = published.get(key)
  if (known) return known
  const row = await look.db
    .selectFrom('statistics.figure')
    .select('definition')
    .where('region', '=', look.region)
    .where('code', '=', code)
    .where('revision', '=', revision)
    .executeTakeFirst()
  if (!row) throw refuse('statistics.no-such-figure')
  const figure = row.definition as FigureDeclaration
  published.set(key, figure)
  return figure
}

/** Figures of the release and those that officers have published, each in its newest revision; retired ones only where asked for. */
export const figuresOf = async (look: Look, catalogue: Catalogue, which?: 'with-retired'): Promise<readonly FigureDeclaration[]> => {
  const own = await look.db
    .selectFrom('statistics.figure')
    .distinctOn('code')
    .select(['code', 'revision', 'retired_at', 'made_by'])
    .where('region', '=', look.region)
    .where('made_by', '=', 'officer')
    .orderBy('code')
    .orderBy('revision', 'desc')
    .execute()
  const made = await Promise.all(
    own.filter((r) => which === 'with-retired' || !r.retired_at).map((r) => figureRevision(look, catalogue, r.code, r.revision)),
  )
  return [...catalogue.figures, ...made]
}

export const figureOf = async (look: Look, catalogue: Catalogue, code: string): Promise<FigureDeclaration> => {
  const found = (await figuresOf(look, catalogue)).find((f) => f.code === code)
  if (!found) throw refuse('statistics.no-such-figure')
  return found
}

/** A figure as it is shown beside its number. */
export const definitionOf = (catalogue: Catalogue, f: FigureDeclaration) => {
  const { zh, en } = units[f.unit]
  const parts = partsOf(f)
  return {
    code: f.code,
    name: f.name,
    unit: f.unit as string,
    unitName: { zh, en },
    definition: f.definition,
    kind: kindOf(f),
    measure: f.measure,
    addsUp: addsUp(f),
    parts: partNames.filter((p) => p in parts),
    by: [...f.by],
    dimensions: f.by.map((code) => ({ code, name: dimensionOf(catalogue, f.of.fact, code).name })),
    owner: f.owner,
    ownerName: f.owner in departments ? departments[f.owner as keyof typeof departments] : t(f.owner, f.owner),
    revision: f.revision,
    because: f.because ?? '',
  }
}
