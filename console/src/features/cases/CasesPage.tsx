import { useNavigate, useSearch } from '@tanstack/react-router'
import { Grid } from 'antd'
import { say } from '../../kit/language.ts'
import { type Filter, ListPage, type Search } from '../../kit/ListPage.tsx'
import { w } from '../../kit/text.ts'
import { ledgerColumns } from './CaseCells.tsx'
import './queue.css'
import { SavedViews } from './SavedViews.tsx'
import { useServices } from './use-offered.ts'

const dues = () => [
  { value: 'overdue', label: w('已逾期', 'Overdue') },
  { value: 'today', label: w('到今天为止', 'Due by today') },
  { value: 'week', label: w('七天内到期', 'Due within a week') },
]

/** 办件台账: every case within reach, open and closed. */
export const CasesPage = () => {
  const search = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const wide = Grid.useBreakpoint().lg ?? true
  const services = useServices()
  const to = (next: Search) => go({ to: '.', search: next as never })
  const states = services.find((s) => s.code === search.service)?.states ?? []
  const filters: Filter[] = [
    { name: 'q', kind: 'text', label: w('编号或标题', 'Number or title') },
    { name: 'service', kind: 'choice', label: w('事项', 'Service'), options: services.map((s) => ({ value: s.code, label: say(s.title) })) },
    ...(states.length > 0
      ? [{ name: 'state', kind: 'choice' as const, label: w('状态', 'State'), options: states.map((s) => ({ value: s.code, label: say(s.name) })) }]
      : []),
    {
      name: 'open',
      kind: 'choice',
      label: w('是否办结', 'Open or closed'),
      options: [
        { value: 'true', label: w('办理中', 'Open') },
        { value: 'false', label: w('已办结', 'Closed') },
      ],
    },
    { name: 'due', kind: 'choice', label: w('期限', 'Due'), options: dues() },
    { name: 'from', to: 'to', kind: 'period', label: w('收到日期', 'Received') },
  ]
  return (
    <div className="queue" data-compact={!wide}>
      <ListPage
        title={w('办件台账', 'All cases')}
        list="listCases"
        search={search}
        // States belong to a service: another service, other states.
        onSearch={(next) => to(next.service === search.service ? next : { ...next, state: undefined })}
        filters={filters}
        views={<SavedViews list="cases" search={search} onApply={to} />}
        rowKey={(line) => line.id}
        onOpen={(line) => go({ to: '/cases/$id' as string, params: { id: line.id } as never })}
        columns={ledgerColumns(!wide)}
        empty={w('您的范围内还没有办件', 'There are no cases within your reach')}
      />
    </div>
  )
}
