import { t } from '@gongyou/contract/kit/text.ts'
import type { PaperFinding } from '@gongyou/contract/papers/shapes.ts'
import { paperSheet } from '@gongyou/contract/papers/style.ts'
import { type ReadDocument, type ReadFooter, finding, fonts, isNear } from '../model.ts'

const { width, height, margin } = paperSheet
const sides = {
  top: t('上边距', 'top margin'),
  bottom: t('下边距', 'bottom margin'),
  left: t('左边距', 'left margin'),
  right: t('右边距', 'right margin'),
}
const shown = (n: number) => String(Math.round(n * 10) / 10)

/** Paper and margins: A4, 37, 35, 28 and 26 mm; one millimetre either way is forgiven. */
const sheet = ({ sections }: ReadDocument): PaperFinding[] => {
  const [first] = sections
  if (!first) return []
  const found: PaperFinding[] = []
  if (!isNear(first.width, width, 1) || !isNear(first.height, height, 1))
    found.push(
      finding(
        'paper-size',
        'must',
        undefined,
        t(
          `纸张是 ${shown(first.width)}×${shown(first.height)} 毫米，不是 A4`,
          `The paper is ${shown(first.width)} × ${shown(first.height)} mm, not A4`,
        ),
        t('在“页面设置”中把纸张改为 A4（210×297 毫米）', 'Set the paper to A4 (210 × 297 mm)'),
      ),
    )
  for (const side of ['top', 'bottom', 'left', 'right'] as const)
    if (!isNear(first[side], margin[side], 1))
      found.push(
        finding(
          `margin-${side}`,
          'must',
          undefined,
          t(
            `${sides[side].zh}是 ${shown(first[side])} 毫米，应为 ${margin[side]} 毫米`,
            `The ${sides[side].en} is ${shown(first[side])} mm, not ${margin[side]} mm`,
          ),
          t('在“页面设置”中设为上 37、下 35、左 28、右 26 毫米', 'Set the margins to 37 above, 35 beneath, 28 left, 26 right'),
        ),
      )
  return found
}

const numberForm = (footer: ReadFooter): PaperFinding[] => {
  const found: PaperFinding[] = []
  if (!/^—#—$/.test(footer.text.replace(/[\s\u3000]/g, '')))
    found.push(
      finding(
        'page-number-form',
        'must',
        undefined,
        t(`页码写作“${footer.text.trim().replace('#', '1')}”`, `The page number reads “${footer.text.trim().replace('#', '1')}”`),
        t('页码写作“— 1 —”：数字左右各一条一字线', 'Write it as “— 1 —”, with a dash on either side'),
      ),
    )
  if (!fonts.song.test(footer.font) || !isNear(footer.size, 14, 0.3))
    found.push(
      finding(
        'page-number-font',
        'should',
        undefined,
        t(`页码用的是${footer.font} ${shown(footer.size)} 磅`, `The page number is set in ${footer.font}, ${shown(footer.size)} pt`),
        t('页码用 4 号（14 磅）宋体', 'Set it in 宋体, 14 pt'),
      ),
    )
  return found
}

/** Page numbers: — 1 — in 宋体 14 pt, at the outer edge of each page. */
const pageNumbers = ({ footers, evenPages }: ReadDocument): PaperFinding[] => {
  const numbered = footers.filter((f) => f.text.includes('#'))
  const [odd] = numbered.filter((f) => f.pages === 'all')
  if (!odd)
    return [
      finding(
        'page-number-missing',
        'must',
        undefined,
        t('没有页码', 'There are no page numbers'),
        t('插入页码，4 号半角宋体数字，左右各放一条一字线，如“— 1 —”', 'Insert page numbers in 宋体 14 pt with a dash on either side: — 1 —'),
      ),
    ]
  const even = numbered.find((f) => f.pages === 'even')
  const outside = evenPages && even && /right|end/.test(odd.align) && !/right|end|center/.test(even.align)
  return [
    ...numberForm(odd),
    ...(outside
      ? []
      : [
          finding(
            'page-number-side',
            'should',
            undefined,
            t('页码没有按单双页分居左右', 'Page numbers do not stand at the outer edge'),
            t(
              '在页脚设置“奇偶页不同”：单页码居右空一字，双页码居左空一字',
              'Let odd and even pages differ: odd numbers at the right, even ones at the left, one square in',
            ),
          ),
        ]),
  ]
}

export const pageRules = (document: ReadDocument): PaperFinding[] => [...sheet(document), ...pageNumbers(document)]
