import type { EntrySheet } from '@gongyou/contract/registers/sheets.ts'
import { Table } from 'antd'
import { w } from '../../kit/text.ts'
import { said } from './words.tsx'

const few = { size: 'small', pagination: { pageSize: 8, hideOnSinglePage: true, showSizeChanger: false } } as const
const whatName = (what: 'new' | 'update') => (what === 'new' ? w('新增', 'New') : w('更新', 'Changed'))

/** What a workbook would do: columns that say nothing to us, the rows with problems, then what is new or changed. */
export const EntrySheetPreview = ({ sheet: s }: { sheet: EntrySheet }) => {
  const ignored = s.columns.filter((c) => c.field === null).map((c) => c.title)
  return (
    <div className="list register-sheet">
      <p className="sheet-counts">
        <span>{w(`共 ${s.rows} 行`, `${s.rows} rows`)}</span>
        {s.counts.bad > 0 && <span style={{ color: 'var(--red)' }}>{w(`${s.counts.bad} 行有问题`, `${s.counts.bad} with problems`)}</span>}
        <span>{w(`新增 ${s.counts.new} 条`, `${s.counts.new} new`)}</span>
        <span>{w(`更新 ${s.counts.update} 条`, `${s.counts.update} changed`)}</span>
        <span className="quiet">{w(`${s.counts.same} 条没有变化`, `${s.counts.same} as recorded`)}</span>
      </p>
      {ignored.length > 0 && (
        <p className="quiet small" style={{ margin: '0 0 8px' }}>
          {w(`这些列不导入：${ignored.join('、')}`, `Columns that are not imported: ${ignored.join(', ')}`)}
        </p>
      )}
      {s.problems.length > 0 && (
        <>
          <h2>{w('先看有问题的', 'Problems first')}</h2>
          <div className="sheet-box" tabIndex={0} role="region" aria-label={w('有问题的行', 'Rows with problems')}>
            <Table
              {...few}
              dataSource={s.problems}
              rowKey={(p) => `${p.row}${p.cell}${p.title.zh}${p.reason.en}`}
              columns={[
                { title: w('单元格', 'Cell'), width: 80, render: (_, p) => p.cell || w(`第 ${p.row} 行`, `Row ${p.row}`) },
                { title: w('列', 'Column'), width: 110, responsive: ['md'], render: (_, p) => said(p.title) },
                { title: w('条目', 'Entry'), width: 180, responsive: ['md'], render: (_, p) => p.name || '—' },
                {
                  title: w('填的是', 'It says'),
                  width: 130,
                  responsive: ['md'],
                  render: (_, p) => p.shown || <span className="quiet">{w('空', 'empty')}</span>,
                },
                {
                  title: w('问题和办法', 'Problem and remedy'),
                  render: (_, p) => (
                    <span className="sheet-words">
                      {said(p.reason)}
                      {p.suggestion && <span className="quiet"> {said(p.suggestion)}</span>}
                    </span>
                  ),
                },
              ]}
            />
          </div>
        </>
      )}
      {s.lines.length > 0 && (
        <>
          <h2 style={{ marginTop: 16 }}>{s.written ? w('已变动的', 'What changed') : w('将会变动的', 'What would change')}</h2>
          <div className="sheet-box" tabIndex={0} role="region" aria-label={w('变动的行', 'Rows that change')}>
            <Table
              {...few}
              dataSource={s.lines}
              rowKey={(l) => l.row}
              columns={[
                { title: w('行', 'Row'), width: 56, dataIndex: 'row', align: 'right' },
                { title: w('变动', 'Change'), width: 70, render: (_, l) => whatName(l.what) },
                { title: w('名称', 'Name'), width: 200, dataIndex: 'name' },
                { title: w('组织', 'Organisation'), width: 180, dataIndex: 'org', responsive: ['md'] },
                {
                  title: w('内容', 'What'),
                  render: (_, l) => (
                    <span className="sheet-words small">
                      {l.changes
                        .map((c) => `${said(c.title)} ${c.was.zh ? `${said(c.was)} → ` : ''}${said(c.now) || w('空', 'empty')}`)
                        .join(w('；', '; ')) || '—'}
                    </span>
                  ),
                },
              ]}
            />
          </div>
        </>
      )}
      {s.rows > 0 && s.rows === s.counts.same && (
        <p className="empty">{w('表里的内容和登记的完全一样，没有要导入的', 'The file says what is recorded already; there is nothing to import')}</p>
      )}
      {s.rows === 0 && <p className="empty">{w('表头下面没有内容', 'There is nothing beneath the header')}</p>}
    </div>
  )
}
