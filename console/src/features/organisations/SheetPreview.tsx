import type { OrganisationSheet } from '@gongyou/contract/organisations/sheets.ts'
import { Table } from 'antd'
import { language } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import { kindName } from '../../kit/words.ts'

const few = { size: 'small', pagination: { pageSize: 8, hideOnSinglePage: true, showSizeChanger: false } } as const
const whatName = (what: 'new' | 'update') => (what === 'new' ? w('新建', 'New') : w('更新', 'Changed'))

/** What a workbook would do: the rows with problems first, then what is new or changed. */
export const SheetPreview = ({ sheet: s }: { sheet: OrganisationSheet }) => (
  <div className="list">
    <p className="sheet-counts">
      <span>{w(`共 ${s.rows} 行`, `${s.rows} rows`)}</span>
      {s.counts.bad > 0 && <span style={{ color: 'var(--red)' }}>{w(`${s.counts.bad} 行有问题`, `${s.counts.bad} with problems`)}</span>}
      <span>{w(`新建 ${s.counts.new} 个`, `${s.counts.new} new`)}</span>
      <span>{w(`更新 ${s.counts.update} 个`, `${s.counts.update} changed`)}</span>
      <span className="quiet">{w(`${s.counts.same} 个没有变化`, `${s.counts.same} as recorded`)}</span>
    </p>
    {s.problems.length > 0 && (
      <>
        <h2>{w('先看有问题的', 'Problems first')}</h2>
        <div className="sheet-box" tabIndex={0} role="region" aria-label={w('有问题的行', 'Rows with problems')}>
          <Table
            {...few}
            dataSource={s.problems}
            rowKey={(p) => `${p.row}${p.cell}${p.reason.en}`}
            columns={[
              { title: w('单元格', 'Cell'), width: 80, render: (_, p) => p.cell || w(`第 ${p.row} 行`, `Row ${p.row}`) },
              { title: w('列', 'Column'), width: 90, responsive: ['md'], render: (_, p) => p.title[language()] },
              { title: w('组织', 'Organisation'), width: 200, responsive: ['md'], render: (_, p) => p.name || '—' },
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
                    {p.reason[language()]}
                    {p.suggestion && <span className="quiet"> {p.suggestion[language()]}</span>}
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
        <h2 style={{ marginTop: 16 }}>{w('将会变动的', 'What would change')}</h2>
        <div className="sheet-box" tabIndex={0} role="region" aria-label={w('将会变动的行', 'Rows that change')}>
          <Table
            {...few}
            dataSource={s.lines}
            rowKey={(l) => l.row}
            columns={[
              { title: w('行', 'Row'), width: 56, dataIndex: 'row', align: 'right' },
              { title: w('变动', 'Change'), width: 70, render: (_, l) => whatName(l.what) },
              { title: w('名称', 'Name'), width: 240, dataIndex: 'name' },
              { title: w('类型', 'Kind'), width: 120, responsive: ['md'], render: (_, l) => kindName(l.kind) },
              { title: w('上级', 'Under'), width: 180, dataIndex: 'under', responsive: ['md'] },
              {
                title: w('内容', 'What'),
                render: (_, l) => (
                  <span className="sheet-words small">
                    {l.changes.map((c) => `${c.title[language()]} ${c.was ? `${c.was} → ` : ''}${c.now}`).join(w('；', '; ')) || '—'}
                  </span>
                ),
              },
            ]}
          />
        </div>
      </>
    )}
    {s.rows === s.counts.same && (
      <p className="empty">{w('表里的内容和登记的完全一样，没有要导入的', 'The file says what is recorded already; there is nothing to import')}</p>
    )}
  </div>
)
