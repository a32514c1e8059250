import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import dayjs from 'dayjs'
import { asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { language } from '../../kit/language.ts'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { FigureDrafts } from './FigureDrafts.tsx'
import { shown } from './words.ts'
import './figures.css'

/** The catalogue: every figure with its definition, within reach, by the department that answers for it. One question for all. */
export const FiguresPage = () => {
  const may = useMay()
  const list = useQuery(asking('listFigures', {}))
  const values = useQuery(asking('listFigureValues', { query: { from: dayjs().startOf('year').format('YYYY-MM-DD') } }))
  if (list.isError) return <Failure error={list.error} onRetry={() => list.refetch()} />
  const found = new Map(values.data?.values.map((v) => [v.code, v]))
  const owners = [...new Set(list.data?.figures.map((f) => f.owner))]
  return (
    <>
      <div className="page-head">
        <h1>{w('数字与来源', 'Figures and their sources')}</h1>
        <span className="quiet">{w('今年以来；总数截至今天', 'This year so far; stocks as of today')}</span>
        <span className="spring" />
        {may('statistics.edit') && <FigureDrafts />}
      </div>
      {!list.data && <Skeleton active />}
      {owners.map((owner) => {
        const figures = list.data!.figures.filter((f) => f.owner === owner)
        return (
          <section key={owner} style={{ marginBottom: 24 }}>
            <h2>{figures[0]!.ownerName[language()]}</h2>
            <div className="figure-tiles">
              {figures.map((f) => {
                const v = found.get(f.code)
                return (
                  <Link key={f.code} to={'/figures/$code' as string} params={{ code: f.code } as never} className="sheet figure-tile">
                    <span>{f.name[language()] || f.name.zh}</span>
                    <span className="figure-number">
                      {v ? shown(v.value) : '…'}
                      <small>{f.unitName[language()]}</small>
                    </span>
                    <span className="quiet small">{f.definition[language()] || f.definition.zh}</span>
                    <span className="quiet small">
                      {v?.parts
                        ? w(
                            `${shown(v.parts.numerator)} / ${shown(v.parts.denominator)}`,
                            `${shown(v.parts.numerator)} of ${shown(v.parts.denominator)}`,
                          )
                        : v && w(`来自 ${v.records.toLocaleString()} 条记录`, `From ${v.records.toLocaleString()} records`)}
                    </span>
                  </Link>
                )
              })}
            </div>
          </section>
        )
      })}
    </>
  )
}
