import type { ReadDocument, ReadParagraph } from './model.ts'

/** The elements of a paper as they were found in a document that somebody wrote by hand. */
export type FoundParts = {
  number: ReadParagraph | undefined
  title: readonly ReadParagraph[]
  addressee: ReadParagraph | undefined
  body: readonly ReadParagraph[]
  enclosures: readonly ReadParagraph[]
  signature: ReadParagraph | undefined
  date: ReadParagraph | undefined
  /** Empty lines (and space) between the text and the signature, in lines. */
  sealLines: number
}

export const looseNumber = /^([\u4e00-\u9fff]{2,20}?)\s*([〔[［(（【{﹝])\s*(第?)\s*(\d{2,4})\s*(年?)\s*([〕\]］)）】}﹞])\s*(第?)\s*(\d*)\s*号/
const chineseDigit = '[〇○零一二三四五六七八九十]'
export const looseDate = new RegExp(
  `^(\\d{2,4}|${chineseDigit}{2,4})\\s*[年.．\\-/]\\s*(\\d{1,2}|${chineseDigit}{1,3})\\s*[月.．\\-/]\\s*(\\d{1,2}|${chineseDigit}{1,3})\\s*[日号]?$|^年\\s*月\\s*日$`,
)
const kindsAtEnd = /(请示|报告|批复|复函|函|通知|通知单|决定|纪要|意见|意见书|建议书|提示函|证明|通报|公告|通告|决议|公报)$/
export const needsNoAddressee = /(决定|纪要|证明|公告|通告|公报|决议|规定|办法|方案)$/

export const trimmed = (p: ReadParagraph) => p.text.replace(/[\s\u3000]+/g, ' ').trim()
export const titleText = (title: readonly ReadParagraph[]) => title.map((p) => p.text.replace(/[\s\u3000]/g, '')).join('')
const isEmpty = (p: ReadParagraph) => trimmed(p) === ''
const biggest = (p: ReadParagraph) => Math.max(0, ...p.runs.map((r) => r.size))
const isRed = (p: ReadParagraph) => p.runs.some((r) => /^(FF0000|E60012|C00000|FE0000|EE0000)$/.test(r.color))

const titleAt = (text: readonly ReadParagraph[], from: number) => {
  const near = text.slice(from, from + 12)
  const big = near.findIndex((p) => !isEmpty(p) && !isRed(p) && biggest(p) >= 20)
  // A title in the wrong size is still a title: it says what kind of paper this is.
  const at = big >= 0 ? big : near.findIndex((p) => trimmed(p).length < 80 && kindsAtEnd.test(trimmed(p)))
  if (at < 0) return []
  const first = near[at]!
  const title = [first]
  for (const p of near.slice(at + 1)) {
    if (isEmpty(p) || biggest(p) !== biggest(first) || p.align !== first.align || kindsAtEnd.test(titleText(title))) break
    title.push(p)
  }
  return title
}

/** Finds the elements of a paper by what they say, in the order in which the standard puts them. */
export const partsOf = (document: ReadDocument): FoundParts => {
  const text = document.paragraphs.filter((p) => !p.inTable && !p.inBox)
  const number = document.paragraphs.slice(0, 40).find((p) => looseNumber.test(trimmed(p)))
  const from = number ? text.indexOf(number) + 1 : 0
  const title = titleAt(text, from)
  const afterTitle = title.length > 0 ? text.indexOf(title.at(-1)!) + 1 : from
  const annexAt = text.findIndex((p, i) => i > afterTitle && /^附\s*件\s*\d*[:：]?$/.test(trimmed(p)))
  const main = text.slice(afterTitle, annexAt < 0 ? undefined : annexAt)
  const addressee = main
    .filter((p) => !isEmpty(p))
    .slice(0, 2)
    .find((p) => /[:：]$/.test(trimmed(p)) && trimmed(p).length <= 120 && !/。/.test(p.text) && p.firstEms < 1)
  const bodyFrom = addressee ? main.indexOf(addressee) + 1 : 0
  const date = main.findLast((p, i) => i >= bodyFrom && looseDate.test(trimmed(p)))
  const end = date ? main.indexOf(date) : main.length
  const above = main
    .slice(bodyFrom, end)
    .filter((p) => !isEmpty(p))
    .at(-1)
  const signs = (p: ReadParagraph) =>
    trimmed(p).length <= 40 &&
    !/[。！？；：:，]$/.test(trimmed(p)) &&
    !/^附\s*件/.test(trimmed(p)) &&
    (p.align !== 'left' && p.align !== 'both' ? true : p.leftEms + p.firstEms > 6 || /^[\s\u3000]{8,}/.test(p.text))
  const signature = date && above && signs(above) ? above : undefined
  const bodyEnd = signature ? main.indexOf(signature) : end
  const enclosureAt = main.findIndex((p, i) => i >= bodyFrom && i < bodyEnd && /^附\s*件\s*[:：]/.test(trimmed(p)))
  const enclosures = enclosureAt < 0 ? [] : main.slice(enclosureAt, bodyEnd).filter((p) => !isEmpty(p))
  const closing = main.slice(0, bodyEnd)
  const last = closing.findLastIndex((p) => !isEmpty(p))
  return {
    number,
    title,
    addressee,
    body: main.slice(bodyFrom, enclosureAt < 0 ? bodyEnd : enclosureAt).filter((p) => !isEmpty(p)),
    enclosures,
    signature,
    date,
    sealLines: closing.length - 1 - last + ((signature ?? date)?.before ?? 0) / 28,
  }
}
