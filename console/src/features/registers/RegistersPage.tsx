import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Form, Input, Skeleton, Table } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { FormModal } from '../../kit/FormModal.tsx'
import { useMay } from '../../kit/me.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'
import { said } from './words.tsx'

const Drafts = () => {
  const drafts = useQuery(asking('listRegisterDesigns', {}))
  if (!drafts.data || drafts.data.drafts.length === 0) return null
  return (
    <Sheet title={w('未发布的草稿', 'Drafts')}>
      {drafts.data.drafts.map((d) => (
        <div key={d.id} style={{ display: 'flex', gap: 12, padding: '4px 0' }}>
          <Link to={'/registers/design/$id' as string} params={{ id: d.id } as never}>
            {d.title}
          </Link>
          <span className="quiet">{w(`第 ${d.revision} 版`, `revision ${d.revision}`)}</span>
          <span style={{ flex: 1 }} />
          <span className="quiet">{instant(d.changedAt)}</span>
        </div>
      ))}
    </Sheet>
  )
}

/** Every register, with what asks for attention. */
export const RegistersPage = () => {
  const may = useMay()
  const go = useNavigate()
  const [making, setMaking] = useState(false)
  const list = useQuery(asking('listRegisters', {}))
  const open = (code: string) => go({ to: '/registers/$code' as string, params: { code } as never })
  const number = (n: number, colour: string) =>
    n > 0 ? <span style={{ color: colour }}>{n.toLocaleString()}</span> : <span className="quiet">0</span>
  return (
    <>
      <div className="page-head">
        <h1>{w('名册台账', 'Registers')}</h1>
        <span className="spring" />
        {may('registers.design') && <Button onClick={() => setMaking(true)}>{w('新建名册', 'New register')}</Button>}
      </div>
      {may('registers.design') && <Drafts />}
      <div className="sheet list">
        {list.isError ? (
          <Failure error={list.error} onRetry={() => list.refetch()} />
        ) : !list.data ? (
          <Skeleton active style={{ padding: 16 }} />
        ) : (
          <Table
            size="small"
            pagination={false}
            scroll={{ x: 'max-content' }}
            dataSource={list.data.registers.filter((r) => !r.retired || r.entries > 0)}
            rowKey={(r) => r.code}
            locale={{ emptyText: <div className="empty">{w('还没有名册', 'No register yet')}</div> }}
            onRow={(r) => ({ onClick: () => open(r.code), tabIndex: 0, onKeyDown: (e) => e.key === 'Enter' && open(r.code) })}
            columns={[
              {
                title: w('名册', 'Register'),
                width: 160,
                render: (_, r) => (
                  <>
                    {said(r.title)}
                    {r.retired && <span className="quiet"> {w('已停用', 'retired')}</span>}
                  </>
                ),
              },
              {
                title: w('记什么', 'What it holds'),
                responsive: ['md'],
                render: (_, r) => <span className="quiet register-summary">{said(r.summary)}</span>,
              },
              { title: w('条目', 'Entries'), width: 88, align: 'right', render: (_, r) => r.entries.toLocaleString() },
              { title: w('90 天内到期', 'Ending in 90 days'), width: 120, align: 'right', render: (_, r) => number(r.ending, 'var(--soon)') },
              { title: w('已过期', 'Expired'), width: 88, align: 'right', render: (_, r) => number(r.expired, 'var(--red)') },
            ]}
          />
        )}
      </div>
      {making && (
        <FormModal<{ title: string }, { id: string }>
          title={w('新建名册', 'New register')}
          ok={w('开始设计', 'Begin')}
          says={w(
            '先起个名字；要记哪些内容在下一页添加，发布前谁也看不到。',
            'A name first; its fields come on the next page. Nobody sees it before it is published.',
          )}
          save={(f) => ask('createRegisterDesign', { body: f })}
          onClose={() => setMaking(false)}
          onDone={({ id }) => go({ to: '/registers/design/$id' as string, params: { id } as never })}
        >
          <Form.Item
            name="title"
            label={w('名册名称', 'Name')}
            rules={[{ required: true, min: 2, max: 40, message: w('请填写 2 至 40 个字', 'Two to forty characters') }]}
          >
            <Input />
          </Form.Item>
        </FormModal>
      )}
    </>
  )
}
