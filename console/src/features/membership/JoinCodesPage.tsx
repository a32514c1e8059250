import { memberHoldingKinds } from '@gongyou/contract/codes/organisation-kinds.ts'
import { useQuery } from '@tanstack/react-query'
import { App, Button, DatePicker, Form, Input, Modal, Select, Table } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { renderSVG } from 'uqr'
import { ask, asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { useMay } from '../../kit/me.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { w } from '../../kit/text.ts'
import './join-codes.css'

type Fields = { orgId: string; kind: 'station' | 'session' | 'venue' | 'unit'; label: string; expiresAt?: Dayjs | null }
const kindName = (k: string) =>
  ({ station: w('服务站', 'Station'), session: w('沟通会', 'Session'), venue: w('阵地', 'Venue'), unit: w('单位', 'Unit') })[k] ?? k

const Poster = ({ code, onClose }: { code: { label: string; url: string; code: string; org: { name: string } }; onClose: () => void }) => (
  <Modal open onCancel={onClose} onOk={() => window.print()} okText={w('打印', 'Print')} title={code.label} width={420}>
    <div className="poster">
      <p>{code.org.name}</p>
      <h1>{w('扫码加入工会', 'Scan to join the union')}</h1>
      <div className="poster-code" dangerouslySetInnerHTML={{ __html: renderSVG(code.url, { border: 1 }) }} />
      <p className="poster-letters">{code.code}</p>
      <p className="quiet">{w('一分半钟办好，不用下载软件', 'A minute and a half, no app to install')}</p>
    </div>
  </Modal>
)

const NewCode = ({ onClose, onDone }: { onClose: () => void; onDone: () => void }) => {
  const tree = useQuery(asking('listTree', {}))
  const holding = new Set<string>(memberHoldingKinds)
  const save = (f: Fields) =>
    ask('openJoinPoint', { body: { orgId: f.orgId, kind: f.kind, label: f.label, expiresAt: f.expiresAt?.endOf('day').toISOString() ?? null } })
  return (
    <FormModal<Fields>
      title={w('新建入会码', 'Open a joining code')}
      ok={w('新建', 'Open')}
      initial={{ kind: 'session' }}
      save={save}
      onClose={onClose}
      onDone={onDone}
    >
      <Form.Item name="kind" label={w('放在哪里', 'Where it stands')}>
        <Select options={(['session', 'station', 'venue', 'unit'] as const).map((value) => ({ value, label: kindName(value) }))} />
      </Form.Item>
      <Form.Item name="orgId" label={w('入会后归属', 'Members belong to')} rules={[{ required: true, message: w('请选择', 'Choose') }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={(tree.data?.nodes ?? []).filter((n) => holding.has(n.kind)).map((n) => ({ value: n.id, label: n.name }))}
        />
      </Form.Item>
      <Form.Item
        name="label"
        label={w('名称（职工会看到）', 'Name (shown to workers)')}
        rules={[{ required: true, min: 2, message: w('请填写名称', 'Give it a name') }]}
      >
        <Input maxLength={60} placeholder={w('例：快递员沟通会（物流园）', 'e.g. Couriers’ session, logistics park')} />
      </Form.Item>
      <Form.Item name="expiresAt" label={w('有效到（不填则长期有效）', 'Valid until (empty: no end)')}>
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
    </FormModal>
  )
}

/** The joining codes: made, printed, counted, closed. */
export const JoinCodesPage = () => {
  const may = useMay()
  const { modal } = App.useApp()
  const codes = useQuery(asking('listJoinPoints', {}))
  const [adding, setAdding] = useState(false)
  const [shown, setShown] = useState<NonNullable<typeof codes.data>['rows'][number] | null>(null)
  const close = (id: string, label: string) =>
    modal.confirm({
      title: w(`停用“${label}”？`, `Close “${label}”?`),
      content: w('停用后再扫会提示向工作人员要新码。', 'Whoever scans it will be told to ask for a new one.'),
      okText: w('停用', 'Close'),
      onOk: async () => {
        await ask('closeJoinPoint', { params: { id } })
        await codes.refetch()
      },
    })
  const state = (c: { closedAt: string | null; expiresAt: string | null }) =>
    c.closedAt ? w('已停用', 'Closed') : c.expiresAt && c.expiresAt < new Date().toISOString() ? w('已过期', 'Expired') : w('可用', 'Open')
  return (
    <>
      <div className="page-head">
        <h1>{w('入会码', 'Joining codes')}</h1>
        <span className="spring" />
        {may('membership.decide') && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {w('新建入会码', 'New code')}
          </Button>
        )}
      </div>
      {codes.isError && <Failure error={codes.error} />}
      <div className="sheet list">
        <Table
          size="small"
          pagination={false}
          loading={codes.isPending}
          rowKey="id"
          dataSource={codes.data?.rows ?? []}
          scroll={{ x: 'max-content' }}
          locale={{
            emptyText: (
              <div className="empty">
                {w(
                  '还没有入会码。新建一个，打印出来放在服务站或沟通会现场。',
                  'No joining code yet. Open one and print it for a station or a session.',
                )}
              </div>
            ),
          }}
          columns={[
            { title: w('名称', 'Name'), dataIndex: 'label' },
            { title: w('归属', 'Union'), render: (_, c) => c.org.name },
            { title: w('码', 'Code'), dataIndex: 'code' },
            { title: w('位置', 'Where'), render: (_, c) => kindName(c.kind) },
            { title: w('状态', 'State'), render: (_, c) => state(c) },
            { title: w('已入会', 'Joined'), align: 'right', render: (_, c) => w(`${c.joined} 人`, String(c.joined)) },
            {
              title: <span className="unseen">{w('办理', 'Actions')}</span>,
              render: (_, c) => (
                <>
                  <Button type="link" size="small" onClick={() => setShown(c)}>
                    {w('海报', 'Poster')}
                  </Button>
                  {!c.closedAt && may('membership.decide') && (
                    <Button type="text" size="small" onClick={() => close(c.id, c.label)}>
                      {w('停用', 'Close')}
                    </Button>
                  )}
                </>
              ),
            },
          ]}
        />
      </div>
      {adding && (
        <NewCode
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false)
            void codes.refetch()
          }}
        />
      )}
      {shown && <Poster code={shown} onClose={() => setShown(null)} />}
    </>
  )
}
