import { units } from '@gongyou/contract/kit/units.ts'
import { departments } from '@gongyou/contract/statistics/departments.ts'
import type { FigureDesign } from '@gongyou/contract/statistics/designs.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Checkbox, Input, Select, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { DesignFrame } from '../../kit/design/DesignFrame.tsx'
import { useDesign } from '../../kit/design/use-design.ts'
import { Failure } from '../../kit/Failure.tsx'
import { language, say } from '../../kit/language.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { type Cut, CutFields, type Facts } from './CutFields.tsx'
import { TryFigure } from './TryFigure.tsx'
import './figures.css'

type Draft = {
  measure: string
  unit: string
  of: Cut
  among?: Cut
  by: string[]
  owner: string
  name: { zh: string; en: string }
  definition: { zh: string; en: string }
}

const measures = () => [
  { value: 'count', label: w('计数：每条记录计一', 'Count: each record is one') },
  { value: 'persons', label: w('人：按人去重', 'Persons: each once') },
  { value: 'attendances', label: w('人次：每条记录计一人次', 'Attendances: each record is one') },
  { value: 'sum', label: w('累加：金额、数量之和', 'Sum: of amounts') },
  { value: 'stock', label: w('总数：截至某日还有多少', 'Stock: how many on a day') },
  { value: 'rate', label: w('比率：分子除以分母', 'Rate: numerator by denominator') },
]
/** The unit that a measure leaves no choice about. */
const onlyUnit: Record<string, string> = { persons: 'persons', attendances: 'attendances', rate: 'percent' }
const quotients = ['percent', 'days', 'stars']

const Named = ({ name, fault, children }: { name: string; fault: string | undefined; children: ReactNode }) => (
  <div style={{ marginBottom: 16 }}>
    <div className="quiet" style={{ marginBottom: 4 }}>
      {name}
    </div>
    {children}
    {fault && (
      <div className="fault" role="alert">
        {fault}
      </div>
    )}
  </div>
)

const Editor = ({ design, facts }: { design: FigureDesign; facts: Facts }) => {
  const go = useNavigate()
  const queries = useQueryClient()
  const state = useDesign<Draft, FigureDesign>({
    design,
    start: design.definition as Draft,
    save: (version, draft) => ask('saveFigureDesign', { params: { id: design.id }, body: { version, definition: { ...draft } } }),
  })
  const { thing: draft, faultAt } = state
  const change = (next: Partial<Draft>) => state.change({ ...draft, ...next })
  const measure = (m: string) => {
    const { among: _, ...rest } = draft
    state.change({
      ...rest,
      measure: m,
      unit: onlyUnit[m] ?? (onlyUnit[draft.measure] ? 'items' : draft.unit),
      ...(m === 'rate' ? { among: draft.of } : {}),
    })
  }
  const fact = facts.find((f) => f.code === draft.of.fact)
  const dimensions = [
    { value: 'month', label: w('月份', 'Month') },
    { value: 'town', label: w('镇街', 'Town') },
    { value: 'org', label: w('工会', 'Union') },
    ...(fact?.dimensions ?? []).map((d) => ({ value: d.code, label: d.name[language()] })),
  ]
  return (
    <DesignFrame
      back={{ to: '/figures', name: w('数字与来源', 'Figures') }}
      title={say(draft.name)}
      state={state}
      drop={() => ask('dropFigureDesign', { params: { id: design.id } })}
      publish={(version, because) => ask('publishFigureDesign', { params: { id: design.id }, body: { version, because } })}
      onPublished={({ code }) => {
        void queries.invalidateQueries()
        void go({ to: '/figures/$code' as string, params: { code } as never })
      }}
      says={w('发布后全区可见；已经发布出去的数字仍按原来的版本。', 'Seen by the whole district; published numbers keep their revision.')}
    >
      <div className="columns">
        <Sheet title={w('口径', 'Definition')}>
          <Named name={w('名称', 'Name')} fault={faultAt('name')}>
            <Input
              maxLength={40}
              aria-label={w('名称', 'Name')}
              value={draft.name.zh}
              onChange={(e) => change({ name: { ...draft.name, zh: e.target.value } })}
            />
          </Named>
          <Named name={w('用一句话说清数的是什么', 'What exactly is counted, in a sentence')} fault={faultAt('definition')}>
            <Input.TextArea
              rows={2}
              maxLength={300}
              aria-label={w('口径说明', 'Definition')}
              value={draft.definition.zh}
              onChange={(e) => change({ definition: { ...draft.definition, zh: e.target.value } })}
            />
          </Named>
          <Named name={w('怎么数', 'How it is counted')} fault={faultAt('measure')}>
            <Select style={{ width: '100%' }} aria-label={w('怎么数', 'Measure')} value={draft.measure} options={measures()} onChange={measure} />
          </Named>
          <Named name={draft.measure === 'rate' ? w('分子', 'Numerator') : w('数什么', 'What')} fault={faultAt('of')}>
            <CutFields facts={facts} cut={draft.of} onChange={(of) => change({ of, by: of.fact === draft.of.fact ? draft.by : ['town', 'org'] })} />
          </Named>
          {draft.measure === 'rate' && draft.among && (
            <Named name={w('分母', 'Denominator')} fault={faultAt('among')}>
              <CutFields facts={facts} cut={draft.among} onChange={(among) => change({ among })} />
            </Named>
          )}
          <Named name={w('单位', 'Unit')} fault={faultAt('unit')}>
            <Select
              style={{ width: 160 }}
              aria-label={w('单位', 'Unit')}
              disabled={onlyUnit[draft.measure] !== undefined}
              value={draft.unit}
              options={Object.entries(units)
                .filter(([code]) => code === draft.unit || !quotients.includes(code))
                .map(([value, u]) => ({ value, label: u[language()] }))}
              onChange={(unit) => change({ unit })}
            />
          </Named>
          <Named name={w('可以怎么分组', 'How it may be split')} fault={faultAt('by')}>
            <Checkbox.Group value={draft.by} options={dimensions} onChange={(by) => change({ by: by as string[] })} />
          </Named>
          <Named name={w('归口部门', 'Department')} fault={faultAt('owner')}>
            <Select
              style={{ width: 200 }}
              aria-label={w('归口部门', 'Department')}
              value={draft.owner}
              options={Object.entries(departments).map(([value, d]) => ({ value, label: d[language()] }))}
              onChange={(owner) => change({ owner })}
            />
          </Named>
        </Sheet>
        <TryFigure id={design.id} ready={state.ready} version={state.saved.version} />
      </div>
    </DesignFrame>
  )
}

/** A figure being made: a fact, which of it, how it is counted; tried on real records before anybody sees it. */
export const FigureDesignPage = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  const one = useQuery({ ...asking('getFigureDesign', { params: { id } }), staleTime: Infinity })
  const facts = useQuery({ ...asking('listFacts', {}), staleTime: Infinity })
  if (one.isError) return <Failure error={one.error} onRetry={() => one.refetch()} />
  if (!one.data || !facts.data) return <Skeleton active />
  return <Editor key={id} design={one.data} facts={facts.data.facts} />
}
