import type { AboutHotline } from '@gongyou/contract/hotline/routes.ts'
import { useNavigate } from '@tanstack/react-router'
import { Grid } from 'antd'
import { ListPage, type Search } from '../../kit/ListPage.tsx'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { type Answer, answerName, numberName } from './words.ts'

/** The orders behind the number that was chosen: as many lines as it says. */
export const RateRecords = ({ scope, about, answer }: { scope: Search; about: AboutHotline; answer?: Answer | undefined }) => {
  const go = useNavigate()
  const may = useMay()
  const wide = Grid.useBreakpoint().md ?? true
  const name = `${numberName(about)}${answer ? w('：', ': ') + answerName(about, answer) : ''}`
  return (
    <div className="rate-records">
      <ListPage<'listHotlineRecords'>
        title={<span style={{ fontSize: 16 }}>{w(`对应的工单 · ${name}`, `Orders · ${name}`)}</span>}
        list="listHotlineRecords"
        search={{ ...scope, about, ...(answer ? { answer } : {}) }}
        usual={{ ...scope, about, ...(answer ? { answer } : {}) }}
        onSearch={() => {}}
        rowKey={(r) => r.act}
        {...(may('cases.read') ? { onOpen: (r) => go({ to: '/cases/$id' as string, params: { id: r.case } as never }) } : {})}
        empty={w('这个时段和范围内没有这样的工单', 'No such order in this period and scope')}
        columns={
          wide
            ? [
                { title: w('日期', 'Day'), width: 110, dataIndex: 'day' },
                { title: w('工单', 'Order'), width: 420, ellipsis: true, dataIndex: 'title' },
                { title: w('来源', 'Source'), width: 80, dataIndex: 'source' },
                { title: w('承办单位', 'Handled by'), width: 200, ellipsis: true, render: (_, r) => r.org.name },
                { title: w('结果', 'Said'), width: 100, render: (_, r) => (r.answer ? answerName(about, r.answer) : '—') },
                { title: w('办件编号', 'Case number'), width: 160, dataIndex: 'number' },
              ]
            : [
                {
                  title: w('工单', 'Order'),
                  render: (_, r) => (
                    <div className="order-line">
                      <div>{r.title}</div>
                      <div className="small quiet">
                        {r.day} · {r.org.name}
                        {r.answer && ` · ${answerName(about, r.answer)}`}
                      </div>
                    </div>
                  ),
                },
              ]
        }
      />
    </div>
  )
}
