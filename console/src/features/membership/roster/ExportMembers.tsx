import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../../kit/api.ts'
import { wordsOf } from '../../../kit/Failure.tsx'
import type { Search } from '../../../kit/ListPage.tsx'
import { useMay } from '../../../kit/me.ts'
import { w } from '../../../kit/text.ts'
import { saveFile } from './save-file.ts'

type Fields = { purpose: 'report' | 'verification' | 'service' | 'archive'; numbers: 'masked' | 'full'; format: 'xlsx' | 'csv' }
const purposes = () => [{ value: 'report', label: w('上报统计', 'Reporting') }, { value: 'verification', label: w('核对名册', 'Verifying the roster') }, { value: 'service', label: w('开展服务', 'Serving members') }, { value: 'archive', label: w('归档', 'Archiving') }]

/** The list as it is filtered, as a roster file; why it is taken is told and recorded. */
const Ask = ({ search, onClose }: { search: Search; onClose: () => void }) => {
  const may = useMay()
  const [form] = Form.useForm<Fields>()
  const { sort: _, ...filter } = search
  const count = useQuery(asking('countMembers', { query: filter as never }))
  const run = useMutation({
    mutationFn: async (f: Fields) => ({ file: await ask('exportMembers', { query: { ...filter, ...f } as never }), f }),
    onSuccess: ({ file, f }) => { saveFile(file, `${w('会员名册', 'members')}.${f.format}`); onClose() },
  })
  const people = count.data ? `${count.data.count.toLocaleString()}${count.data.capped ? w(' 人以上', '+') : w(' 人', '')}` : '…'
  return (
    <Modal open title={w(`导出会员名册（${people}）`, `Export the roster (${people})`)} okText={w('导出', 'Export')} onCancel={onClose} onOk={() => form.submit()} confirmLoading={run.isPending}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ numbers: 'masked', format: 'xlsx' }} onFinish={(f) => run.mutate(f)}>
        <Form.Item name="purpose" label={w('用途（记入审计）', 'Purpose (recorded)')} rules={[{ required: true, message: w('请选择用途', 'Choose a purpose') }]}><Select options={purposes()} placeholder={w('请选择', 'Choose')} /></Form.Item>
        <Form.Item name="numbers" label={w('证件号码和手机号', 'Document and mobile numbers')}>
          <Radio.Group options={[{ value: 'masked', label: w('打码', 'Masked') }, { value: 'full', label: w('完整（可再导入）', 'In full (can be imported again)'), disabled: !may('people.unmask') }]} />
        </Form.Item>
        <Form.Item name="format" label={w('格式', 'Format')}><Radio.Group options={[{ value: 'xlsx', label: '.xlsx' }, { value: 'csv', label: '.csv' }]} /></Form.Item>
        {run.isError && <p role="alert" className="alert">{wordsOf(run.error)}</p>}
      </Form>
    </Modal>
  )
}

export const ExportMembers = ({ search }: { search: Search }) => {
  const may = useMay()
  const [open, setOpen] = useState(false)
  if (!may('membership.export')) return null
  return <><Button onClick={() => setOpen(true)}>{w('导出', 'Export')}</Button>{open && <Ask search={search} onClose={() => setOpen(false)} />}</>
}
