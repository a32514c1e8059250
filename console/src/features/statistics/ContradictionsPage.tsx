import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import { asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { language } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import { Findings } from './Findings.tsx'
import { weightName } from './words.ts'
import './figures.css'

type Weight = 'impossible' | 'unlikely' | 'notice'
const weights: readonly Weight[] = ['impossible', 'unlikely', 'notice']

/** Where published numbers about one thing do not go together. */
export const ContradictionsPage = () => {
  const [weight, setWeight] = useState<Weight>('impossible')
  const all = useQuery(asking('listContradictions', {}))
  if (all.isError) return <Failure error={all.error} onRetry={() => all.refetch()} />
  const of = (x: Weight) => all.data?.findings.filter((f) => f.weight === x) ?? []
  return (
    <>
      <div className="page-head">
        <Link to={'/claims' as string} className="quiet">
          {w('已发布数字', 'Published numbers')}
        </Link>
        <span className="quiet">/</span>
        <h1>{w('数字打架', 'Contradictions')}</h1>
      </div>
      <p className="quiet" style={{ marginTop: 0 }}>
        {w(
          '同一件事的已发布数字两两核对：时段、范围、单位、总数与新增。能解释的写明缘由，不能解释的先查清再用。',
          'Published numbers about one thing, held against each other: period, scope, unit, stock and flow.',
        )}
      </p>
      <div className="filters">
        <Segmented
          value={weight}
          options={weights.map((x) => ({ value: x, label: `${weightName(x)} ${of(x).length}` }))}
          onChange={(v) => setWeight(v as Weight)}
        />
      </div>
      <section className="sheet">
        <div className="body">
          {!all.data && <Skeleton active />}
          {all.data && of(weight).length === 0 && <p className="quiet">{w('没有', 'None')}</p>}
          {all.data && <Findings findings={of(weight)} claims={all.data.claims} language={language()} />}
        </div>
      </section>
    </>
  )
}
