import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { asking } from '../../kit/api.ts'
import { ListPage, type Search } from '../../kit/ListPage.tsx'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import './paper.css'
import { NewPaper } from './NewPaper.tsx'
import { type PaperState, kindName, kindOptions, stateColour, stateName } from './words.ts'

const states: readonly PaperState[] = ['draft', 'issued', 'sealed', 'withdrawn']

/** The register of papers: what was issued under which number, and what is still being written. */
export const PapersPage = () => {
  const search = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const tree = useQuery(asking('listTree', {}))
  const open = (id: string) => go({ to: '/papers/$id' as string, params: { id } as never })
  return (
    <>
      <ListPage
        title={w('发文登记簿', 'Register of papers')}
        list="listPapers"
        search={search}
        onSearch={(s) => go({ to: '.', search: s as never })}
        head={
          may('papers.write') && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {w('拟稿', 'Draft a paper')}
            </Button>
          )
        }
        filters={[
          { name: 'q', kind: 'text', label: w('标题、文号、主送机关', 'Title, number, addressee') },
          { name: 'kind', kind: 'choice', label: w('文种', 'Kind'), options: kindOptions() },
          { name: 'state', kind: 'choice', label: w('状态', 'State'), options: states.map((value) => ({ value, label: stateName(value) })) },
          {
            name: 'org',
            kind: 'choice',
            label: w('发文机关', 'Issued by'),
            options: (tree.data?.nodes ?? []).map((n) => ({ value: n.id, label: n.name })),
          },
          { name: 'from', kind: 'period', label: w('成文日期', 'Issued from'), to: 'to' },
        ]}
        rowKey={(p) => p.id}
        onOpen={(p) => open(p.id)}
        empty={w(
          '还没有公文。点“拟稿”从模板写一份，签发时自动编号。',
          'No paper yet. Draft one from a template; it gets its number when it is issued.',
        )}
        columns={[
          {
            title: w('标题', 'Title'),
            width: 300,
            render: (_, p) => <div className="paper-cell">{p.title || <span className="quiet">{w('（无标题）', '(no title)')}</span>}</div>,
          },
          {
            title: w('文号', 'Number'),
            width: 160,
            render: (_, p) => <span style={p.state === 'withdrawn' ? { textDecoration: 'line-through' } : {}}>{p.number ?? '—'}</span>,
          },
          { title: w('文种', 'Kind'), width: 96, ellipsis: true, render: (_, p) => kindName(p.kind) },
          { title: w('主送机关', 'Addressee'), width: 150, ellipsis: true, render: (_, p) => p.addressee || '—' },
          { title: w('发文机关', 'Organisation'), width: 140, ellipsis: true, render: (_, p) => p.org.name },
          { title: w('成文日期', 'Date'), width: 104, render: (_, p) => p.issuedOn ?? '—' },
          { title: w('拟稿／签发', 'Drafted / signed'), width: 132, render: (_, p) => `${p.drafter ?? '—'}／${p.issuer ?? '—'}` },
          {
            title: w('状态', 'State'),
            width: 126,
            ellipsis: true,
            render: (_, p) => <span style={{ color: stateColour(p.state) }}>{stateName(p.state)}</span>,
          },
        ]}
      />
      {adding && <NewPaper onClose={() => setAdding(false)} onDone={open} />}
    </>
  )
}
