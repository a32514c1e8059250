import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import type { Routes } from '@gongyou/contract/routes.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Form, Input, Skeleton, Table } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../../kit/api.ts'
import { Failure, wordsOf } from '../../../kit/Failure.tsx'
import { FormModal } from '../../../kit/FormModal.tsx'
import { Sheet } from '../../../kit/Sheet.tsx'
import { w } from '../../../kit/text.ts'
import { instant } from '../../../kit/times.ts'
import './designer.css'
import { shown } from './fields.tsx'
import { NewDesign } from './NewDesign.tsx'
import { Revisions } from './Revisions.tsx'

type Line = ReplyOf<Routes['listDesigns']>['services'][number]

const Retire = ({ service, onClose, onDone }: { service: Line; onClose: () => void; onDone: () => void }) => (
  <FormModal<{ because: string }>
    title={w(`停办“${shown(service.title)}”？`, `Retire “${shown(service.title)}”?`)}
    ok={w('停办', 'Retire')}
    danger
    says={w(`停办后不再受理新的申请；正在办的 ${service.open} 件照常办完。`, `No new case begins; the ${service.open} under way are finished.`)}
    save={({ because }) => ask('retireService', { params: { code: service.code }, body: { because } })}
    onClose={onClose}
    onDone={onDone}
  >
    <Form.Item name="because" label={w('原因', 'Why')} rules={[{ required: true, min: 2, message: w('请写明原因', 'Give a reason') }]}>
      <Input.TextArea rows={2} maxLength={300} />
    </Form.Item>
  </FormModal>
)

/** Services that are offered, and what is being designed. */
export const DesignsPage = () => {
  const go = useNavigate()
  const { message, modal } = App.useApp()
  const list = useQuery({ ...asking('listDesigns', {}), staleTime: 0 })
  const [adding, setAdding] = useState(false)
  const [retiring, setRetiring] = useState<Line | null>(null)
  const [history, setHistory] = useState<Line | null>(null)
  const open = (id: string, at = 'basics') => go({ to: `/designs/${id}`, search: { at } as never })
  const revise = useMutation({
    mutationFn: (s: Line) => ask('createDesign', { body: { title: s.title.zh, from: s.code } }),
    onSuccess: (d) => void open(d.id, 'form'),
    onError: (e) => message.error(wordsOf(e)),
  })
  const drop = (id: string, title: string) =>
    modal.confirm({
      title: w(`删除草稿“${title}”？`, `Throw away “${title}”?`),
      content: w('草稿删除后不能恢复；已发布的版本不受影响。', 'It cannot be brought back; what is published stays.'),
      okText: w('删除', 'Throw away'),
      okButtonProps: { danger: true },
      onOk: async () => {
        await ask('dropDesign', { params: { id } })
        await list.refetch()
      },
    })
  const drafts = list.data?.drafts ?? []
  const actions = <span className="unseen">{w('办理', 'Actions')}</span>
  return (
    <>
      <div className="page-head">
        <h1>{w('事项设计', 'Services')}</h1>
        <span className="spring" />
        <Button type="primary" onClick={() => setAdding(true)}>
          {w('新建事项', 'New service')}
        </Button>
      </div>
      {list.isError && <Failure error={list.error} onRetry={() => list.refetch()} />}
      {list.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {list.data && (
        <>
          {drafts.length > 0 && (
            <Sheet title={w('草稿', 'Drafts')}>
              <div className="list designs">
                <Table
                  size="small"
                  pagination={false}
                  rowKey="id"
                  dataSource={drafts}
                  scroll={{ x: 'max-content' }}
                  columns={[
                    {
                      title: w('事项', 'Service'),
                      render: (_, d) => (
                        <Button type="link" size="small" className="in-line" onClick={() => void open(d.id)}>
                          {d.title}
                        </Button>
                      ),
                    },
                    { title: w('上次修改', 'Changed'), render: (_, d) => instant(d.changedAt) },
                    {
                      title: actions,
                      align: 'right',
                      render: (_, d) => (
                        <>
                          <Button type="link" size="small" onClick={() => void open(d.id)}>
                            {w('继续设计', 'Go on')}
                          </Button>
                          <Button type="text" size="small" onClick={() => drop(d.id, d.title)}>
                            {w('删除', 'Throw away')}
                          </Button>
                        </>
                      ),
                    },
                  ]}
                />
              </div>
            </Sheet>
          )}
          <Sheet title={w('已发布', 'Published')}>
            <div className="list designs">
              <Table<Line>
                size="small"
                pagination={false}
                rowKey="code"
                dataSource={list.data.services}
                scroll={{ x: 'max-content' }}
                locale={{
                  emptyText: (
                    <div className="empty">
                      {w('还没有发布过事项。点“新建事项”，十分钟就能办起来。', 'No service is published yet. “New service” takes ten minutes.')}
                    </div>
                  ),
                }}
                columns={[
                  { title: w('事项', 'Service'), render: (_, s) => shown(s.title) },
                  {
                    title: w('版本', 'Revision'),
                    render: (_, s) => (
                      <Button type="link" size="small" className="in-line" onClick={() => setHistory(s)}>
                        {w(`第 ${s.revision} 版`, `Revision ${s.revision}`)}
                      </Button>
                    ),
                  },
                  {
                    title: w('由谁定义', 'Made by'),
                    render: (_, s) => (s.madeBy === 'code' ? w('系统自带', 'The system') : w('本区设计', 'An officer')),
                  },
                  { title: w('发布时间', 'Published'), render: (_, s) => instant(s.publishedAt) },
                  { title: w('在办', 'Open'), align: 'right', render: (_, s) => w(`${s.open} 件`, String(s.open)) },
                  {
                    title: w('状态', 'State'),
                    render: (_, s) => (s.retired ? <span className="quiet">{w('已停办', 'Retired')}</span> : w('在办理', 'Offered')),
                  },
                  {
                    title: actions,
                    align: 'right',
                    render: (_, s) => (
                      <>
                        <Button
                          type="link"
                          size="small"
                          loading={revise.isPending && revise.variables?.code === s.code}
                          onClick={() => revise.mutate(s)}
                        >
                          {w('改下一版', 'Next revision')}
                        </Button>
                        {!s.retired && (
                          <Button type="text" size="small" onClick={() => setRetiring(s)}>
                            {w('停办', 'Retire')}
                          </Button>
                        )}
                      </>
                    ),
                  },
                ]}
              />
            </div>
          </Sheet>
        </>
      )}
      {adding && <NewDesign onClose={() => setAdding(false)} onDone={(id) => void open(id)} />}
      {retiring && (
        <Retire
          service={retiring}
          onClose={() => setRetiring(null)}
          onDone={() => {
            setRetiring(null)
            void list.refetch()
          }}
        />
      )}
      {history && <Revisions code={history.code} title={shown(history.title)} onClose={() => setHistory(null)} />}
    </>
  )
}
