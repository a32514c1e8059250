import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useId, useState } from 'react'
import { asking } from '../../kit/api.ts'
import { w } from '../../kit/text.ts'

export type Colleague = { id: string; name: string }
type Props = { label: string; value: readonly Colleague[]; onChange: (people: readonly Colleague[]) => void; most?: number; focus?: boolean }

/** One colleague or several, by name or pinyin. */
export const Colleagues = ({ label, value, onChange, most = 1, focus = false }: Props) => {
  const id = useId()
  const [q, setQ] = useState('')
  const found = useQuery({ ...asking('findColleagues', { query: { q } }), enabled: q.length > 0 })
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        mode="multiple"
        labelInValue
        autoFocus={focus}
        style={{ width: '100%' }}
        maxCount={most}
        showSearch={{ onSearch: (typed) => setQ(typed.trim()), filterOption: false, autoClearSearchValue: true }}
        placeholder={w('输入姓名或拼音', 'Type a name or pinyin')}
        notFoundContent={q && found.isSuccess ? w('没有找到', 'Nobody found') : null}
        value={value.map((p) => ({ value: p.id, label: p.name }))}
        options={(found.data?.rows ?? []).map((r) => ({ value: r.person.id, label: r.person.name, more: r.posts.join(w('、', ', ')) }))}
        optionRender={({ label: name, data }) => (
          <span>
            {name} <span className="quiet small">{data.more}</span>
          </span>
        )}
        onChange={(chosen) => onChange(chosen.map((c) => ({ id: c.value, name: String(c.label) })))}
      />
    </div>
  )
}
