import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { asking } from '../../../kit/api.ts'
import { Failure } from '../../../kit/Failure.tsx'
import type { Search } from '../../../kit/ListPage.tsx'
import { useMay } from '../../../kit/me.ts'
import { w } from '../../../kit/text.ts'
import { CheckStep } from './CheckStep.tsx'
import { ColumnsStep } from './ColumnsStep.tsx'
import { FileStep } from './FileStep.tsx'
import { History } from './History.tsx'
import { ResultStep } from './ResultStep.tsx'
import './roster.css'
import { atWork } from './roster-words.ts'
import { Steps } from './Steps.tsx'
import { Working } from './Working.tsx'

/** A roster from the file to the result; its step stands at the server, so that leaving the page loses nothing. */
const Batch = ({ id, columns, onColumns, onClose }: { id: string; columns: boolean; onColumns: (open: boolean) => void; onClose: () => void }) => {
  const batch = useQuery({ ...asking('getRoster', { params: { id } }), refetchInterval: (q) => (q.state.data && atWork(q.state.data.state) ? 700 : false) })
  const b = batch.data
  const refresh = () => void batch.refetch()
  if (batch.isError) return <Failure error={batch.error} onRetry={refresh} />
  if (!b) return <Skeleton active />
  const choosing = b.state === 'uploaded' || (columns && (b.state === 'checked' || b.state === 'failed') && !b.made)
  const step = choosing ? 1 : b.made || b.state === 'undone' ? 3 : 2
  return (
    <>
      <div className="page-head"><h1>{b.fileName}</h1><span className="quiet">{w(`${b.sheet} · ${b.totalRows.toLocaleString()} 行`, `${b.sheet} · ${b.totalRows.toLocaleString()} rows`)}</span><span className="spring" /><Button onClick={onClose}>{w('返回导入记录', 'Back to all rosters')}</Button></div>
      <Steps at={step} />
      {choosing ? <ColumnsStep batch={b} onDone={() => { onColumns(false); refresh() }} onDropped={onClose} />
        : atWork(b.state) ? <Working batch={b} />
          : b.made || b.state === 'failed' ? <ResultStep batch={b} onChange={refresh} />
            : <CheckStep batch={b} onChange={refresh} onColumns={() => onColumns(true)} onDropped={onClose} />}
    </>
  )
}

/** Rosters: hand one in, see what became of the others. */
export const RosterPage = () => {
  const { id, columns } = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const may = useMay()
  const open = (search: Search) => go({ to: '.', search: search as never })
  if (!may('membership.import')) return <div className="empty">{w('您的岗位没有导入名册的权限', 'Your post does not import rosters')}</div>
  if (id) return <Batch key={id} id={id} columns={columns === 'open'} onColumns={(yes) => open(yes ? { id, columns: 'open' } : { id })} onClose={() => open({})} />
  return (
    <>
      <div className="page-head"><h1>{w('名册导入', 'Import a roster')}</h1></div>
      <Steps at={0} />
      <FileStep onTaken={(taken) => open({ id: taken })} />
      <History onOpen={(opened) => open({ id: opened })} />
    </>
  )
}
