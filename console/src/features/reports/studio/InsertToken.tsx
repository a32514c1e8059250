import type { SaidToken } from '@gongyou/contract/reports/shapes.ts'
import { type Span, spans, type TokenForm } from '@gongyou/contract/reports/token.ts'
import { useQuery } from '@tanstack/react-query'
import { Form, Modal, Radio, Segmented, Select } from 'antd'
import { useState } from 'react'
import { asking } from '../../../kit/api.ts'
import { wordsOf } from '../../../kit/Failure.tsx'
import { language, say } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'
import { CutPicker } from './CutPicker.tsx'
import { daysOf, formName, sourceName, spanName } from '../words.ts'

type Given = { report: string; onClose: () => void; onPick: (said: SaidToken) => void }
const forms: readonly TokenForm[] = ['auto', 'exact', '余', '多', '近', '超']

/** Chooses a number: by its figure and days, or among those printed before. What it will say is seen before it is put in. */
export const InsertToken = ({ report, onClose, onPick }: Given) => {
  const [from, setFrom] = useState<'figure' | 'claim'>('figure')
  const [figure, setFigure] = useState<string>()
  const [span, setSpan] = useState<Span>('period')
  const [form, setForm] = useState<TokenForm>('auto')
  const [show, setShow] = useState<'value' | 'change' | 'growth'>('value')
  const [cut, setCut] = useState('')
  const [own, setOwn] = useState(false)
  const [claim, setClaim] = useState<string>()
  const [q, setQ] = useState('')
  const figures = useQuery(asking('listFigures', {}))
  const claims = useQuery({ ...asking('listClaims', { query: { origin: 'historical', limit: 50, ...(q ? { q } : {}) } }), enabled: from === 'claim' })
  const token: SaidToken['token'] | undefined =
    from === 'figure'
      ? figure
        ? { kind: 'figure', figure, span, form, show, ...(cut ? { where: cut } : {}), ...(own ? { scope: 'own' as const } : {}) }
        : undefined
      : claim
        ? { kind: 'claim', claims: [claim] }
        : undefined
  const tried = useQuery({
    ...asking('tryReportToken', { params: { id: report }, body: { token: token ?? { kind: 'claim', claims: [] } } }),
    enabled: token !== undefined,
    retry: false,
  })
  const said = token && tried.data
  return (
    <Modal
      open
      destroyOnHidden
      title={w('插入数字', 'Insert a number')}
      okText={w('插入', 'Insert')}
      okButtonProps={{ disabled: !said || said.value === null }}
      onOk={() => said && onPick(said)}
      onCancel={onClose}
    >
      <Segmented
        style={{ marginBottom: 16 }}
        value={from}
        options={[
          { value: 'figure', label: w('系统数字', 'Figures') },
          { value: 'claim', label: w('历史数字', 'Printed before') },
        ]}
        onChange={(v) => setFrom(v as 'figure' | 'claim')}
      />
      <Form layout="vertical" requiredMark={false}>
        {from === 'figure' ? (
          <>
            <Form.Item label={w('数字', 'Figure')} htmlFor="report-figure">
              <Select
                id="report-figure"
                showSearch={{ optionFilterProp: 'label' }}
                value={figure ?? null}
                options={(figures.data?.figures ?? []).map((f) => ({ value: f.code, label: f.name[language()] }))}
                onChange={(code) => {
                  setFigure(code)
                  setCut('')
                }}
              />
            </Form.Item>
            <Form.Item label={w('时段', 'Period')} htmlFor="report-span">
              <Select id="report-span" value={span} options={spans.map((value) => ({ value, label: spanName(value) }))} onChange={setSpan} />
            </Form.Item>
            {figure && <CutPicker key={figure} figure={figure} definition={figures.data?.figures.find((f) => f.code === figure)} onChange={setCut} />}
            <Form.Item label={w('范围', 'Scope')}>
              <Radio.Group
                value={own}
                onChange={(e) => setOwn(Boolean(e.target.value))}
                options={[
                  { value: false, label: w('本单位及下级', 'With everything beneath') },
                  { value: true, label: w('仅本级', 'Itself alone') },
                ]}
              />
            </Form.Item>
            <Form.Item label={w('内容', 'What')}>
              <Radio.Group
                value={show}
                onChange={(e) => setShow(e.target.value as 'value' | 'change' | 'growth')}
                options={[
                  { value: 'value', label: w('数值', 'The number') },
                  { value: 'change', label: w('比上年增减', 'Against the year before') },
                  { value: 'growth', label: w('同比百分比', 'In per cent') },
                ]}
              />
            </Form.Item>
            {show === 'value' && (
              <Form.Item label={w('写法', 'Wording')}>
                <Radio.Group
                  value={form}
                  onChange={(e) => setForm(e.target.value as TokenForm)}
                  options={forms.map((value) => ({ value, label: formName(value) }))}
                />
              </Form.Item>
            )}
          </>
        ) : (
          <Form.Item label={w('历史数字', 'Printed number')} htmlFor="report-claim">
            <Select
              id="report-claim"
              showSearch={{ filterOption: false, onSearch: setQ }}
              loading={claims.isFetching}
              value={claim ?? null}
              options={(claims.data?.rows ?? []).map((c) => ({ value: c.code, label: `${c.code} ${c.wording}` }))}
              onChange={setClaim}
            />
          </Form.Item>
        )}
      </Form>
      {tried.isError && token && (
        <p role="alert" style={{ color: 'var(--red)' }}>
          {wordsOf(tried.error)}
        </p>
      )}
      {said && (
        <p style={{ margin: 0 }}>
          <b style={{ fontSize: 20 }}>{said.text || '—'}</b>
          <span className="quiet" style={{ display: 'block' }}>
            {said.value === null
              ? w('在报告的时段里没有值，不能插入。', 'No value in the period of the report.')
              : `${say(said.name)} · ${daysOf(said)} · ${sourceName(said.source)} · ${w('实际值', 'value')} ${said.value.toLocaleString()}`}
          </span>
        </p>
      )}
    </Modal>
  )
}
