import { hotlineOrder } from '@gongyou/contract/hotline/order.ts'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Grid } from 'antd'
import dayjs from 'dayjs'
import { say } from '../../kit/language.ts'
import { ListPage, type RowOf, type Search } from '../../kit/ListPage.tsx'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import './hotline.css'
import { stateOptions } from './words.ts'

type Line = RowOf<'listCases'>

const dueName = (l: Line) =>
  ({
    none: '',
    calm: '',
    soon: w('即将到期', 'due soon'),
    today: w('今天到期', 'due today'),
    overdue: w('已逾期', 'overdue'),
    paused: w('暂停计时', 'paused'),
  })[l.due]
const DueDay = ({ line }: { line: Line }) => (
  <span className={`order-due order-${line.due}`}>
    {line.dueOn ?? <span className="quiet">—</span>}
    {dueName(line) && <span className="small"> {dueName(line)}</span>}
  </span>
)

/** 热线工单: the list of cases, of this one service. */
export const HotlinePage = () => {
  const search = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const may = useMay()
  const wide = Grid.useBreakpoint().md ?? true
  const states = (l: Line) => (l.outcome ? say(l.outcome) : say(l.state))
  return (
    <ListPage
      title={w('热线工单', 'Hotline orders')}
      list="listCases"
      fixed={{ service: hotlineOrder.code }}
      search={search}
      onSearch={(next) => go({ to: '.', search: next as never })}
      head={
        <>
          {may('statistics.read') && <Link to={'/hotline-rates' as string}>{w('三率', 'Rates')}</Link>}
          {may('cases.handle') && (
            <Link to={'/new-case' as string} search={{ service: hotlineOrder.code } as never}>
              <Button>{w('登记一张', 'Enter one')}</Button>
            </Link>
          )}
          {may('cases.oversee') && (
            <Link to={'/hotline-import' as string}>
              <Button type="primary">{w('导入工单', 'Import a list')}</Button>
            </Link>
          )}
        </>
      }
      filters={[
        { name: 'q', kind: 'text', label: w('工单编号、类别、单位', 'Number, category, employer') },
        { name: 'state', kind: 'choice', label: w('状态', 'State'), options: stateOptions() },
        {
          name: 'due',
          kind: 'choice',
          label: w('期限', 'Due'),
          options: [
            { value: 'overdue', label: w('已逾期', 'Overdue') },
            { value: 'today', label: w('到今天为止', 'Due by today') },
            { value: 'week', label: w('七天内到期', 'Due within a week') },
          ],
        },
        { name: 'from', to: 'to', kind: 'period', label: w('登记日期', 'Entered') },
      ]}
      rowKey={(l) => l.id}
      onOpen={(l) => go({ to: '/cases/$id' as string, params: { id: l.id } as never })}
      empty={
        <>
          {w('还没有热线工单。', 'There are no orders yet. ')}
          {may('cases.oversee') && w('点“导入工单”，把热线平台导出的表格拖进来。', 'Import the list the hotline sends you.')}
        </>
      }
      columns={
        wide
          ? [
              { title: w('工单', 'Order'), width: 420, ellipsis: true, dataIndex: 'title' },
              { title: w('状态', 'State'), width: 130, render: (_, l) => <span className={l.closedAt ? 'quiet' : ''}>{states(l)}</span> },
              { title: w('答复期限', 'Answer by'), width: 170, render: (_, l) => <DueDay line={l} /> },
              { title: w('承办单位', 'Handled by'), width: 190, ellipsis: true, render: (_, l) => l.org.name },
              { title: w('登记', 'Entered'), width: 110, render: (_, l) => dayjs(l.openedAt).format('YYYY-MM-DD') },
              { title: w('办件编号', 'Case number'), width: 160, dataIndex: 'number' },
            ]
          : [
              {
                title: w('工单', 'Order'),
                render: (_, l) => (
                  <div className="order-line">
                    <div>{l.title}</div>
                    <div className="small quiet">
                      {states(l)} · {l.org.name}
                    </div>
                    {l.dueOn && <DueDay line={l} />}
                  </div>
                ),
              },
            ]
      }
    />
  )
}
