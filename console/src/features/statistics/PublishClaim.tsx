import type { Form as PhraseForm } from '@gongyou/contract/kit/phrase.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { DatePicker, Form, Input, Radio } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { FormModal } from '../../kit/FormModal.tsx'
import { language } from '../../kit/language.ts'
import type { Search } from '../../kit/ListPage.tsx'
import { w } from '../../kit/text.ts'
import { Findings } from './Findings.tsx'
import type { Figure } from './FigureNumber.tsx'
import { periodOf } from './words.ts'

type Fields = { document: string; medium?: string; publishedOn: Dayjs; scope?: string }

/** Before a number goes out: how it will be written, and what published before it does not go together with it. */
export const PublishClaim = ({ figure, scope, onClose }: { figure: Figure; scope: Search; onClose: () => void }) => {
  const go = useNavigate()
  const [form, setForm] = useState<PhraseForm>('auto')
  const d = figure.definition
  const asked = {
    figure: d.code,
    ...(d.kind === 'stock' ? {} : { from: scope.from }),
    to: figure.to,
    ...(scope.org ? { org: scope.org } : {}),
    ...(scope.town ? { town: Number(scope.town) } : {}),
    ...(scope.where ? { where: scope.where } : {}),
    form,
  }
  const seen = useQuery({ ...asking('previewClaim', { body: asked as never }), retry: false })
  return (
    <FormModal<Fields, { id: string }>
      title={w(`发布“${d.name.zh}”`, `Publish “${d.name.en}”`)}
      ok={w('发布', 'Publish')}
      initial={{ publishedOn: dayjs() }}
      save={(f) =>
        ask('publishClaim', {
          body: {
            ...asked,
            document: f.document,
            medium: f.medium ?? '',
            scope: f.scope ?? '',
            publishedOn: f.publishedOn.format('YYYY-MM-DD'),
          } as never,
        })
      }
      onClose={onClose}
      onDone={({ id }) => go({ to: '/claims/$id' as string, params: { id } as never })}
    >
      <p style={{ fontSize: 20, margin: '0 0 4px' }}>{seen.data?.wording ?? (seen.isError ? '—' : '…')}</p>
      <p className="quiet small">
        {periodOf(d.kind === 'stock' ? null : figure.from, figure.to)} ·{' '}
        {w(`实际值 ${seen.data?.value.toLocaleString() ?? ''}`, `value ${seen.data?.value.toLocaleString() ?? ''}`)} ·{' '}
        {w('发布后记下口径版本和记录摘要，随时可以重算', 'Definition and a digest of the records are kept; it can be counted again at any time')}
      </p>
      {seen.isError && (
        <p role="alert" style={{ color: 'var(--red)' }}>
          {wordsOf(seen.error)}
        </p>
      )}
      {d.parts.length === 1 && (
        <Form.Item label={w('写法', 'Wording')}>
          <Radio.Group
            value={form}
            onChange={(e) => setForm(e.target.value as PhraseForm)}
            options={[
              { value: 'auto', label: w('按惯例', 'As usual') },
              { value: 'exact', label: w('精确', 'Exact') },
              { value: '余', label: '余' },
              { value: '近', label: '近' },
              { value: '超', label: '超' },
            ]}
          />
        </Form.Item>
      )}
      {seen.data && seen.data.findings.length > 0 && <Findings findings={seen.data.findings} claims={seen.data.others} language={language()} />}
      {seen.data?.findings.length === 0 && <p className="quiet small">{w('与已发布的数字没有矛盾', 'Nothing published contradicts it')}</p>}
      <Form.Item name="document" label={w('用在哪份材料', 'In which document')} rules={[{ required: true, message: w('请写明', 'Please say') }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="medium" label={w('刊发渠道', 'Medium')}>
        <Input maxLength={60} placeholder={w('报刊、公众号、内部材料', 'Paper, account, internal')} />
      </Form.Item>
      <Form.Item name="scope" label={w('范围说明（可空）', 'Scope, in words (optional)')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="publishedOn" label={w('发布日期', 'Published on')} rules={[{ required: true, message: w('请选择', 'Choose') }]}>
        <DatePicker allowClear={false} />
      </Form.Item>
    </FormModal>
  )
}
