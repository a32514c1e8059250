import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import type { Routes } from '@gongyou/contract/routes.ts'
import { useQuery } from '@tanstack/react-query'
import { Form, Select, Space } from 'antd'
import { useState } from 'react'
import { asking } from '../../../kit/api.ts'
import { language, say } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'

type Definition = ReplyOf<Routes['listFigures']>['figures'][number]

/** Days and places are asked for elsewhere. */
const elsewhere = ['month', 'org', 'town']

/** Only a part of a figure: one kind, one channel. Offered are the values that its records have. */
export const CutPicker = ({
  figure,
  definition,
  onChange,
}: {
  figure: string
  definition: Definition | undefined
  onChange: (where: string) => void
}) => {
  const [by, setBy] = useState<string>()
  const groups = useQuery({ ...asking('getFigure', { params: { code: figure }, query: { by: by ?? '' } }), enabled: by !== undefined })
  const dimensions = (definition?.dimensions ?? []).filter((d) => !elsewhere.includes(d.code))
  if (dimensions.length === 0) return null
  return (
    <Form.Item label={w('只计其中（可空）', 'Only a part (optional)')} htmlFor="report-cut">
      <Space.Compact block>
        <Select
          id="report-cut"
          allowClear
          style={{ width: '45%' }}
          value={by ?? null}
          options={dimensions.map((d) => ({ value: d.code, label: d.name[language()] }))}
          onChange={(v: string | null) => {
            setBy(v ?? undefined)
            onChange('')
          }}
        />
        <Select
          aria-label={w('取值', 'Value')}
          style={{ width: '55%' }}
          disabled={!by}
          loading={groups.isFetching}
          options={(groups.data?.groups ?? []).flatMap((g) => (g.key === null ? [] : [{ value: g.key, label: say(g.label) }]))}
          onChange={(v: string) => onChange(`${by}:${v}`)}
        />
      </Space.Compact>
    </Form.Item>
  )
}
