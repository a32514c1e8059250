import type { OrderCell, OrderList } from '@gongyou/contract/hotline/routes.ts'
import { Table } from 'antd'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'

const few = { size: 'small', pagination: { pageSize: 8, hideOnSinglePage: true, showSizeChanger: false } } as const

const Cells = ({ title, cells }: { title: string; cells: readonly OrderCell[] }) => (
  <section className="sheet list" style={{ marginBottom: 16 }}>
    <header>
      <h2 style={{ margin: 0 }}>{title}</h2>
    </header>
    <div className="order-box" tabIndex={0} role="region" aria-label={title}>
      <Table<OrderCell>
        {...few}
        dataSource={[...cells]}
        rowKey={(c) => `${c.row}${c.column.en}${c.reason.en}`}
        columns={[
          { title: w('行', 'Row'), width: 56, align: 'right', dataIndex: 'row' },
          { title: w('列', 'Column'), width: 110, render: (_, c) => say(c.column) },
          {
            title: w('表里写的是', 'It says'),
            width: 200,
            responsive: ['md'],
            render: (_, c) => (c.value ? <span className="order-words">{c.value}</span> : <span className="quiet">{w('空', 'empty')}</span>),
          },
          {
            title: w('问题和办法', 'Problem and remedy'),
            render: (_, c) => (
              <span className="order-words">
                {say(c.reason)}
                {c.suggestion && <span className="quiet"> {say(c.suggestion)}</span>}
              </span>
            ),
          },
        ]}
      />
    </div>
  </section>
)

/** What a list would do: the rows with problems first, then words that were not understood, then what is new. */
export const ListPreview = ({ list }: { list: OrderList }) => (
  <>
    <p className="order-counts" role="status">
      <span>{w(`共 ${list.rows} 行`, `${list.rows} rows`)}</span>
      <span>{w(`新工单 ${list.fresh} 张`, `${list.fresh} new orders`)}</span>
      {list.known > 0 && <span className="quiet">{w(`${list.known} 张已登记过，跳过`, `${list.known} known, passed over`)}</span>}
      {list.wrong > 0 && <span style={{ color: 'var(--red)' }}>{w(`${list.wrong} 行有问题`, `${list.wrong} rows with problems`)}</span>}
      <span className="quiet">
        {w('认出的列：', 'Columns found: ')}
        {list.columns.join(w('、', ', '))}
      </span>
    </p>
    {list.bad.length > 0 && <Cells title={w('先看有问题的，这些行不会录入', 'Problems first: these rows are not entered')} cells={list.bad} />}
    {list.notes.length > 0 && <Cells title={w('没认出的类别，录入后请核对', 'Words not understood: check them afterwards')} cells={list.notes} />}
    {list.sample.length > 0 && (
      <section className="sheet list" style={{ marginBottom: 16 }}>
        <header>
          <h2 style={{ margin: 0 }}>
            {list.fresh > list.sample.length
              ? w(`将录入的前 ${list.sample.length} 张`, `The first ${list.sample.length} to be entered`)
              : w('将录入的工单', 'To be entered')}
          </h2>
        </header>
        <div className="order-box" tabIndex={0} role="region" aria-label={w('将录入的工单', 'To be entered')}>
          <Table
            {...few}
            dataSource={list.sample}
            rowKey={(o) => o.row}
            columns={[
              { title: w('行', 'Row'), width: 56, align: 'right', dataIndex: 'row' },
              { title: w('工单编号', 'Order number'), width: 180, dataIndex: 'order' },
              { title: w('来源', 'Source'), width: 70, dataIndex: 'source', responsive: ['md'] },
              { title: w('派单', 'Sent'), width: 104, dataIndex: 'receivedOn', responsive: ['md'] },
              {
                title: w('答复期限', 'Answer by'),
                width: 120,
                render: (_, o) =>
                  o.dueOn ? (
                    `${o.dueOn} ${o.dueTime ?? ''}`
                  ) : (
                    <span className="quiet">{w(`未注，按${say(o.urgency)}`, `none: ${say(o.urgency)}`)}</span>
                  ),
              },
              { title: w('类别', 'Category'), width: 120, render: (_, o) => say(o.category), responsive: ['md'] },
              { title: w('诉求内容', 'What is asked'), render: (_, o) => <span className="order-words">{o.matter}</span>, responsive: ['md'] },
            ]}
          />
        </div>
      </section>
    )}
  </>
)
