import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { asking } from '../api.ts'
import { w } from '../text.ts'
import { referenceOf } from './given.ts'
import { statusOf, useRested } from './rested.ts'
import type { Control } from './SimpleInput.tsx'

/** One of the standing entries of an open register, by its name. */
export const EntryPicker = ({ register, value, onChange, ...rest }: Control & { register: string }) => {
  const [typed, setTyped] = useState('')
  const q = useRested(typed)
  const [open, setOpen] = useState(false)
  const found = useQuery({ ...asking('findOpenEntries', { params: { code: register }, query: { q } }), enabled: open, staleTime: 30_000 })
  const chosen = referenceOf(value)
  return (
    <Select
      {...rest}
      {...statusOf(rest['aria-invalid'])}
      style={{ width: '100%', maxWidth: 440 }}
      allowClear
      labelInValue
      showSearch={{ onSearch: setTyped, filterOption: false }}
      onOpenChange={setOpen}
      placeholder={w('输入名称查找', 'Type a name')}
      notFoundContent={found.isSuccess ? w('名册里没有，请先在名册登记', 'Not in the register; enter it there first') : null}
      value={chosen ? { value: chosen.id, label: chosen.name } : null}
      options={(found.data?.found ?? []).map((e) => ({ value: e.id, label: e.name, more: e.about }))}
      optionRender={({ label, data }) => (
        <span>
          {label} <span className="quiet small">{data.more}</span>
        </span>
      )}
      onChange={(v) => onChange(v ? { id: v.value, name: String(v.label) } : undefined)}
    />
  )
}
