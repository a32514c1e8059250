import { type PaperContent, gapsIn } from '@gongyou/contract/papers/content.ts'
import { type PaperKind, paperKind } from '@gongyou/contract/papers/kinds.ts'
import { showNumber } from '@gongyou/contract/papers/number.ts'
import type { RawBuilder } from 'kysely'
import type { Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { takeOrgan } from './organs.ts'
import { type PaperRecord, lockPaper, setPaper } from './rows.ts'
import { takeSerial } from './series.ts'

/** What must be there before a paper may leave the house, by its name on the screen. */
export const missingIn = (kind: PaperKind, content: PaperContent) => {
  const needed: [string, string, string][] = [
    ['content.mark', content.mark, '发文机关标志'],
    ['content.title', content.title, '标题'],
    ['content.body', content.body, '正文'],
    ['content.signature', content.signature, '发文机关署名'],
  ]
  if (kind.addressed) needed.push(['content.addressee', content.addressee, '主送机关'])
  return [
    ...needed.filter(([, value]) => value.trim() === '').map(([path, , name]) => ({ path, name })),
    ...gapsIn(content).map((name) => ({ path: 'content.body', name })),
  ]
}

const frozen = (work: Work, paper: PaperRecord): PaperContent => {
  const kind = paperKind(paper.kind)
  const missing = missingIn(kind, paper.content)
  // On papers that go up the name of the person who signs stands at the head.
  const signer = kind.flow === 'up' ? paper.content.signer || work.by.name : paper.content.signer
  if (kind.flow === 'up' && !signer) missing.push({ path: 'content.signer', name: '签发人' })
  if (missing.length > 0) throw refuse('papers.incomplete', { fields: missing.map(({ path, name }) => ({ path, message: `请补齐：${name}` })) })
  return { ...paper.content, signer }
}

/**
 * Issues a paper: it takes the next number of its series and stands fast from then on. Word and PDF are written
 * afterwards, outside this lock, from what was frozen here. Whoever calls this from another feature has judged that the
 * caller may; `version` guards against a draft that somebody changed meanwhile.
 */
export const issuePaper = async (work: Work, id: string, version?: number, within?: RawBuilder<boolean>): Promise<{ number: string }> => {
  const paper = await lockPaper(work, id, version, within)
  if (paper.issued_at) throw refuse('papers.already-issued')
  const content = frozen(work, paper)
  const organ = await takeOrgan(work, paper.org_id)
  const year = Number(work.today.slice(0, 4))
  // Last of all, so that others wait as short as possible.
  const serial = await takeSerial(work, { org: paper.org_id, kind: paper.kind, year })
  const number = showNumber({ prefix: organ.code + paperKind(paper.kind).word, year, serial })
  await setPaper(work, paper, {
    content: JSON.stringify(content),
    number,
    year,
    serial,
    issued_at: work.at,
    issued_on: work.today,
    issued_by: work.by.personId,
    filed_at: work.at,
  })
  work.ledger.act({ kind: 'paper.issued', subject: id, org: paper.org_id, data: { kind: paper.kind, number, title: paper.title } })
  work.ledger.job({ task: 'writePaperFiles', payload: { paper: id }, key: `paper-files-${id}` })
  return { number }
}
