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

/** Figures of the release and those that officers have published, each in its newest revision. */
export const figuresOf = async (_look: Look, catalogue: Catalogue): Promise<readonly FigureDeclaration[]> => catalogue.figures

export const figureOf = async (look: Look, catalogue: Catalogue, code: string): Promise<FigureDeclaration> => {
  const found = (await figuresOf(look, catalogue)).find((f) => f.code === code)
  if (!found) throw refuse('record.not-found')
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
