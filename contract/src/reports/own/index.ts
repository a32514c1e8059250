import type { ReportKind } from '../kind.ts'
import { fiveYear } from './five-year.ts'
import { reform } from './reform.ts'
import { review } from './review.ts'
import { speech } from './speech.ts'
import { stageBrief } from './stage-brief.ts'
import { stationBrief } from './station-brief.ts'
import { tables } from './tables.ts'

/** Every kind of report this release can draft. */
export const reportKinds: readonly ReportKind[] = [review, stageBrief, fiveYear, reform, speech, stationBrief, tables]
export const reportKindOf = (code: string): ReportKind | undefined => reportKinds.find((k) => k.code === code)
