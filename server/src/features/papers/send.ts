import type { Route } from '@gongyou/contract/kit/route.ts'
import { system } from '../../kit/actor.ts'
import type { Building } from '../../kit/http/building.ts'
import type { Ask } from '../../kit/http/mount.ts'
import { refuse } from '../../kit/refuse.ts'
import { savedAs } from '../../kit/http/saved-as.ts'
import { type Store, findFile, sendFile, storeOf } from '../documents/index.ts'
import { type SubjectSights, papersWithin } from './access.ts'
import { type PaperForm, fileOfPaper } from './files.ts'
import { getPaperRecord } from './rows.ts'

type Asked = Pick<Ask<Route>, 'read' | 'write' | 'reply' | 'region' | 'request'>

/** The paper, if the caller may see it; that it was taken away leaves a line. */
const seen = async ({ read, write }: Asked, sights: SubjectSights, id: string) => {
  const paper = await read(async (look) => getPaperRecord(look, id, await papersWithin(look, sights)))
  await write(async (work) => work.ledger.audit({ subject: id, detail: { number: paper.number, title: paper.title } }))
  return paper
}

/** Word or PDF of a paper. The PDF opens where it is: we wrote it ourselves, and on a phone a download is a dead end. */
export const sendPaper = async (asked: Asked, building: Building, sights: SubjectSights, id: string, form: PaperForm) => {
  await seen(asked, sights, id)
  const call = { region: asked.region, by: system, operation: 'writePaperFiles', request: asked.request.id }
  const given = await fileOfPaper(building, call, id, form)
  const { name, mediaType, content } =
    'draft' in given
      ? given.draft
      : { name: given.kept.name, mediaType: given.kept.media_type, content: await storeOf(building.setup).read(given.kept.sha256.toString('hex')) }
  return asked.reply
    .header('content-type', mediaType)
    .header('x-content-type-options', 'nosniff')
    .header('content-disposition', savedAs(name, form === 'pdf' ? 'inline' : 'attachment'))
    .send(content)
}

export const sendScan = async (asked: Asked, store: Store, sights: SubjectSights, id: string) => {
  const { scan_file } = await seen(asked, sights, id)
  if (!scan_file) throw refuse('papers.no-scan')
  return sendFile(asked.reply, store, await asked.read((look) => findFile(look, scan_file, async () => true)))
}
