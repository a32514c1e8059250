import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, DatePicker, Form, Input, InputNumber, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { ColleaguePicker } from './ColleaguePicker.tsx'
import { rightName } from './Tokens.tsx'

type Lend = { post: string; to: string; rights: never[]; because: string; until: Dayjs }
type Break = { org: string; rights: never[]; because: string; minutes: number }

/** Rights lent to a colleague for a while, and emergency access: both with an end and a reason. */
export const LendingList = () => {
  const lending = useQuery(asking('myLending', {}))
  const emergencies = useQuery(asking('myBreakGlass', {}))
  const units = useQuery({ ...asking('listReceivingUnions', {}), retry: false })
  const [open, setOpen] = useState<'lend' | 'break' | null>(null)
  const [post, setPost] = useState<string>()
  const end = useMutation({ mutationFn: (id: string) => ask('endLending', { params: { id } }), onSuccess: () => lending.refetch() })
  const endBreak = useMutation({ mutationFn: (id: string) => ask('endBreakGlass', { params: { id } }), onSuccess: () => emergencies.refetch() })
  const posts = lending.data?.posts ?? []
  const rightsOf = posts.find((p) => p.id === post)?.rights ?? []
  const close = () => setOpen(null)
  return (
    <>
      <Sheet
        title={w('委托', 'Rights lent')}
        head={
          posts.length > 0 && (
            <Button size="small" onClick={() => setOpen('lend')}>
              {w('委托同事', 'Lend to a colleague')}
            </Button>
          )
        }
      >
        {lending.data?.rows.length === 0 && (
          <p className="quiet" style={{ margin: 0 }}>
            {w('没有委托。出差或休假时可以把权限临时委托给同事。', 'Nothing lent. When away, lend your rights to a colleague for a while.')}
          </p>
        )}
        {lending.data?.rows.map((l) => (
          <div key={l.id} style={{ display: 'flex', gap: 8, padding: '4px 0' }}>
            <span style={{ flex: 1 }}>
              {l.from.name} → {l.to.name} · {l.org.name}
              <br />
              <span className="quiet small">
                {l.rights.map(rightName).join('、')} · {w('到 ', 'until ')}
                {l.untilAt.slice(0, 10)} · {l.because}
              </span>
            </span>
            {l.standing ? (
              <Button size="small" type="text" onClick={() => end.mutate(l.id)}>
                {w('提前结束', 'End')}
              </Button>
            ) : (
              <span className="quiet">{w('已结束', 'Ended')}</span>
            )}
          </div>
        ))}
      </Sheet>
      <Sheet
        title={w('应急访问', 'Emergency access')}
        head={
          <Button size="small" onClick={() => setOpen('break')}>
            {w('申请应急访问', 'Open emergency access')}
          </Button>
        }
      >
        {emergencies.data?.rows.length === 0 && (
          <p className="quiet" style={{ margin: 0 }}>
            {w(
              '只在紧急情况下使用：最多 4 小时，写明理由，经审会收到通知并复核。',
              'For emergencies only: four hours at most, with a reason; auditors are told and review it.',
            )}
          </p>
        )}
        {emergencies.data?.rows.map((e) => (
          <div key={e.id} style={{ display: 'flex', gap: 8, padding: '4px 0' }}>
            <span style={{ flex: 1 }}>
              {e.org.name}
              <br />
              <span className="quiet small">
                {e.rights.map(rightName).join('、')} · {e.because}
              </span>
            </span>
            {!e.endedAt && e.untilAt > new Date().toISOString() ? (
              <Button size="small" type="text" onClick={() => endBreak.mutate(e.id)}>
                {w('结束', 'End')}
              </Button>
            ) : (
              <span className="quiet">{e.reviewedAt ? w('已复核', 'Reviewed') : w('待复核', 'To be reviewed')}</span>
            )}
          </div>
        ))}
      </Sheet>
      {open === 'lend' && (
        <FormModal<Lend>
          title={w('委托同事', 'Lend to a colleague')}
          ok={w('委托', 'Lend')}
          initial={{ until: dayjs().add(7, 'day') }}
          save={(f) => ask('lendRights', { body: { ...f, until: f.until.format('YYYY-MM-DD') } })}
          onClose={close}
          onDone={() => {
            close()
            void lending.refetch()
          }}
        >
          <Form.Item name="post" label={w('我的岗位', 'My post')} rules={[{ required: true, message: w('请选择', 'Choose') }]}>
            <Select onChange={setPost} options={posts.map((p) => ({ value: p.id, label: p.post }))} />
          </Form.Item>
          <Form.Item name="to" label={w('委托给', 'To')} rules={[{ required: true, message: w('请选择', 'Choose') }]}>
            <ColleaguePicker />
          </Form.Item>
          <Form.Item name="rights" label={w('权限', 'Rights')} rules={[{ required: true, message: w('请选择', 'Choose') }]}>
            <Select mode="multiple" options={rightsOf.map((value) => ({ value, label: rightName(value) }))} />
          </Form.Item>
          <Form.Item name="until" label={w('到哪天（最长 92 天）', 'Until (92 days at most)')}>
            <DatePicker style={{ width: '100%' }} minDate={dayjs()} maxDate={dayjs().add(91, 'day')} />
          </Form.Item>
          <Form.Item name="because" label={w('原因', 'Reason')} rules={[{ required: true, min: 2, message: w('请写明原因', 'Give the reason') }]}>
            <Input maxLength={300} />
          </Form.Item>
        </FormModal>
      )}
      {open === 'break' && (
        <FormModal<Break>
          danger
          title={w('申请应急访问', 'Emergency access')}
          ok={w('打开', 'Open')}
          says={w('打开后立即通知经审干部和系统管理员。', 'Auditors and administrators are told at once.')}
          initial={{ minutes: 60 }}
          save={(f) => ask('breakGlass', { body: f })}
          onClose={close}
          onDone={() => {
            close()
            location.reload()
          }}
        >
          <Form.Item name="org" label={w('组织', 'Organisation')} rules={[{ required: true, message: w('请选择', 'Choose') }]}>
            <Select showSearch={{ optionFilterProp: 'label' }} options={(units.data?.rows ?? []).map((u) => ({ value: u.id, label: u.name }))} />
          </Form.Item>
          <Form.Item name="rights" label={w('需要的权限', 'Rights needed')} rules={[{ required: true, message: w('请选择', 'Choose') }]}>
            <Select
              mode="multiple"
              options={['people.read', 'people.unmask', 'membership.read', 'membership.decide'].map((value) => ({ value, label: rightName(value) }))}
            />
          </Form.Item>
          <Form.Item name="minutes" label={w('分钟（5 至 240）', 'Minutes (5 to 240)')}>
            <InputNumber min={5} max={240} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item
            name="because"
            label={w('紧急情况（不少于 10 个字）', 'The emergency (10 characters or more)')}
            rules={[{ required: true, min: 10, message: w('请写清楚发生了什么', 'Say what has happened') }]}
          >
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
          </Form.Item>
        </FormModal>
      )}
    </>
  )
}
