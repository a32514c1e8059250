import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Form, Input, Skeleton, Table } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { FormModal } from '../../kit/FormModal.tsx'
import { say } from '../../kit/language.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'

type Open = { act: 'new' } | { act: 'retire'; code: string; title: string }

/** Every kind of activity, those of an office among them, and what is being designed. */
export const KindsPage = () => {
  const go = useNavigate()
  const queries = useQueryClient()
  const [open, setOpen] = useState<Open>()
  const kinds = useQuery(asking('listActivityKinds', {}))
  const drafts = useQuery(asking('listKindDesigns', {}))
  const design = (id: string) => go({ to: '/activity-kinds/$id' as string, params: { id } as never })
  const revise = async (code: string, title: string) => {
    const begun = drafts.data?.drafts.find((d) => d.code === code)
    await design(begun?.id ?? (await ask('createKindDesign', { body: { title, from: code } })).id)
  }
  return (
    <>
      <div className="page-head">
        <h1>{w('活动类型', 'Kinds of activity')}</h1>
        <span className="spring" />
        <Button onClick={() => setOpen({ act: 'new' })}>{w('新建类型', 'New kind')}</Button>
      </div>
      {drafts.data && drafts.data.drafts.length > 0 && (
        <Sheet title={w('未发布的草稿', 'Drafts')}>
          {drafts.data.drafts.map((d) => (
            <div key={d.id} style={{ display: 'flex', gap: 12, padding: '4px 0' }}>
              <Link to={'/activity-kinds/$id' as string} params={{ id: d.id } as never}>
                {d.title}
              </Link>
              <span className="quiet">{w(`第 ${d.revision} 版`, `revision ${d.revision}`)}</span>
              <span style={{ flex: 1 }} />
              <span className="quiet">{instant(d.changedAt)}</span>
            </div>
          ))}
        </Sheet>
      )}
      <div className="sheet list">
        {kinds.isError ? (
          <Failure error={kinds.error} onRetry={() => kinds.refetch()} />
        ) : !kinds.data ? (
          <Skeleton active style={{ padding: 16 }} />
        ) : (
          <Table
            size="small"
            pagination={false}
            scroll={{ x: 'max-content' }}
            rowKey={(k) => k.code}
            dataSource={kinds.data.kinds}
            columns={[
              { title: w('类型', 'Kind'), width: 180, render: (_, k) => say(k.title) },
              { title: w('用于', 'For'), render: (_, k) => <span className="quiet">{say(k.summary)}</span> },
              {
                title: w('来源', 'Made by'),
                width: 110,
                render: (_, k) => (k.madeBy === 'code' ? w('系统自带', 'built in') : w('本单位设计', 'an office')),
              },
              { title: w('版本', 'Revision'), width: 80, align: 'right', render: (_, k) => k.revision },
              {
                title: '',
                width: 150,
                render: (_, k) =>
                  k.retired ? (
                    <span className="quiet">{w('已停用', 'retired')}</span>
                  ) : (
                    <>
                      <Button type="link" size="small" onClick={() => void revise(k.code, say(k.title))}>
                        {w('改版', 'Revise')}
                      </Button>
                      <Button type="link" size="small" onClick={() => setOpen({ act: 'retire', code: k.code, title: say(k.title) })}>
                        {w('停用', 'Retire')}
                      </Button>
                    </>
                  ),
              },
            ]}
          />
        )}
      </div>
      {open?.act === 'new' && (
        <FormModal<{ title: string }, { id: string }>
          title={w('新建活动类型', 'New kind of activity')}
          ok={w('开始设计', 'Begin')}
          says={w('先起个名字，发布前谁也看不到。', 'A name first; nobody sees it before it is published.')}
          save={(f) => ask('createKindDesign', { body: f })}
          onClose={() => setOpen(undefined)}
          onDone={({ id }) => void design(id)}
        >
          <Form.Item
            name="title"
            label={w('类型名称', 'Name')}
            rules={[{ required: true, min: 2, max: 40, message: w('请填写 2 至 40 个字', 'Two to forty characters') }]}
          >
            <Input />
          </Form.Item>
        </FormModal>
      )}
      {open?.act === 'retire' && (
        <FormModal<{ because: string }>
          title={w(`停用“${open.title}”`, `Retire “${open.title}”`)}
          ok={w('停用', 'Retire')}
          danger
          says={w('不能再按它新建活动；已有的活动照常进行。', 'Nothing new is planned under it; what is planned goes on.')}
          save={(f) => ask('retireKind', { params: { code: open.code }, body: f })}
          onClose={() => setOpen(undefined)}
          onDone={() => {
            setOpen(undefined)
            void queries.invalidateQueries({ queryKey: ['listActivityKinds'] })
          }}
        >
          <Form.Item name="because" label={w('原因', 'Why')} rules={[{ required: true, min: 2, message: w('请写明原因', 'Please say why') }]}>
            <Input maxLength={300} />
          </Form.Item>
        </FormModal>
      )}
    </>
  )
}
