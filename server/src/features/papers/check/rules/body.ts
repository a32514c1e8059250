import { t } from '@gongyou/contract/kit/text.ts'
import type { PaperFinding } from '@gongyou/contract/papers/shapes.ts'
import { type ReadParagraph, finding, fonts, isNear, mostly } from '../model.ts'
import { type FoundParts, trimmed } from '../parts.ts'

type Level = 0 | 1 | 2 | 3 | 4
const han = '[一二三四五六七八九十百]'
/** Levels as they are meant, however they are written. */
const loose: readonly [Level, RegExp][] = [
  [1, new RegExp(`^${han}+\\s*[、，,.．]`)],
  [2, new RegExp(`^[（(]${han}+[)）]`)],
  [3, /^\d+\s*[.．、](?!\d)/],
  [4, /^[（(]\d+[)）]/],
]
const strict: Record<Exclude<Level, 0>, RegExp> = {
  1: new RegExp(`^${han}+、`),
  2: new RegExp(`^（${han}+）(?!、)`),
  3: /^\d+[.．]/,
  4: /^（\d+）(?!、)/,
}
const shownLevel: Record<Exclude<Level, 0>, string> = { 1: '一、', 2: '（一）', 3: '1.', 4: '（1）' }
const levelIn = (text: string): Level => loose.find(([, form]) => form.test(text))?.[0] ?? 0

const levels = (p: ReadParagraph): PaperFinding[] => {
  const text = trimmed(p)
  const level = levelIn(text)
  if (level === 0) return []
  const found: PaperFinding[] = []
  if (!strict[level].test(text))
    found.push(
      finding(
        `level${level}-form`,
        'must',
        p,
        t(`第${level}层序号写法不对`, `The numbering of level ${level} is written wrongly`),
        t(
          `第${level}层写作“${shownLevel[level]}”，层次依次为“一、”“（一）”“1.”“（1）”`,
          `Write level ${level} as ${shownLevel[level]}; the levels are 一、（一） 1. （1）`,
        ),
      ),
    )
  const font = p.runs.find((r) => r.text.trim() !== '')?.font ?? ''
  if (level === 1 && !fonts.black.test(font))
    found.push(
      finding(
        'level1-font',
        'must',
        p,
        t(`第一层标题用的是“${font}”`, `A heading of the first level is set in ${font}`),
        t('第一层标题用 3 号黑体', 'Set it in 黑体 16 pt'),
      ),
    )
  if (level === 2 && !fonts.kai.test(font))
    found.push(
      finding(
        'level2-font',
        'must',
        p,
        t(`第二层标题用的是“${font}”`, `A heading of the second level is set in ${font}`),
        t('第二层标题用 3 号楷体', 'Set it in 楷体 16 pt'),
      ),
    )
  return found
}

const setting = (p: ReadParagraph): PaperFinding[] => {
  const level = levelIn(trimmed(p))
  const run = mostly(p.runs)
  const found: PaperFinding[] = []
  if (run && (level === 0 || level >= 3) && !fonts.text.test(run.font))
    found.push(
      finding(
        'body-font',
        'must',
        p,
        t(`正文用的是“${run.font}”`, `The text is set in ${run.font}`),
        t('正文用仿宋体（仿宋_GB2312）', 'Set the text in 仿宋 (仿宋_GB2312)'),
      ),
    )
  if (run && !isNear(run.size, 16, 0.3))
    found.push(
      finding('body-size', 'must', p, t(`正文是 ${run.size} 磅`, `The text is ${run.size} pt`), t('正文用 3 号字（16 磅）', 'Set the text in 16 pt')),
    )
  if (!p.line.exact || p.line.points < 27 || p.line.points > 30)
    found.push(
      finding(
        'line-height',
        'must',
        p,
        t(
          p.line.exact ? `行距是固定值 ${p.line.points} 磅` : '行距不是固定值',
          p.line.exact ? `Lines are ${p.line.points} pt high` : 'The line height is not exact',
        ),
        t('行距设为固定值 28 磅，每面 22 行', 'Set the line height to exactly 28 pt: 22 lines a page'),
      ),
    )
  if (/^[\u3000 ]{2,}/.test(p.text))
    found.push(
      finding(
        'indent-spaces',
        'should',
        p,
        t('用空格代替了首行缩进', 'Spaces stand in for the indent'),
        t('删去段首空格，设首行缩进 2 字符', 'Delete them and set a first-line indent of two squares'),
      ),
    )
  else if (!isNear(p.firstEms + p.leftEms, 2, 0.3))
    found.push(
      finding(
        'indent',
        'must',
        p,
        t('段首没有空两字', 'The paragraph does not begin two squares in'),
        t('设首行缩进 2 字符，回行顶格', 'Set a first-line indent of two squares'),
      ),
    )
  return found
}

export const bodyRules = ({ body }: FoundParts): PaperFinding[] => {
  if (body.length === 0)
    return [
      finding(
        'body-missing',
        'must',
        undefined,
        t('没有找到正文', 'No text was found'),
        t('在主送机关下一行写正文', 'Write the text beneath the addressee'),
      ),
    ]
  return body.flatMap((p) => [...levels(p), ...setting(p)])
}
