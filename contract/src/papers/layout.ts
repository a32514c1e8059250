import { type HeadingLevel, type PaperBlock, blocksOf, headingEnd, levelOf } from './blocks.ts'
import type { PaperContent } from './content.ts'
import { type PaperKindCode, paperKind } from './kinds.ts'
import { emsOf, writtenDate } from './written.ts'

/** The elements of a paper (GB/T 9704-2012, chapter 7), each set in its own way: see `style.ts`. */
export type PaperPart =
  | 'classified'
  | 'mark'
  | 'number'
  | 'title'
  | 'addressee'
  | 'text'
  /** The name above a table, and the words under it. */
  | 'caption'
  | 'remark'
  | 'level1'
  | 'level2'
  | 'level3'
  | 'level4'
  | 'enclosure'
  | 'signature'
  | 'date'
  | 'note'
  | 'annex-mark'
  | 'annex-title'
  | 'copies'
  | 'printed'

/** A line of text of one part. `heading`: how much of it, from its beginning, is set as the heading. */
export type PaperText = {
  part: PaperPart
  text: string
  heading?: number
  /** What stands at the other end of the same line: the signer, the day of printing. */
  right?: string
  /** The end of `right` that is set in 楷体: the name of who signs. */
  rightName?: string
  /** Squares kept free at the right, to centre the signature above the date. */
  rightEms?: number
  /** Squares by which the lines after the first hang: names of enclosures stand under each other. */
  hangEms?: number
}
export type PaperPiece =
  | ({ piece: 'text' } & PaperText)
  | { piece: 'blank'; lines: number }
  | { piece: 'red-rule' }
  | { piece: 'table'; rows: readonly (readonly string[])[] }
  /** Whatever is in it stays on one page, together with the end of what comes before. */
  | { piece: 'seal'; parts: readonly PaperText[] }
  | { piece: 'new-page' }
  /** 版记: at the foot of the last page, between rules. */
  | { piece: 'imprint'; parts: readonly PaperText[] }

const levels: Record<HeadingLevel, PaperPart> = { 0: 'text', 1: 'level1', 2: 'level2', 3: 'level3', 4: 'level4' }

const isCaption = (block: PaperBlock, next: PaperBlock | undefined) =>
  next?.kind === 'table' && block.kind === 'text' && /^表\d+\u3000/.test(block.text)
/** 注：…, and what goes on from it by number or by mark, straight under a table. */
const isRemark = (all: readonly PaperBlock[], i: number): boolean => {
  const [block, before] = [all[i], all[i - 1]]
  if (block?.kind !== 'text' || !before || !/^(注：|\d+．|[①-⑳])/.test(block.text)) return false
  return before.kind === 'table' || isRemark(all, i - 1)
}

const pieceOf = (block: PaperBlock, i: number, all: readonly PaperBlock[]): PaperPiece => {
  if (block.kind === 'table') return { piece: 'table', rows: block.rows }
  if (isCaption(block, all[i + 1])) return { piece: 'text', part: 'caption', text: block.text }
  if (isRemark(all, i)) return { piece: 'text', part: 'remark', text: block.text }
  const level = levelOf(block.text)
  const heads = level === 1 || level === 2 ? { heading: headingEnd(block.text) } : {}
  return { piece: 'text', part: levels[level], text: block.text, ...heads }
}
/** What follows a table and its remarks does not stick to it. */
const isTableEnd = (all: readonly PaperBlock[], i: number) =>
  (all[i]?.kind === 'table' || isRemark(all, i)) && i + 1 < all.length && !isRemark(all, i + 1)

const bodyOf = (body: string): PaperPiece[] =>
  blocksOf(body).flatMap((block, i, all) => [pieceOf(block, i, all), ...(isTableEnd(all, i) ? [{ piece: 'blank' as const, lines: 1 }] : [])])

const headOf = (paper: IssuedPaper): PaperPiece[] => {
  const { content, kind, number } = paper
  const up = paperKind(kind).flow === 'up'
  const classified = [content.copyNumber, content.secrecy, content.urgency].filter(Boolean)
  return [
    ...classified.map((text) => ({ piece: 'text' as const, part: 'classified' as const, text })),
    // The mark stands 35 mm beneath the edge of the type area: what is classified uses up some of these lines.
    { piece: 'blank', lines: Math.max(0, 3 - classified.length) },
    { piece: 'text', part: 'mark', text: content.mark },
    { piece: 'blank', lines: 2 },
    { piece: 'text', part: 'number', text: number, ...(up ? { right: '签发人：', rightName: content.signer } : {}) },
    { piece: 'red-rule' },
    { piece: 'blank', lines: 2 },
    ...content.title.split('\n').map((text) => ({ piece: 'text' as const, part: 'title' as const, text })),
    { piece: 'blank', lines: 1 },
  ]
}

/** 附件说明: one is not numbered, several are; names carry no full stop and no title marks. */
const enclosuresOf = ({ annexes, enclosures }: PaperContent): PaperPiece[] => {
  const names = [...annexes.map((a) => a.title), ...enclosures].map((name) => name.replace(/[。；]$/, ''))
  if (names.length === 0) return []
  const many = names.length > 1
  const lines = names.map((name, i) => ({
    piece: 'text' as const,
    part: 'enclosure' as const,
    text: `${i === 0 ? '附件：' : '　　　'}${many ? `${i + 1}.` : ''}${name}`,
    hangEms: many ? 4 : 3,
  }))
  return [{ piece: 'blank', lines: 1 }, ...lines]
}

/** The day stands four squares from the right, the signature centred above it, and both leave room for the seal. */
const sealOf = ({ content, issuedOn }: IssuedPaper): PaperPiece[] => {
  const day = issuedOn ? writtenDate(issuedOn) : '　　　　年　月　日'
  const middle = 4 + emsOf(day) / 2
  const parts: PaperText[] = [
    { part: 'signature', text: content.signature, rightEms: Math.max(0, middle - emsOf(content.signature) / 2) },
    { part: 'date', text: day, rightEms: 4 },
  ]
  return [
    { piece: 'blank', lines: 2 },
    { piece: 'seal', parts },
  ]
}

const annexesOf = ({ annexes }: PaperContent): PaperPiece[] =>
  annexes.flatMap((annex, i) => [
    { piece: 'new-page' as const },
    { piece: 'text' as const, part: 'annex-mark' as const, text: annexes.length > 1 ? `附件${i + 1}` : '附件' },
    { piece: 'blank' as const, lines: 1 },
    ...annex.title.split('\n').map((text) => ({ piece: 'text' as const, part: 'annex-title' as const, text })),
    { piece: 'blank' as const, lines: 1 },
    ...bodyOf(annex.body),
  ])

const imprintOf = ({ content, issuedOn }: IssuedPaper): PaperPiece[] => {
  const parts: PaperText[] = []
  if (content.copies) parts.push({ part: 'copies', text: `抄送：${content.copies.replace(/。$/, '')}。`, hangEms: 3 })
  if (content.printedBy)
    parts.push({ part: 'printed', text: content.printedBy, right: issuedOn ? `${writtenDate(issuedOn)}印发` : '　　年　月　日印发' })
  return parts.length > 0 ? [{ piece: 'imprint', parts }] : []
}

/** A paper with what its issue gave it; a draft has a blank number and no day. */
export type IssuedPaper = { kind: PaperKindCode; number: string; issuedOn: string | null; content: PaperContent }

/** The paper from top to bottom. Screen, Word and PDF set exactly these pieces, so they cannot differ in what they say. */
export const layoutOf = (paper: IssuedPaper): PaperPiece[] => {
  const { content } = paper
  const addressee: PaperPiece[] = content.addressee
    ? [{ piece: 'text', part: 'addressee', text: `${content.addressee.replace(/[：:]$/, '')}：` }]
    : []
  const note: PaperPiece[] = content.note ? [{ piece: 'text', part: 'note', text: `（${content.note.replace(/^[（(]|[）)]$/g, '')}）` }] : []
  return [
    ...headOf(paper),
    ...addressee,
    ...bodyOf(content.body),
    ...enclosuresOf(content),
    ...sealOf(paper),
    ...note,
    ...annexesOf(content),
    ...imprintOf(paper),
  ]
}
