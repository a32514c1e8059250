import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { language } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'

type Fields = { title: string; fact: string }

/** Figures being made, and the way to begin one. */
export const FigureDrafts = () => {
  const go = useNavigate()
  const [adding, setAdding] = useState(false)
  const drafts = useQuery(asking('listFigureDesigns', {}))
  const facts = useQuery({ ...asking('listFacts', {}), enabled: adding })
  return (
    <>
      {drafts.data?.drafts.map((d) => (
        <Link key={d.id} to={'/figure-designs/$id' as string} params={{ id: d.id } as never}>
          {w(`草稿：${d.title}`, `Draft: ${d.title}`)}
        </Link>
      ))}
      <Button onClick={() => setAdding(true)}>{w('新建数字', 'New figure')}</Button>
      {adding && (
        <FormModal<Fields, { id: string }>
          title={w('新建数字', 'New figure')}
          ok={w('开始', 'Begin')}
          save={(f) => ask('createFigureDesign', { body: f })}
          onClose={() => setAdding(false)}
          onDone={({ id }) => go({ to: '/figure-designs/$id' as string, params: { id } as never })}
        >
          <Form.Item name="title" label={w('名称', 'Name')} rules={[{ required: true, message: w('请填写', 'Please fill in') }]}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="fact" label={w('数什么', 'What is counted')} rules={[{ required: true, message: w('请选择', 'Choose') }]}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={(facts.data?.facts ?? []).map((f) => ({ value: f.code, label: `${f.name[language()]} · ${f.code}` }))}
            />
          </Form.Item>
        </FormModal>
      )}
    </>
  )
}
