import { t } from '@gongyou/contract/kit/text.ts'
import { readNumber } from '@gongyou/contract/papers/number.ts'
import type { PaperFinding } from '@gongyou/contract/papers/shapes.ts'
import { finding, fonts, isNear, mostly } from '../model.ts'
import { type FoundParts, looseNumber, needsNoAddressee, titleText, trimmed } from '../parts.ts'

/** 文号: 〔〕 and nothing else, the whole year, no 第, no leading zero. */
const number = ({ number: at }: FoundParts): PaperFinding[] => {
  if (!at)
    return [
      finding(
        'number-missing',
        'should',
        undefined,
        t('没有找到发文字号', 'No document number was found'),
        t('在标题上方写发文字号，如“密工发〔2026〕12号”', 'Write the number above the title, such as 密工发〔2026〕12号'),
      ),
    ]
  const parts = looseNumber.exec(trimmed(at))!
  const [whole, , opening, first, year, , closing, second, serial] = parts
  // A draft has its brackets and no number yet.
  if (serial === '' && opening === '〔' && closing === '〕') return []
  if (readNumber(whole)) return []
  const wrong = (rule: string, zh: string, en: string, adviceZh: string, adviceEn: string) =>
    finding(rule, 'must', at, t(zh, en), t(adviceZh, adviceEn))
  const found: PaperFinding[] = []
  if (opening !== '〔' || closing !== '〕')
    found.push(
      wrong(
        'number-brackets',
        `文号的年份用了“${opening}${closing}”`,
        `The year stands in “${opening}${closing}”`,
        '年份用六角括号“〔〕”括起',
        'Use the six-cornered brackets 〔 〕',
      ),
    )
  if (first || second) found.push(wrong('number-di', '文号里有“第”字', 'The number contains 第', '去掉“第”，写作“12号”', 'Drop 第 and write 12号'))
  if (serial?.startsWith('0'))
    found.push(
      wrong(
        'number-zero',
        `序号“${serial}”前面补了零`,
        `The serial ${serial} has leading zeros`,
        '序号不编虚位，写作“1号”而不是“001号”',
        'Write 1号, not 001号',
      ),
    )
  if (year?.length !== 4)
    found.push(
      wrong('number-year', '文号的年份不全', 'The year is not written in full', '年份写全称，如“2026”', 'Write the whole year, such as 2026'),
    )
  if (found.length === 0)
    found.push(
      wrong(
        'number-form',
        '文号里有多余的空格或文字',
        'The number contains spaces or words too many',
        '写作“密工发〔2026〕12号”，中间不留空格',
        'Write 密工发〔2026〕12号 without spaces',
      ),
    )
  return found
}

const title = ({ title: lines }: FoundParts): PaperFinding[] => {
  const [first] = lines
  if (!first)
    return [
      finding(
        'title-missing',
        'must',
        undefined,
        t('没有找到标题', 'No title was found'),
        t('标题用 2 号小标宋体，居中排在红线下方', 'Set the title in 小标宋 22 pt, centred beneath the red rule'),
      ),
    ]
  const run = mostly(first.runs)
  const found: PaperFinding[] = []
  if (run && !fonts.title.test(run.font))
    found.push(
      finding(
        'title-font',
        'must',
        first,
        t(`标题用的是“${run.font}”`, `The title is set in ${run.font}`),
        t('标题用小标宋体（方正小标宋简体），不加粗', 'Set the title in 小标宋 (方正小标宋简体), not bold'),
      ),
    )
  if (run && !isNear(run.size, 22, 0.3))
    found.push(
      finding(
        'title-size',
        'must',
        first,
        t(`标题是 ${run.size} 磅`, `The title is ${run.size} pt`),
        t('标题用 2 号字（22 磅）', 'Set the title in 22 pt'),
      ),
    )
  if (first.align !== 'center')
    found.push(finding('title-centre', 'must', first, t('标题没有居中', 'The title is not centred'), t('标题居中排布', 'Centre the title')))
  const last = lines.at(-1)!
  if (/[。，；：]$/.test(trimmed(last)))
    found.push(finding('title-stop', 'should', last, t('标题末尾有标点', 'The title ends with a stop'), t('标题末尾不加标点', 'Leave the stop out')))
  return found
}

const addressee = ({ addressee: at, title: lines }: FoundParts): PaperFinding[] => {
  if (lines.length === 0 || needsNoAddressee.test(titleText(lines))) return []
  if (!at)
    return [
      finding(
        'addressee-missing',
        'must',
        undefined,
        t('没有找到主送机关', 'No addressee was found'),
        t('在标题下空一行，顶格写主送机关，末尾用全角冒号', 'One line beneath the title, flush left, write to whom it goes, ending in a colon'),
      ),
    ]
  if (trimmed(at).endsWith(':'))
    return [
      finding(
        'addressee-colon',
        'must',
        at,
        t('主送机关后面用了半角冒号', 'The addressee ends in a Latin colon'),
        t('改为全角冒号“：”', 'Use the full-width colon ：'),
      ),
    ]
  return []
}

export const headRules = (parts: FoundParts): PaperFinding[] => [...number(parts), ...title(parts), ...addressee(parts)]
