import { t, type Text } from '../kit/text.ts'
import { type Unit, units } from '../kit/units.ts'
import { type Content, linesOf, type Line, textOf } from './content.ts'
import { numbersIn } from './numbers.ts'
import { measureWords } from './token.ts'

/** What of a token is checked in the text around it. */
export type Checked = {
  readonly code: string
  readonly text: string
  readonly value: number | null
  readonly unit: Unit
  readonly source: string
  readonly parts: object | null
}
export type Fault = {
  readonly rule: 'typed-number' | 'no-value' | 'unit' | 'bare-rate' | 'empty'
  readonly weight: 'must' | 'should' | 'notice'
  readonly chapter: number | null
  readonly block: number | null
  readonly words: string
  readonly token: string | null
  readonly says: Text
}

const typedIn = (line: Line) => numbersIn(line.map((p) => (typeof p === 'string' ? p : '\u0001')).join('')).map((n) => n.text)

const allWords = [...new Set(Object.values(measureWords).flat())].filter(Boolean).sort((a, b) => b.length - a.length)

/** The measure word that follows a token which has one already, or says another unit than the token counts. */
const wordAfter = (line: Line, i: number, token: Checked): string | undefined => {
  const next = line[i + 1]
  if (typeof next !== 'string') return undefined
  const word = allWords.find((w) => next.startsWith(w))
  if (
    !word ||
    /^(?:人员|人数|人民|人才|人均|户外|户籍|家庭|家长|家政|家属|项目|个人|个体|次数|次日|件数|名额|名单|名师|名称|条件|条例|天津|天然|分别|成员|成立|成为|成果|成效|成长|位置|位于|元旦|元宵|星级|星期|场地|场馆|场所|场站|支持|支部|支撑|份额|期间|期末|批准|批评|门票|门类|处理|处置|本|课程|小时工)/.test(
      next,
    )
  )
    return undefined
  const open = token.text.match(/\d$|[万亿余多]$/) !== null
  return open && measureWords[token.unit].includes(word) ? undefined : word
}

const unitNote = (token: Checked, word: string): Text =>
  t(
    `“${token.text}”数的是${units[token.unit].zh}，后面又写了“${word}”，请只留一个单位。`,
    `“${token.text}” counts ${units[token.unit].en}; “${word}” behind it says it again or otherwise.`,
  )

/** What is off in a text by itself: numbers without a source, tokens without a value, units that do not fit, rates without their parts. */
export const faultsIn = (content: Content, tokens: readonly Checked[]): readonly Fault[] => {
  const known = new Map(tokens.map((k) => [k.code, k]))
  const faults: Fault[] = []
  const add = (chapter: number, block: number, f: Omit<Fault, 'chapter' | 'block'>) => faults.push({ chapter, block, ...f })
  content.chapters.forEach((c, chapter) => {
    if (c.blocks.every((b) => linesOf(b).every((l) => textOf(l, () => '1').trim() === '')))
      add(chapter, 0, { rule: 'empty', weight: 'notice', words: c.title, token: null, says: t('这一章没有内容。', 'This chapter is empty.') })
    c.blocks.forEach((b, block) =>
      linesOf(b).forEach((line) => {
        for (const words of typedIn(line))
          add(chapter, block, {
            rule: 'typed-number',
            weight: 'must',
            words,
            token: null,
            says: t(
              `“${words}”没有来源：请换成系统数字，或注明不是系统数字及其来源。`,
              `“${words}” has no source: make it a token, or mark where it comes from.`,
            ),
          })
        line.forEach((p, i) => {
          const token = typeof p === 'object' && 'token' in p ? known.get(p.token) : undefined
          if (!token) return
          if (token.value === null)
            add(chapter, block, {
              rule: 'no-value',
              weight: 'must',
              words: token.text,
              token: token.code,
              says: t(
                '这个数字没有值（分母为零或没有记录），请删去这句或换一个数字。',
                'This figure has no value; take the sentence out or choose another.',
              ),
            })
          const word = wordAfter(line, i, token)
          if (word) add(chapter, block, { rule: 'unit', weight: 'should', words: token.text, token: token.code, says: unitNote(token, word) })
          if (token.unit === 'percent' && token.source === 'printed')
            add(chapter, block, {
              rule: 'bare-rate',
              weight: 'notice',
              words: token.text,
              token: token.code,
              says: t('这个比率没有分子、分母。', 'This rate does not say out of how many.'),
            })
        })
      }),
    )
  })
  return faults
}
