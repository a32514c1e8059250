import { t } from '@gongyou/contract/kit/text.ts'
import type { PaperFinding } from '@gongyou/contract/papers/shapes.ts'
import { finding } from '../model.ts'
import { type FoundParts, titleText, trimmed } from '../parts.ts'

/** 附件说明: 附件：1.名称, no title marks and no stop after the name. */
const enclosures = ({ enclosures: lines }: FoundParts): PaperFinding[] =>
  lines.flatMap((p, i) => {
    const text = trimmed(p)
    const found: PaperFinding[] = []
    if (i === 0 && /^附\s*件\s*:/.test(text))
      found.push(
        finding(
          'enclosure-colon',
          'must',
          p,
          t('“附件”后面用了半角冒号', 'A Latin colon follows 附件'),
          t('改为全角冒号“：”', 'Use the full-width colon ：'),
        ),
      )
    if (/^(附\s*件\s*[:：])?\s*\d+\s*、/.test(text))
      found.push(
        finding(
          'enclosure-order',
          'must',
          p,
          t('附件顺序号后面用了顿号', 'The number of an enclosure is followed by 、'),
          t('顺序号写作“1.”，如“附件：1.名单”', 'Write 1. as in 附件：1.名单'),
        ),
      )
    if (/[。；，;.]$/.test(text))
      found.push(
        finding(
          'enclosure-stop',
          'must',
          p,
          t('附件名称后面有标点', 'A stop follows the name of an enclosure'),
          t('附件名称后不加标点', 'Leave the stop out'),
        ),
      )
    if (/《.*》/.test(text))
      found.push(
        finding(
          'enclosure-marks',
          'must',
          p,
          t('附件名称加了书名号', 'The name of an enclosure stands in title marks'),
          t('附件名称不用书名号', 'Leave the title marks out'),
        ),
      )
    return found
  })

const date = ({ date: at }: FoundParts): PaperFinding[] => {
  if (!at)
    return [
      finding(
        'date-missing',
        'must',
        undefined,
        t('没有找到成文日期', 'No date was found'),
        t('在署名下一行右空四字写成文日期，如“2026年11月20日”', 'Beneath the signature, four squares from the right, write the date: 2026年11月20日'),
      ),
    ]
  const text = trimmed(at)
  if (text.startsWith('年') || /^\d{4}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日$/.test(text)) return []
  return [
    finding(
      'date-form',
      'must',
      at,
      t(`成文日期写作“${text}”`, `The date reads “${text}”`),
      t('用阿拉伯数字写全年月日，月日不编虚位，如“2026年1月5日”', 'Write it in digits with 年月日 and no leading zeros: 2026年1月5日'),
    ),
  ]
}

const signature = ({ signature: at, date: day, title, sealLines }: FoundParts): PaperFinding[] => {
  // Minutes are not sealed: neither signature nor seal.
  if (titleText(title).endsWith('纪要')) return []
  if (!at)
    return day
      ? [
          finding(
            'signature-missing',
            'must',
            day,
            t('成文日期上方没有发文机关署名', 'No name of the issuing body stands above the date'),
            t('在成文日期上一行写发文机关全称或规范化简称', 'Write the name of the issuing body above the date'),
          ),
        ]
      : [
          finding(
            'signature-missing',
            'must',
            undefined,
            t('没有找到发文机关署名', 'No name of the issuing body was found'),
            t('在正文之后写发文机关全称或规范化简称', 'Write the name of the issuing body after the text'),
          ),
        ]
  if (sealLines < 1)
    return [
      finding(
        'seal-place',
        'must',
        at,
        t('署名前没有给印章留位置', 'There is no room for the seal above the signature'),
        t('正文（或附件说明）与署名之间空两行，并与正文排在同一面', 'Leave two lines between text and signature, on the same page'),
      ),
    ]
  return []
}

export const endRules = (parts: FoundParts): PaperFinding[] => [...enclosures(parts), ...signature(parts), ...date(parts)]
