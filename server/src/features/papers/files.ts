import { type IssuedPaper, layoutOf } from '@gongyou/contract/papers/layout.ts'
import type { Call } from '../../kit/db/database.ts'
import type { Building } from '../../kit/http/building.ts'
import { newId } from '../../kit/ids.ts'
import type { Task } from '../../kit/jobs/tasks.ts'
import { system } from '../../kit/actor.ts'
import { type FileRow, enterLaidDown, findFile, layDown, storeOf } from '../documents/index.ts'
import { writeDocx } from './docx/write.ts'
import { shownNumberOf } from './one.ts'
import { writePdf } from './pdf/write.ts'
import { getPaperRecord, lockPaper } from './rows.ts'

export type PaperForm = 'docx' | 'pdf'
const forms = {
  docx: { column: 'docx_file', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', write: writeDocx },
  pdf: { column: 'pdf_file', mediaType: 'application/pdf', write: writePdf },
} as const

export type Printed = { name: string; mediaType: string; content: Buffer }

const fileName = (paper: IssuedPaper, form: PaperForm) =>
  `${`${paper.number.includes('　') ? '（草稿）' : paper.number} ${paper.content.title.replaceAll('\n', '')}`.replace(/[\\/:*?"<>|]/g, '').slice(0, 120)}.${form}`

/** Writes a paper in one form. The same paper gives the same bytes, today and on any machine of this version. */
export const print = async (paper: IssuedPaper, form: PaperForm): Promise<Printed> => {
  const { mediaType, write } = forms[form]
  const about = { title: paper.content.title.replaceAll('\n', ''), author: paper.content.signature, day: paper.issuedOn }
  return { name: fileName(paper, form), mediaType, content: await write(layoutOf(paper), about) }
}

/**
 * The file of an issued paper, or the print of a draft. An issued paper's file is written once, outside any lock, and
 * entered by whoever comes first; the caller has judged who may have it.
 */
export const fileOfPaper = async (building: Building, call: Call, id: string, form: PaperForm): Promise<{ kept: FileRow } | { draft: Printed }> => {
  const { db, setup } = building
  const { column, mediaType } = forms[form]
  const { paper, kept, shown } = await db.read(call, async (look) => {
    const record = await getPaperRecord(look, id)
    const fileId = record[column]
    return {
      paper: record,
      kept: fileId ? await findFile(look, fileId, async () => true) : undefined,
      shown: await shownNumberOf(look, record),
    }
  })
  if (kept) return { kept }
  const printed = await print({ kind: paper.kind, number: shown, issuedOn: paper.issued_on, content: paper.content }, form)
  if (!paper.issued_at) return { draft: printed }
  const laid = await layDown(setup, storeOf(setup), printed.content)
  return db.write(call, async (work) => {
    const now = await lockPaper(work, id, undefined)
    const fileId = now[column] ?? (await enterLaidDown(work, laid, { name: printed.name, mediaType, secrecy: 'P2' }))
    if (!now[column])
      await work.tx
        .updateTable('papers.paper')
        .set({ [column]: fileId })
        .where('region', '=', work.region)
        .where('id', '=', id)
        .execute()
    return { kept: await findFile(work, fileId, async () => true) }
  })
}

/** Writes both forms soon after the issue, so that the first download does not wait. */
const writePaperFiles: Task = async (payload, building) => {
  const call = { region: building.setup.region, by: system, operation: 'writePaperFiles', request: newId() }
  await fileOfPaper(building, call, String(payload.paper), 'docx')
  await fileOfPaper(building, call, String(payload.paper), 'pdf')
}

export const papersTasks = { writePaperFiles }
