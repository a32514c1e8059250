import { paperKind } from '@gongyou/contract/papers/kinds.ts'
import type { Paper } from '@gongyou/contract/papers/shapes.ts'
import { useQuery } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { ask, asking } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { useMe } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'

type Fields = { code: string; mark: string }

/** The last look before a paper gets its number: under which code, in whose name. */
export const IssuePaper = ({ paper, onClose, onDone }: { paper: Paper; onClose: () => void; onDone: (number: string) => void }) => {
  const me = useMe()
  const organ = useQuery(asking('getOrgan', { params: { id: paper.org.id } }))
  if (!organ.data) return null
  const { code, mark } = organ.data
  const save = async (f: Fields) => {
    if (f.code !== code) await ask('setOrgan', { params: { id: paper.org.id }, body: { code: f.code, mark } })
    return ask('issuePaper', { params: { id: paper.id }, body: { version: paper.version } })
  }
  return (
    <FormModal<Fields, Paper>
      title={w(`签发“${paper.title}”`, `Issue “${paper.title}”`)}
      ok={w('签发并编号', 'Issue and number')}
      says={w(
        '签发后编入文号，内容不能再改；有误只能作废重发，作废的文号不再使用。',
        'It gets its number and can no longer change; a mistake means withdrawing it, and its number is not used again.',
      )}
      initial={{ code, mark }}
      save={save}
      onClose={onClose}
      onDone={(issued) => onDone(issued.number ?? '')}
    >
      <dl className="pairs" style={{ marginBottom: 16 }}>
        <dt>{w('签发人', 'Signed by')}</dt>
        <dd>{me.person?.name}</dd>
        <dt>{w('主送', 'To')}</dt>
        <dd>{paper.addressee || '—'}</dd>
      </dl>
      <Form.Item
        name="code"
        label={w('机关代字', 'Code of the organisation')}
        extra={w(`文号为：${code}${paperKind(paper.kind).word}〔年份〕序号`, `Numbers read ${code}${paperKind(paper.kind).word}〔year〕serial`)}
        rules={[{ pattern: /^[\u4e00-\u9fff]{2,8}$/, message: w('2 至 8 个汉字，如“密工”', 'Two to eight Chinese characters') }]}
      >
        <Input maxLength={8} style={{ width: 160 }} />
      </Form.Item>
    </FormModal>
  )
}
