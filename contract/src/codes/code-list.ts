import { tidy } from '../kit/typed-input.ts'

/** One value of a code list: the code that is stored, both labels, and what else people write for it. */
export type CodeEntry = { readonly code: string; readonly zh: string; readonly en: string; readonly also?: readonly string[] }

/** A code list, in the order in which it is shown. */
export type CodeList = readonly CodeEntry[]

/** The codes of a list as a union type. */
export type CodeIn<L extends CodeList> = L[number]['code']

const indexes = new WeakMap<CodeList, Map<string, string>>()

/**
 * The code a spreadsheet cell means: the code itself (also with lost leading zeros), either label, a synonym, or code and
 * label together (“01 汉族”, “1-男”); undefined when it means none. Empty cells give undefined; ask for them beforehand.
 */
export function codeOf<L extends CodeList>(list: L, cell: string | number): CodeIn<L> | undefined {
  const typed = keyOf(String(cell))
  if (typed === '') return undefined
  const index = indexOf(list)
  const whole = index.get(typed)
  if (whole !== undefined) return whole
  const both = /^(\d+)[-.、:,_/|]*(\D.*)$/.exec(typed)
  if (both === null) return undefined
  const byNumber = index.get(both[1] ?? '')
  // Both halves must agree: “2 男” is a contradiction, and guessing either half would file it under a wrong head.
  return byNumber !== undefined && byNumber === index.get(keyOf(both[2] ?? '')) ? byNumber : undefined
}

/** The entry of a stored code. Throws RangeError for a code that is not of the list. */
export function entryOf<L extends CodeList>(list: L, code: CodeIn<L>): CodeEntry {
  const entry = list.find((e) => e.code === code)
  if (entry === undefined) throw new RangeError('no such code: ' + code)
  return entry
}

function keyOf(cell: string): string {
  return tidy(cell)
    .toLowerCase()
    .replace(/(?<=.)[(【[][^)】\]]*[)】\]]$/, '')
    .replace(/[·•、。]+$/, '')
}

function indexOf(list: CodeList): Map<string, string> {
  const known = indexes.get(list)
  if (known !== undefined) return known
  const index = new Map<string, string>()
  // Earlier names win: a synonym never takes a label away from its owner, nor a shortened number a full code.
  const learn = (name: string, code: string) => {
    const key = keyOf(name)
    if (key !== '' && !index.has(key)) index.set(key, code)
  }
  for (const e of list) learn(e.code, e.code)
  for (const e of list) {
    learn(e.zh, e.code)
    learn(e.en, e.code)
  }
  for (const e of list) for (const name of e.also ?? []) learn(name, e.code)
  for (const e of list) if (/^0+\d/.test(e.code)) learn(e.code.replace(/^0+(?=\d)/, ''), e.code)
  indexes.set(list, index)
  return index
}
