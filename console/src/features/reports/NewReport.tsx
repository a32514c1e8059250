import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import type { PeriodKind } from '@gongyou/contract/reports/kind.ts'
import type { Routes } from '@gongyou/contract/routes.ts'
import { useQuery } from '@tanstack/react-query'
import { DatePicker, Form, Input, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { language } from '../../kit/language.ts'
import { useMe } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'

type Kinds = ReplyOf<Routes['listReportKinds']>['kinds']
type Fields = { kind: string; orgId: string; period: [Dayjs, Dayjs]; title?: string }
const choose = (what: string) => [{ required: true, message: what }]

/** The period one would write about now: the last whole year, half year or week. */
const usual = (kind: PeriodKind): [Dayjs, Dayjs] => {
  const now = dayjs()
  if (kind === 'week') return [now.subtract(6, 'day'), now]
  if (kind === 'month') return [now.subtract(1, 'month').startOf('month'), now.subtract(1, 'month').endOf('month')]
  if (kind === 'half-year')
    return now.month() < 6
      ? [dayjs(`${now.year() - 1}-07-01`), dayjs(`${now.year() - 1}-12-31`)]
      : [dayjs(`${now.year()}-01-01`), dayjs(`${now.year()}-06-30`)]
  const last = now.month() >= 9 ? now.year() : now.year() - 1
  return [dayjs(`${kind === 'year' ? last : last - 4}-01-01`), dayjs(`${last}-12-31`)]
}
const presets = () => {
  const now = dayjs().year()
  const years = (from: number, to: number): { label: string; value: [Dayjs, Dayjs] } => ({
    label: from === to ? `${from}` : `${from}—${to}`,
    value: [dayjs(`${from}-01-01`), dayjs(`${to}-12-31`)],
  })
  return [years(now, now), years(now - 1, now - 1), years(now - 2, now - 2), years(now - 3, now - 3), years(now - 5, now - 1), years(now - 4, now)]
}

/** A new report: which kind, of whom, for which days. Everything else is counted. */
export const NewReport = ({ kinds, onClose, onDone }: { kinds: Kinds; onClose: () => void; onDone: (id: string) => void }) => {
  const me = useMe()
  const tree = useQuery(asking('listTree', {}))
  const [kind, setKind] = useState<Kinds[number]>()
  const mine = me.posts.find((p) => p.rights.includes('reports.write'))
  return (
    <FormModal<Fields, { id: string }>
      title={w('起草报告', 'Draft a report')}
      ok={w('起草', 'Draft')}
      says={kind?.about[language()] ?? w('选好种类和时段，文中的数字自动取数。', 'Choose kind and period; the numbers are counted.')}
      initial={{ ...(mine ? { orgId: mine.org.id } : {}), period: usual('year') }}
      save={(f) =>
        ask('draftReport', {
          body: {
            kind: f.kind,
            orgId: f.orgId,
            from: f.period[0].format('YYYY-MM-DD'),
            to: f.period[1].format('YYYY-MM-DD'),
            ...(f.title ? { title: f.title } : {}),
          },
        })
      }
      onClose={onClose}
      onDone={({ id }) => onDone(id)}
    >
      <Form.Item noStyle shouldUpdate>
        {(inner) => (
          <Form.Item name="kind" label={w('种类', 'Kind')} rules={choose(w('请选择种类', 'Choose a kind'))}>
            <Select
              options={kinds.map((k) => ({ value: k.code, label: k.name[language()] }))}
              onChange={(code) => {
                const chosen = kinds.find((k) => k.code === code)
                setKind(chosen)
                if (chosen) inner.setFieldValue('period', usual(chosen.period))
              }}
            />
          </Form.Item>
        )}
      </Form.Item>
      <Form.Item name="orgId" label={w('报告单位', 'Organisation')} rules={choose(w('请选择报告单位', 'Choose an organisation'))}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={(tree.data?.nodes ?? []).map((n) => ({ value: n.id, label: n.name }))} />
      </Form.Item>
      <Form.Item name="period" label={w('时段', 'Period')} rules={choose(w('请选择时段', 'Choose a period'))}>
        <DatePicker.RangePicker allowClear={false} presets={presets()} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="title" label={w('标题（可空，自动拟题）', 'Title (optional)')}>
        <Input maxLength={120} />
      </Form.Item>
    </FormModal>
  )
}
