import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { asking } from '../../kit/api.ts'
import { language } from '../../kit/language.ts'
import { ListPage, type Search } from '../../kit/ListPage.tsx'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'
import { NewReport } from './NewReport.tsx'
import { periodShown, type ReportState, stateColour, stateName } from './words.ts'

const states: readonly ReportState[] = ['drafted', 'submitted', 'approved', 'published']

/** Reports by kind, year and state, those changed last on top. */
export const ReportsPage = () => {
  const search = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const kinds = useQuery(asking('listReportKinds', {}))
  const year = new Date().getFullYear()
  const open = (id: string, state: ReportState) =>
    go({ to: (state === 'drafted' && may('reports.write') ? '/reports/$id/edit' : '/reports/$id') as string, params: { id } as never })
  return (
    <>
      <ListPage
        title={w('报告', 'Reports')}
        list="listReports"
        search={search}
        onSearch={(s) => go({ to: '.', search: s as never })}
        head={
          may('reports.write') && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {w('起草报告', 'Draft a report')}
            </Button>
          )
        }
        filters={[
          { name: 'q', kind: 'text', label: w('标题', 'Title') },
          {
            name: 'kind',
            kind: 'choice',
            label: w('种类', 'Kind'),
            options: (kinds.data?.kinds ?? []).map((k) => ({ value: k.code, label: k.name[language()] })),
          },
          { name: 'state', kind: 'choice', label: w('状态', 'State'), options: states.map((value) => ({ value, label: stateName(value) })) },
          {
            name: 'year',
            kind: 'choice',
            label: w('年份', 'Year'),
            options: Array.from({ length: 8 }, (_, i) => ({ value: String(year - i), label: String(year - i) })),
          },
        ]}
        rowKey={(r) => r.id}
        onOpen={(r) => open(r.id, r.state)}
        empty={w(
          '还没有报告。点“起草报告”，选种类和时段，数字自动填好，您只改文字。',
          'No report yet. Choose a kind and a period: the numbers come by themselves, the words are yours.',
        )}
        columns={[
          { title: w('标题', 'Title'), width: 320, render: (_, r) => r.title },
          { title: w('种类', 'Kind'), width: 160, ellipsis: true, render: (_, r) => r.kindName[language()] },
          { title: w('时段', 'Period'), width: 184, render: (_, r) => periodShown(r) },
          { title: w('组织', 'Organisation'), width: 140, ellipsis: true, render: (_, r) => r.org.name },
          {
            title: w('状态', 'State'),
            width: 150,
            ellipsis: true,
            render: (_, r) => (
              <span style={{ color: stateColour(r.state) }}>
                {stateName(r.state)}
                {r.at && r.at.id !== r.org.id && <span className="quiet"> · {r.at.name}</span>}
              </span>
            ),
          },
          { title: w('起草', 'Drafted by'), width: 80, render: (_, r) => r.drafter ?? '—' },
          { title: w('最近改动', 'Last change'), width: 140, render: (_, r) => <span style={{ whiteSpace: 'nowrap' }}>{instant(r.changedAt)}</span> },
        ]}
      />
      {adding && <NewReport kinds={kinds.data?.kinds ?? []} onClose={() => setAdding(false)} onDone={(id) => open(id, 'drafted')} />}
    </>
  )
}
