import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { App, Button, Skeleton } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { Failure, wordsOf } from '../../kit/Failure.tsx'
import { language } from '../../kit/language.ts'
import type { Search } from '../../kit/ListPage.tsx'
import { useMay } from '../../kit/me.ts'
import { saveFile } from '../../kit/save-file.ts'
import { w } from '../../kit/text.ts'
import { FigureFilters } from './FigureFilters.tsx'
import { FigureGroups } from './FigureGroups.tsx'
import { FigureNumber } from './FigureNumber.tsx'
import { FigureRecords } from './FigureRecords.tsx'
import { FigureTrend } from './FigureTrend.tsx'
import { PublishClaim } from './PublishClaim.tsx'
import './figures.css'

/** One figure: number, definition, course of the year, groups, and every record behind it. */
export const FigurePage = () => {
  const { code } = useParams({ strict: false }) as { code: string }
  const given = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const may = useMay()
  const { message } = App.useApp()
  const [publishing, setPublishing] = useState(false)
  const search: Search = { from: given.from ?? dayjs().startOf('year').format('YYYY-MM-DD'), ...given }
  const { by: chosen, part, place, ...scope } = search
  const list = useQuery(asking('listFigures', {}))
  const definition = list.data?.figures.find((f) => f.code === code)
  const by = chosen ?? definition?.by.find((b) => b !== 'month') ?? definition?.by[0]
  const set = (next: Search) => go({ to: '.', search: { ...search, ...next } as never, replace: true })
  const figure = useQuery({
    ...asking('getFigure', { params: { code }, query: { ...scope, by } as never }),
    placeholderData: (before) => before,
    enabled: list.data !== undefined,
  })
  if (figure.isError) return <Failure error={figure.error} onRetry={() => figure.refetch()} />
  if (!figure.data) return <Skeleton active />
  const { definition: d } = figure.data
  const share = async () => {
    await navigator.clipboard.writeText(location.href)
    message.success(w('链接已复制，打开的人看到的是他能看的那部分', 'Link copied; whoever opens it sees the part that is theirs to see'))
  }
  const take = async () => {
    try {
      saveFile(await ask('exportFigure', { params: { code }, query: { ...scope, by } as never }), `${d.name[language()] || d.name.zh}.xlsx`)
    } catch (e) {
      message.error(wordsOf(e))
    }
  }
  return (
    <>
      <div className="page-head">
        <Link to="/figures" className="quiet">
          {w('数字与来源', 'Figures')}
        </Link>
        <span className="quiet">/</span>
        <h1>{d.name[language()] || d.name.zh}</h1>
        <span className="spring" />
        <Button onClick={share}>{w('复制链接', 'Copy link')}</Button>
        <Button onClick={take}>{w('导出 Excel', 'Excel')}</Button>
        {may('statistics.edit') && (
          <Button type="primary" onClick={() => setPublishing(true)}>
            {w('发布这个数字', 'Publish')}
          </Button>
        )}
      </div>
      <FigureFilters kind={d.kind} search={search} place={place} set={set} />
      <div className="figure-page">
        <div className="figure-column">
          <FigureNumber figure={figure.data} />
          {d.by.includes('month') && <FigureTrend code={code} scope={scope} name={d.name[language()] || d.name.zh} />}
        </div>
        <FigureGroups figure={figure.data} by={by} set={set} />
        <FigureRecords code={code} definition={d} scope={scope} part={part} set={set} />
      </div>
      {publishing && <PublishClaim figure={figure.data} scope={scope} onClose={() => setPublishing(false)} />}
    </>
  )
}
