/** A document number 文号 in its parts: 密工函〔2026〕12号. */
export type PaperNumber = { prefix: string; year: number; serial: number }

/** Writes a number as GB/T 9704-2012 (7.2.5) asks: six-cornered brackets, the whole year, no 第, no leading zeros. */
export const showNumber = ({ prefix, year, serial }: PaperNumber) => `${prefix}〔${year}〕${serial}号`

/** What stands where the number will stand, while the paper is a draft. */
export const blankNumber = (prefix: string, year: number) => `${prefix}〔${year}〕　号`

/** Reads a number that is written rightly; `undefined` for every other text. */
export const readNumber = (text: string): PaperNumber | undefined => {
  const parts = /^([\u4e00-\u9fff]{2,20})〔(\d{4})〕([1-9]\d*)号$/.exec(text)
  return parts ? { prefix: parts[1]!, year: Number(parts[2]), serial: Number(parts[3]) } : undefined
}
