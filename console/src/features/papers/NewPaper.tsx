import type { TokenValue, TokenValues } from '@gongyou/contract/papers/template.ts'
import type { PaperKindCode } from '@gongyou/contract/papers/kinds.ts'
import { useQuery } from '@tanstack/react-query'
import { Form, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { useMe } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { TokenField, type TypedValue, valueOf } from './TokenField.tsx'
import { kindOptions } from './words.ts'

const blank = 'blank:'
const known = new Set(['organisation', 'today', 'drafter'])

type Fields = { orgId: string; template: string; values?: Record<string, TypedValue> }

const Tokens = ({ code }: { code: string }) => {
  const template = useQuery(asking('getTemplate', { params: { code } }))
  if (!template.data) return <Skeleton active paragraph={{ rows: 3 }} />
  return template.data.tokens.filter((k) => !known.has(k.name)).map((token) => <TokenField key={token.name} token={token} />)
}

/** A new paper: who issues it, from which template, with which values. What is left empty is filled in later, on the paper. */
export const NewPaper = ({ onClose, onDone }: { onClose: () => void; onDone: (id: string) => void }) => {
  const me = useMe()
  const tree = useQuery(asking('listTree', {}))
  const templates = useQuery(asking('listTemplates', {}))
  const [chosen, setChosen] = useState<string>()
  const mine = me.posts.find((p) => p.rights.includes('papers.write'))
  const save = async (f: Fields) => {
    if (f.template.startsWith(blank)) return ask('draftPaper', { body: { orgId: f.orgId, kind: f.template.slice(blank.length) as PaperKindCode } })
    const { kind, tokens } = await ask('getTemplate', { params: { code: f.template } })
    const entries = tokens.filter((k) => !known.has(k.name)).map((k): [string, TokenValue] => [k.name, valueOf(k, f.values?.[k.name])])
    const values: TokenValues = Object.fromEntries(entries.filter(([, value]) => value !== undefined))
    return ask('draftPaper', { body: { orgId: f.orgId, template: f.template, kind, values: values as never } })
  }
  return (
    <FormModal<Fields, { id: string }>
      title={w('拟稿', 'Draft a paper')}
      ok={w('生成草稿', 'Make the draft')}
      says={w(
        '没有填的地方会在草稿里标出来，补齐后才能签发。',
        'What is left empty is marked in the draft and must be filled in before it is issued.',
      )}
      initial={mine ? { orgId: mine.org.id } : {}}
      save={save}
      onClose={onClose}
      onDone={({ id }) => onDone(id)}
    >
      <Form.Item name="template" label={w('模板', 'Template')} rules={[{ required: true, message: w('请选择模板', 'Choose a template') }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          onChange={setChosen}
          options={[
            { label: w('模板', 'Templates'), options: (templates.data?.rows ?? []).map((t) => ({ value: t.code, label: t.name })) },
            {
              label: w('空白公文', 'Blank papers'),
              options: kindOptions().map((k) => ({ value: `${blank}${k.value}`, label: w(`空白${k.label}`, `Blank: ${k.label}`) })),
            },
          ]}
        />
      </Form.Item>
      <Form.Item name="orgId" label={w('发文机关', 'Issued by')} rules={[{ required: true, message: w('请选择发文机关', 'Choose who issues it') }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={(tree.data?.nodes ?? []).map((n) => ({ value: n.id, label: n.name }))} />
      </Form.Item>
      {chosen && !chosen.startsWith(blank) && <Tokens key={chosen} code={chosen} />}
    </FormModal>
  )
}
