import { type FigureDeclaration, partsOf } from '@gongyou/contract/kit/figure.ts'
import { type Text, t } from '@gongyou/contract/kit/text.ts'
import { FigureShape, asFigure } from '@gongyou/contract/statistics/designs.ts'
import type { Catalogue } from '../catalogue.ts'

export type Fault = { path: string; says: Text }
const everywhere = ['month', 'town', 'org']

/** What the shape found wrong, in words: the officer knows nothing of shapes. */
const wordsOf = (path: string): Text =>
  path === 'unit'
    ? t('单位与算法不合：人按人去重，人次按次数，两者不能互换', 'The unit does not fit the measure: persons are counted once, attendances each time')
    : t('请填写，或重新选择', 'Please fill in, or choose again')

const factFaults = (catalogue: Catalogue, f: FigureDeclaration): Fault[] =>
  Object.entries(partsOf(f)).flatMap(([part, cut]) => {
    const fact = catalogue.facts.find((d) => d.code === cut.fact)
    if (!fact) return [{ path: `${part}.fact`, says: t('没有这种事实', 'No such fact') }]
    const strange = Object.keys(cut.where ?? {}).filter((name) => !fact.by.includes(name))
    return strange.map((name) => ({ path: `${part}.where.${name}`, says: t('这种事实没有这个分组', 'This fact has no such dimension') }))
  })

const measureFaults = (catalogue: Catalogue, f: FigureDeclaration): Fault[] => {
  const fact = catalogue.facts.find((d) => d.code === f.of.fact)
  if (!fact) return []
  const falls = Object.values(fact.acts).some((w) => w < 0)
  const wrong: [boolean, Fault][] = [
    [
      f.measure === 'sum' && !fact.sums && !falls,
      { path: 'measure', says: t('这种事实没有可以累加的量，请改为计数', 'Nothing to add up in this fact; count instead') },
    ],
    [f.measure === 'stock' && !falls, { path: 'measure', says: t('这种事实只增不减，不能算某日的总数', 'This fact only grows; it has no stock') }],
    [
      (f.measure === 'count' || f.measure === 'attendances') && falls,
      { path: 'measure', says: t('这种事实有增有减，请用总数', 'This fact rises and falls; use a stock') },
    ],
    [
      f.by.some((name) => !everywhere.includes(name) && !fact.by.includes(name)),
      { path: 'by', says: t('有的分组这种事实没有', 'Some dimension is not of this fact') },
    ],
    [f.measure === 'stock' && f.by.includes('month'), { path: 'by', says: t('总数不按月分组', 'A stock is not split by month') }],
  ]
  return wrong.filter(([is]) => is).map(([, fault]) => fault)
}

/** The draft as a figure, or why it is none yet. */
export const readDesign = (catalogue: Catalogue, definition: unknown): { figure: FigureDeclaration | null; faults: Fault[] } => {
  const read = FigureShape.safeParse(definition)
  if (!read.success) {
    const paths = [...new Set(read.error.issues.map((i) => i.path.join('.')))].slice(0, 20)
    return { figure: null, faults: paths.map((path) => ({ path, says: wordsOf(path) })) }
  }
  const figure = asFigure(read.data)
  return { figure, faults: [...factFaults(catalogue, figure), ...measureFaults(catalogue, figure)] }
}
