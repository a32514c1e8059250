import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
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
  const all = useInfiniteQuery({
    queryKey: ['listContradictions', weight],
    queryFn: ({ pageParam }) => ask('listContradictions', { query: { weight, ...(pageParam ? { after: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  })
  if (all.isError) return <Failure error={all.error} onRetry={() => all.refetch()} />
  const pages = all.data?.pages ?? []
  const findings = pages.flatMap((p) => p.findings)
  const left = pages.reduce((n, p) => n + p.left, 0)
  const scanned = pages.reduce((n, p) => n + p.scanned, 0)
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
        <Segmented value={weight} options={weights.map((x) => ({ value: x, label: weightName(x) }))} onChange={(v) => setWeight(v as Weight)} />
      </div>
      <section className="sheet">
        <div className="body">
          {!all.data && <Skeleton active />}
          {all.data && findings.length === 0 && <p className="quiet">{w('没有', 'None')}</p>}
          {all.data && <Findings findings={findings} claims={pages.flatMap((p) => p.claims)} language={language()} />}
          {all.data && (
            <p className="quiet small" style={{ margin: '12px 0 0', display: 'flex', gap: 12, alignItems: 'center' }}>
              {all.hasNextPage
                ? w(`已核对 ${scanned} 个数字`, `${scanned} numbers compared so far`)
                : w(`共核对 ${scanned} 个数字，${findings.length + left} 处`, `${scanned} numbers compared, ${findings.length + left} found`)}
              {all.hasNextPage && (
                <Button size="small" loading={all.isFetchingNextPage} onClick={() => all.fetchNextPage()}>
                  {w('继续核对', 'Compare further')}
                </Button>
              )}
            </p>
          )}
        </div>
      </section>
    </>
  )
}
