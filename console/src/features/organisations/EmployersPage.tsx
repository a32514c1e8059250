import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { App, Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { ListPage, type RowOf, type Search } from '../../kit/ListPage.tsx'
import { useMay } from '../../kit/me.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { w } from '../../kit/text.ts'
import { industryName, options, townName } from '../../kit/words.ts'

type Row = RowOf<'listEmployers'>
type Fields = {
  name: string
  uscc?: string
  industry?: string | null
  town?: string | null
  isPlatform?: boolean
  workers?: number | null
  contactName?: string
  contactPhone?: string
}

const EditEmployer = ({ employer, onClose, onDone }: { employer: Row | null; onClose: () => void; onDone: () => void }) => {
  const save = (f: Fields): Promise<unknown> => {
    const details = { ...f, uscc: f.uscc || null, town: f.town ? Number(f.town) : null, isPlatform: f.isPlatform ?? false }
    return employer
      ? ask('changeEmployer', { params: { id: employer.id }, body: { ...details, version: employer.version } })
      : ask('addEmployer', { body: details })
  }
  return (
    <FormModal<Fields>
      title={employer ? w('更正用人单位', 'Correct employer') : w('登记用人单位', 'Register an employer')}
      ok={w('保存', 'Save')}
      initial={employer ? { ...employer, town: employer.town ? String(employer.town) : null } : {}}
      save={save}
      onClose={onClose}
      onDone={onDone}
    >
      <Form.Item name="name" label={w('单位全称', 'Full name')} rules={[{ required: true, min: 2, message: w('请填写全称', 'Give the full name') }]}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="uscc" label={w('统一社会信用代码', 'Credit code')}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="industry" label={w('行业', 'Industry')}>
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={options.industry} />
      </Form.Item>
      <Form.Item name="town" label={w('镇街', 'Town')}>
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={options.town} />
      </Form.Item>
      <Form.Item name="workers" label={w('职工数', 'Workers')}>
        <InputNumber min={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="contactName" label={w('联系人', 'Contact')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="contactPhone" label={w('联系电话', 'Phone')}>
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name="isPlatform" valuePropName="checked">
        <Checkbox>{w('平台企业或其合作商', 'Platform company or its partner')}</Checkbox>
      </Form.Item>
    </FormModal>
  )
}

/** The register of employers; those without a union are whom to organise next. */
export const EmployersPage = () => {
  const search = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const may = useMay()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [edited, setEdited] = useState<Row | 'new' | null>(null)
  return (
    <>
      <ListPage
        title={w('用人单位', 'Employers')}
        list="listEmployers"
        search={search}
        onSearch={(s) => go({ to: '.', search: s as never })}
        head={
          may('organisations.edit') && (
            <Button type="primary" onClick={() => setEdited('new')}>
              {w('登记用人单位', 'Register')}
            </Button>
          )
        }
        filters={[
          { name: 'q', kind: 'text', label: w('名称或信用代码', 'Name or credit code') },
          { name: 'town', kind: 'choice', label: w('镇街', 'Town'), options: options.town },
        ]}
        rowKey={(e) => e.id}
        {...(may('organisations.edit') ? { onOpen: (e: Row) => setEdited(e) } : {})}
        empty={w('还没有登记用人单位', 'No employer registered yet')}
        columns={[
          { title: w('名称', 'Name'), width: 300, render: (_, e) => e.name },
          { title: w('信用代码', 'Credit code'), width: 190, dataIndex: 'uscc' },
          { title: w('行业', 'Industry'), width: 160, ellipsis: true, render: (_, e) => industryName(e.industry) },
          { title: w('镇街', 'Town'), width: 110, render: (_, e) => townName(e.town) },
          { title: w('职工', 'Workers'), width: 80, align: 'right', dataIndex: 'workers' },
          {
            title: w('建会', 'Union'),
            width: 90,
            render: (_, e) => (e.hasUnion ? w('已建', 'Yes') : <span style={{ color: 'var(--soon)' }}>{w('未建', 'No')}</span>),
          },
          { title: w('平台', 'Platform'), width: 70, render: (_, e) => (e.isPlatform ? w('是', 'Yes') : '') },
        ]}
      />
      {edited && (
        <EditEmployer
          employer={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onDone={() => {
            setEdited(null)
            message.success(w('已保存', 'Saved'))
            void queries.invalidateQueries({ queryKey: ['listEmployers'] })
          }}
        />
      )}
    </>
  )
}
