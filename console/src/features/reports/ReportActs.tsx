import type { Report } from '@gongyou/contract/reports/shapes.ts'
import { useMutation } from '@tanstack/react-query'
import { App, Button, DatePicker, Form, Input } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { FormModal } from '../../kit/FormModal.tsx'
import { saveFile } from '../../kit/save-file.ts'
import { w } from '../../kit/text.ts'

type Given = { report: Report; onDone: (next: Report, says: string) => void }

const Files = ({ report }: { report: Report }) => {
  const { message } = App.useApp()
  const fetching = useMutation({
    mutationFn: async (form: 'docx' | 'annex') => {
      if (form === 'docx') saveFile(await ask('downloadReportDocx', { params: { id: report.id } }), `${report.title}.docx`)
      else saveFile(await ask('downloadReportAnnex', { params: { id: report.id } }), `${report.title} ${w('数字附表', 'numbers')}.xlsx`)
    },
    onError: (e) => message.error(wordsOf(e)),
  })
  const busy = (form: string) => fetching.isPending && fetching.variables === form
  return (
    <>
      <Button block loading={busy('docx')} onClick={() => fetching.mutate('docx')}>
        {w('下载 Word（公文格式）', 'Download Word')}
      </Button>
      <Button block href={`/api/reports/${report.id}/pdf`} target="_blank">
        {w('打开 PDF', 'Open PDF')}
      </Button>
      <Button block loading={busy('annex')} onClick={() => fetching.mutate('annex')}>
        {w('下载数字附表（Excel）', 'Download the numbers (Excel)')}
      </Button>
    </>
  )
}

/** What can be done with a report now, in the order in which it is done. */
export const ReportActs = ({ report, onDone }: Given) => {
  const { message, modal } = App.useApp()
  const [act, setAct] = useState<'return' | 'publish' | null>(null)
  const at = { params: { id: report.id } }
  const version = report.version
  const last = report.approvals.at(-1)?.org.id === report.at?.id
  const approve = useMutation({
    mutationFn: () => ask('approveReport', { ...at, body: { version } }),
    onSuccess: (next) =>
      onDone(
        next,
        next.state === 'approved' ? w('已定稿，数字已登记', 'Frozen; its numbers are on record') : w('已核定，转上一级', 'Approved and handed up'),
      ),
    onError: (e) => message.error(wordsOf(e)),
  })
  const submit = useMutation({
    mutationFn: () => ask('submitReport', { ...at, body: { version } }),
    onSuccess: (next) => onDone(next, w('已送审', 'Submitted')),
    onError: (e) => message.error(wordsOf(e)),
  })
  const askApprove = () =>
    modal.confirm({
      title: last ? w('核定并定稿？', 'Approve and freeze?') : w('核定并报上一级？', 'Approve and hand up?'),
      content: last
        ? w(
            '定稿后文字和数字不再改动，文中每个数字登记为已发布数字；以后的补录、撤销列入勘误。',
            'Text and numbers stay as they are; every number goes on record as published, later changes become corrections.',
          )
        : w('数字在最后一级核定时定稿。', 'The numbers are frozen when the last level approves.'),
      okText: w('核定', 'Approve'),
      onOk: () => approve.mutateAsync().catch(() => undefined),
    })
  const done = (says: string) => (next: Report) => {
    setAct(null)
    onDone(next, says)
  }
  return (
    <div style={{ display: 'grid', gap: 8, marginTop: 16 }}>
      {report.may.submit && (
        <Button type="primary" block loading={submit.isPending} onClick={() => submit.mutate()}>
          {w('送审', 'Submit')}
        </Button>
      )}
      {report.may.decide && (
        <Button type="primary" block loading={approve.isPending} onClick={askApprove}>
          {w('核定', 'Approve')}
        </Button>
      )}
      {report.may.publish && (
        <Button type="primary" block onClick={() => setAct('publish')}>
          {w('登记发布', 'Note its publication')}
        </Button>
      )}
      <Files report={report} />
      {report.may.decide && (
        <Button type="text" block onClick={() => setAct('return')}>
          {w('退回修改', 'Return it')}
        </Button>
      )}
      {act === 'return' && (
        <FormModal<{ because: string }, Report>
          title={w('退回修改', 'Return the report')}
          ok={w('退回', 'Return')}
          save={(f) => ask('returnReport', { ...at, body: { version, ...f } })}
          onClose={() => setAct(null)}
          onDone={done(w('已退回', 'Returned'))}
        >
          <Form.Item
            name="because"
            label={w('要改什么', 'What has to be changed')}
            rules={[{ required: true, min: 2, message: w('请写明退回原因', 'Please say why') }]}
          >
            <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
          </Form.Item>
        </FormModal>
      )}
      {act === 'publish' && (
        <FormModal<{ medium: string; publishedOn: Dayjs }, Report>
          title={w('登记发布', 'Note its publication')}
          ok={w('发布', 'Publish')}
          initial={{ publishedOn: dayjs() }}
          save={(f) => ask('publishReport', { ...at, body: { version, medium: f.medium, publishedOn: f.publishedOn.format('YYYY-MM-DD') } })}
          onClose={() => setAct(null)}
          onDone={done(w('已发布', 'Published'))}
        >
          <Form.Item name="medium" label={w('刊发渠道', 'Medium')} rules={[{ required: true, message: w('请填写发布在哪里', 'Please say where') }]}>
            <Input maxLength={60} placeholder={w('报刊、公众号、内部材料', 'Paper, account, internal')} />
          </Form.Item>
          <Form.Item name="publishedOn" label={w('发布日期', 'Published on')} rules={[{ required: true, message: w('请选择', 'Choose') }]}>
            <DatePicker allowClear={false} />
          </Form.Item>
        </FormModal>
      )}
    </div>
  )
}
