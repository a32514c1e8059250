import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import dayjs from 'dayjs'
import { asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { language } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import './figures.css'

/** A flow is shown for this year so far, a stock for today; the tile says which. */
const Tile = ({ code, kind }: { code: string; kind: 'flow' | 'stock' }) => {
  const figure = useQuery(
    asking('getFigure', { params: { code }, query: kind === 'flow' ? { from: dayjs().startOf('year').format('YYYY-MM-DD') } : {} }),
  )
  if (!figure.data) return <Skeleton active paragraph={{ rows: 1 }} />
  const { definition: d, value, records, to } = figure.data
  return (
    <Link to={'/figures/$code' as string} params={{ code } as never} className="sheet figure-tile">
      <span>
        {d.name[language()]}{' '}
        <span className="quiet small">{kind === 'flow' ? w('今年以来', 'This year so far') : w(`截至 ${to}`, `As of ${to}`)}</span>
      </span>
      <span className="figure-number">
        {value === null ? '—' : value.toLocaleString()}
        <small>{d.unitName[language()]}</small>
      </span>
      <span className="quiet small">{d.definition[language()]}</span>
      <span className="quiet small">{w(`来自 ${records.toLocaleString()} 条记录`, `From ${records.toLocaleString()} records`)}</span>
    </Link>
  )
}

/** The catalogue: every figure with its definition, within reach. */
export const FiguresPage = () => {
  const list = useQuery(asking('listFigures', {}))
  return (
    <>
      <div className="page-head">
        <h1>{w('数字与来源', 'Figures and their sources')}</h1>
      </div>
      {list.isError && <Failure error={list.error} />}
      <div className="figure-tiles">
        {list.data?.figures.map((f) => (
          <Tile key={f.code} code={f.code} kind={f.kind} />
        ))}
      </div>
    </>
  )
}
