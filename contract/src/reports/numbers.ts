/** A number that somebody has typed, and where it stands. */
export type Typed = { readonly at: number; readonly text: string }

const measure = '(?:人次|场次|万元|亿元|百分点|小时|课时|人|名|位|户|家|个|场|次|件|起|项|期|批|份|条|门|支|元|天|倍|成|星|处|套|本|辆|%|％)'
const chinese = '[〇零一二两三四五六七八九十百千万亿]'

/** Numbers that count nothing: days, document numbers, ordinals, telephone numbers, names of programmes and meetings. */
const names: readonly RegExp[] = [
  /\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:\s*[至—－-]+\s*(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?)?/g,
  /\d{4}\s*[—－-]+\s*\d{4}年?/g,
  /\d{4}-\d{2}-\d{2}/g,
  /\d{1,2}月(?:\d{1,2}日)?(?:\s*[至—－-]+\s*(?:\d{1,2}月)?\d{1,2}日?)?/g,
  /\d{1,2}日/g,
  /[\u4e00-\u9fff]*[〔[]\d{4}[〕\]]\d+号/g,
  /\d+(?:\+\d+)+/g,
  /123(?:45|51|33)/g,
  /第[\d一二三四五六七八九十百]+(?:个|届|次|期|号|批|季度|方面|者|年)?/g,
  /GB\/T\s*[\d.-]+/g,
  /[“「]?[一二三四五六七八九十]{1,3}五[”」]?(?:时期|期间|规划|收官|末|开局|普法|以来|成就|工作|发展|蓝图)/g,
  /[“「](?:十[一二三四五六]五|[五六七八九]五)[”」]/g,
  /[十二一]{1,3}大(?:精神|报告|以来|代表|召开)?/g,
  /二十届?[一二三四五六七]?中全会/g,
  /[“「]?(?:五一|三八|六一|七一|八一|十一|五四|九九重阳)[”」]?(?:国际|妇女|儿童|劳动|节|奖章|口号|前夕|期间|青年)/g,
  /一函两书|七方联动|四合一|四必谈|三重一大|两个责任|两个维护|两个确立|四个意识|四个自信|八项规定|法律十进|十百千万|四送|三个工会|一呼来|双沟通|双提升|两手抓|两新|三新|最后一公里|[一二三四五六七八九]位一体/g,
  /一(?:个个|个|次次|次|批批|批|项项|项|场场|场|件件|件|家|条|份|名|位|处|套|支|门|期|天|人|本|户|起)/g,
  /万(?:里|众|家|物|事|千|分)|千(?:方|家|行|秋|里|万|锤)|百(?:花|姓|年|业|强|尺|炼|家争)|十分|百分百|三(?:令|番|届|思)|五(?:湖|谷|星)|四(?:海|季|处|面)|八(?:方|段锦)/g,
]

const arabic = new RegExp(`(?:近|超过?|逾|约)?\\d+(?:,\\d{3})*(?:\\.\\d+)?(?:余|多)?(?:百|千)?[万亿]?(?:余|多)?(?:${measure})?(?:以上|左右)?`, 'g')
const worded = new RegExp(
  `百分之${chinese}+(?:点${chinese}+)?|(?:近|超过?|逾|约|数)?(?:${chinese}+|[几数][十百千万亿]*)(?:余|多|几)?(?:${measure})(?!以|一|合)|(?:近|数|上)[十百千]?[百千万亿](?=职工|会员|群众|农民|劳动者)`,
  'g',
)

/** Every number in a text that is neither a token nor a name: what a report may not say without a source. */
export const numbersIn = (text: string): readonly Typed[] => {
  // What counts nothing is blanked, so that places keep their numbers.
  const rest = names.reduce((t, name) => t.replace(name, (m) => '\u3000'.repeat(m.length)), text)
  const found = [...rest.matchAll(arabic), ...rest.matchAll(worded)].map((m) => ({ at: m.index, text: m[0] }))
  return found
    .filter(
      (f, i) =>
        !found.some((o, j) => j !== i && o.at <= f.at && o.at + o.text.length >= f.at + f.text.length && (o.text.length > f.text.length || j < i)),
    )
    .sort((a, b) => a.at - b.at)
}
