import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { asking } from '../../kit/api.ts'
import { w } from '../../kit/text.ts'

/** Finds a colleague by name. */
export const ColleaguePicker = ({ value, onChange }: { value?: string; onChange?: (id: string) => void }) => {
  const [q, setQ] = useState('')
  const found = useQuery({ ...asking('findColleagues', { query: { q } }), enabled: q.length > 0 })
  const rows = found.data?.rows ?? []
  return (
    <Select<string>
      showSearch={{ onSearch: setQ, filterOption: false }}
      value={value ?? null}
      onChange={(v) => onChange?.(v)}
      placeholder={w('输入姓名', 'Type a name')}
      notFoundContent={q ? w('没有找到', 'Nobody found') : null}
      options={rows.map((r) => ({ value: r.person.id, label: `${r.person.name} · ${r.posts[0] ?? ''}` }))}
    />
  )
}
