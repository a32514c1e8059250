import type { FigureLine } from '@gongyou/contract/returns/form.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { asking } from '../../../kit/api.ts'
import { say } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'
import { put } from './draft.ts'
import { Line } from './LineFields.tsx'

type Pair = { name: string; value: string }
const pairsOf = (where: string | undefined): Pair[] =>
  (where ?? '')
    .split(',')
    .filter(Boolean)
    .map((pair) => ({ name: pair.slice(0, pair.indexOf(':')), value: pair.slice(pair.indexOf(':') + 1) }))
const whereOf = (pairs: readonly Pair[]) => pairs.map((p) => `${p.name}:${p.value}`).join(',')

/** What a dimension of a figure is called and which values it has had. */
const Value = ({ figure, pair, onValue }: { figure: string; pair: Pair; onValue: (value: string) => void }) => {
  const found = useQuery({ ...asking('getFigure', { params: { code: figure }, query: { by: pair.name } }), staleTime: 60_000 })
  const options = (found.data?.groups ?? []).flatMap((g) => (g.key === null ? [] : [{ value: g.key, label: say(g.label) }]))
  return (
    <Select
      aria-label={w('取哪一类', 'Which of them')}
      loading={found.isLoading}
      showSearch={{ optionFilterProp: 'label' }}
      value={pair.value || null}
      placeholder={w('请选择', 'Choose')}
      options={options.some((o) => o.value === pair.value) || !pair.value ? options : [{ value: pair.value, label: pair.value }, ...options]}
      onChange={onValue}
    />
  )
}

/** Every figure of the catalogue, found by its name, its code or its definition. */
export const FigurePicker = ({ value, onChange }: { value: string | null; onChange: (code: string) => void }) => {
  const figures = useQuery({ ...asking('listFigures', {}), staleTime: 60_000 })
  return (
    <Select
      style={{ width: '100%' }}
      aria-label={w('数字', 'Figure')}
      placeholder={w('按名称或口径查找', 'Find by name or definition')}
      loading={figures.isLoading}
      showSearch={{ optionFilterProp: 'find' }}
      value={value || null}
      options={(figures.data?.figures ?? []).map((f) => ({
        value: f.code,
        label: `${say(f.name)}（${say(f.unitName)}）`,
        find: `${f.name.zh} ${f.name.en} ${f.code} ${f.definition.zh}`,
        definition: say(f.definition),
      }))}
      optionRender={({ label, data }) => (
        <div>
          {label}
          <div className="quiet small" style={{ whiteSpace: 'normal' }}>
            {data.definition}
          </div>
        </div>
      )}
      onChange={onChange}
    />
  )
}

type Props = { line: FigureLine; onLine: (next: FigureLine) => void; faultAt: (path: string) => string | undefined }

/** A line that is counted: which figure, which part of it, and what it is called here. */
export const FigureFields = ({ line, onLine, faultAt }: Props) => {
  const figures = useQuery({ ...asking('listFigures', {}), staleTime: 60_000 })
  const figure = figures.data?.figures.find((f) => f.code === line.figure)
  const pairs = pairsOf(line.where)
  const set = (next: readonly Pair[]) => onLine(put(line, { where: whereOf(next) }))
  const splits = (figure?.dimensions ?? []).filter((d) => !['month', 'town', 'org'].includes(d.code))
  const free = splits.filter((d) => !pairs.some((p) => p.name === d.code))
  return (
    <>
      <Line label={w('数字', 'Figure')} {...(figure ? { hint: say(figure.definition) } : {})} fault={faultAt('figure')}>
        <FigurePicker value={line.figure} onChange={(code) => onLine(put(line, { figure: code, where: undefined }))} />
      </Line>
      <Line label={w('在表里叫什么（空着用数字的名称）', 'Called in the table (empty: by its own name)')} fault={faultAt('label')}>
        <Input
          aria-label={w('在表里叫什么', 'Called in the table')}
          maxLength={60}
          placeholder={figure ? say(figure.name) : ''}
          value={line.label?.zh ?? ''}
          onChange={(e) => onLine(put(line, { label: e.target.value ? { zh: e.target.value, en: '' } : undefined }))}
        />
      </Line>
      {splits.length > 0 && (
        <Line wide label={w('只取其中', 'Only of them')} fault={faultAt('where')}>
          {pairs.map((pair, i) => (
            <div key={pair.name} className="design-pair">
              <span>{say(splits.find((d) => d.code === pair.name)?.name ?? { zh: pair.name, en: pair.name })}</span>
              <Value figure={line.figure} pair={pair} onValue={(value) => set(pairs.map((p, n) => (n === i ? { ...p, value } : p)))} />
              <Button type="text" size="small" onClick={() => set(pairs.filter((_, n) => n !== i))}>
                {w('去掉', 'Remove')}
              </Button>
            </div>
          ))}
          {free.length > 0 && (
            <Select
              style={{ width: 200 }}
              aria-label={w('加一个条件', 'Add a condition')}
              placeholder={w('全部（可加条件）', 'All (a condition may be added)')}
              value={null}
              options={free.map((d) => ({ value: d.code, label: say(d.name) }))}
              onChange={(name: string | null) => name && set([...pairs, { name, value: '' }])}
            />
          )}
        </Line>
      )}
    </>
  )
}
