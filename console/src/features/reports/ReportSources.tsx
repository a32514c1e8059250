import type { Report } from '@gongyou/contract/reports/shapes.ts'
import { outsidersIn } from '@gongyou/contract/reports/content.ts'
import { Link } from '@tanstack/react-router'
import { Table } from 'antd'
import { language } from '../../kit/language.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'
import { daysOf, sourceName, wayTo } from './words.ts'

/** Every number of a report by its code: what was counted, when, from how much, and under which published number. */
export const ReportSources = ({ report }: { report: Report }) => {
  const outside = outsidersIn(report.content)
  return (
    <Sheet title={w(`数字来源（${report.tokens.length}）`, `Sources of the numbers (${report.tokens.length})`)}>
      <Table
        size="small"
        pagination={report.tokens.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
        rowKey="code"
        dataSource={report.tokens}
        tableLayout="fixed"
        scroll={{ x: 1140 }}
        columns={[
          { title: w('代码', 'Code'), dataIndex: 'code', width: 64 },
          {
            title: w('文中写法', 'In the text'),
            width: 150,
            render: (_, s) => {
              const way = wayTo(s)
              return way ? (
                <Link className="report-number" to={way.to} params={way.params as never} search={way.search as never}>
                  {s.text || '—'}
                </Link>
              ) : (
                s.text || '—'
              )
            },
          },
          { title: w('数字', 'Figure'), width: 220, ellipsis: true, render: (_, s) => s.name[language()] },
          { title: w('实际值', 'Value'), width: 110, align: 'right', render: (_, s) => s.value?.toLocaleString() ?? '—' },
          { title: w('时段', 'Period'), width: 196, render: (_, s) => <span style={{ whiteSpace: 'nowrap' }}>{daysOf(s)}</span> },
          { title: w('来源', 'Source'), width: 84, render: (_, s) => sourceName(s.source) },
          { title: w('记录', 'Records'), width: 80, align: 'right', render: (_, s) => s.records?.toLocaleString() ?? '—' },
          { title: w('统计时刻', 'Counted at'), width: 150, render: (_, s) => instant(s.countedAt) },
          {
            title: w('已发布数字', 'Published as'),
            width: 110,
            render: (_, s) =>
              s.claim ? (
                <Link className="report-number" to={'/claims/$id' as string} params={{ id: s.claim.id } as never}>
                  {s.claim.name}
                </Link>
              ) : (
                '—'
              ),
          },
        ]}
      />
      {outside.length > 0 && (
        <>
          <h3 className="report-small">{w('非系统数字', 'Not from the system')}</h3>
          <dl className="pairs">
            {outside.map((o, i) => (
              <div key={i} style={{ display: 'contents' }}>
                <dt>{o.outside}</dt>
                <dd>{o.source}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Sheet>
  )
}
