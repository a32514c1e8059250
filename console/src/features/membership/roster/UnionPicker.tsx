import { memberHoldingKinds } from '@gongyou/contract/codes/organisation-kinds.ts'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { asking } from '../../../kit/api.ts'
import { w } from '../../../kit/text.ts'

const holding = new Set<string>(memberHoldingKinds)

/** One of the unions within reach that hold members themselves. */
export const UnionPicker = ({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) => {
  const tree = useQuery({ ...asking('listTree', {}), staleTime: 60_000 })
  return (
    <Select
      style={{ width: '100%' }} allowClear showSearch={{ optionFilterProp: 'label' }} placeholder={w('不指定', 'None')} value={value} onChange={(v) => onChange(v ?? null)} aria-label={w('默认工会', 'Default union')}
      options={(tree.data?.nodes ?? []).filter((n) => holding.has(n.kind)).map((n) => ({ value: n.id, label: n.name }))}
    />
  )
}
