import type { RosterBatch, RosterProblem } from '@gongyou/contract/membership/roster.ts'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { Button, Segmented, Skeleton, Table } from 'antd'
import { useState } from 'react'
import { ask } from '../../../kit/api.ts'
import { Failure } from '../../../kit/Failure.tsx'
import { say } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'
import { saveFile } from './save-file.ts'

/** The rows about which there is something to say: refused ones first, with a workbook of them to correct. */
export const Problems = ({ batch, bad, look }: { batch: RosterBatch; bad: number; look: number }) => {
  const [level, setLevel] = useState<'bad' | 'look'>(bad > 0 ? 'bad' : 'look')
  const pages = useInfiniteQuery({
    queryKey: ['listRosterProblems', batch.id, level, batch.state],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => ask('listRosterProblems', { params: { id: batch.id }, query: { level, limit: 100, ...(pageParam ? { after: pageParam } : {}) }, signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const workbook = useMutation({ mutationFn: () => ask('downloadBadRows', { params: { id: batch.id } }), onSuccess: (file) => saveFile(file, `${batch.fileName.replace(/\.[^.]*$/, '')}-${w('待改', 'to-correct')}.xlsx`) })
  const rows = pages.data?.pages.flatMap((p) => p.rows) ?? []
  return (
    <section className="sheet list">
      <header>
        <Segmented<'bad' | 'look'> value={level} onChange={setLevel} options={[{ value: 'bad', label: w(`不能导入 ${bad.toLocaleString()}`, `Refused ${bad.toLocaleString()}`), disabled: bad === 0 }, { value: 'look', label: w(`请看一看 ${look.toLocaleString()}`, `Worth a look ${look.toLocaleString()}`), disabled: look === 0 }]} />
        <span className="spring" />
        {bad > 0 && <Button loading={workbook.isPending} onClick={() => workbook.mutate()}>{w('下载这些行，改好再传', 'Download these rows to correct')}</Button>}
      </header>
      {pages.isError ? <Failure error={pages.error} onRetry={() => pages.refetch()} /> : pages.isPending ? <Skeleton active paragraph={{ rows: 6 }} style={{ padding: 16 }} /> : (
        <Table<RosterProblem>
          size="small" pagination={false} dataSource={rows} rowKey={(p) => `${p.row}${p.cell}${p.reason.zh}`} className="problems"
          columns={[
            { title: w('位置', 'Cell'), width: 84, render: (_, p) => p.cell || w(`第 ${p.row} 行`, `Row ${p.row}`) },
            { title: w('姓名', 'Name'), width: 110, render: (_, p) => p.name || '—' },
            { title: w('列', 'Column'), width: 120, render: (_, p) => p.title.split('/').at(-1), responsive: ['md'] },
            { title: w('表里写的', 'In the sheet'), width: 190, render: (_, p) => <span className="typed">{p.shown || '—'}</span>, responsive: ['md'] },
            { title: w('问题与办法', 'Problem and what to do'), render: (_, p) => <><div className={p.level === 'bad' ? 'reason-bad' : 'reason-look'}>{say(p.reason)}</div>{p.suggestion && <div className="quiet">{say(p.suggestion)}</div>}</> },
          ]}
        />
      )}
      {pages.hasNextPage && <div className="more"><Button onClick={() => pages.fetchNextPage()} loading={pages.isFetchingNextPage}>{w('再看 100 行', 'Next 100 rows')}</Button></div>}
    </section>
  )
}
