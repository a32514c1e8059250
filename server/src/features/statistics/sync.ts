import type { Work } from '../../kit/db/database.ts'
import { declareCuts } from '../../kit/ledger/cut.ts'
import { type Catalogue, figuresOf } from './catalogue.ts'

/** Brings the figures of this release into the database: what they are made of is counted by month from now on. */
export const syncFigures = async (work: Work, catalogue: Catalogue) => declareCuts(work.tx, work.region, await figuresOf(work, catalogue))
