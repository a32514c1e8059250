import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { asking } from '../../kit/api.ts'
import { w } from '../../kit/text.ts'

/** Whose entry it is: a member or an employer, found by name. */
export const OwnerField = ({ owner, onChange }: { owner: 'person' | 'employer'; onChange: (id: string | undefined) => void }) => {
  const [q, setQ] = useState('')
  const persons = useQuery({ ...asking('listMembers', { query: { q, limit: 12 } }), enabled: owner === 'person' && q.length > 0 })
  const employers = useQuery({ ...asking('listEmployers', { query: { q, limit: 12 } }), enabled: owner === 'employer' && q.length > 0 })
  const options =
    owner === 'person'
      ? (persons.data?.rows ?? []).map((m) => ({ value: m.person.id, label: `${m.person.name} · ${m.org.name}` }))
      : (employers.data?.rows ?? []).map((e) => ({ value: e.id, label: e.name }))
  return (
    <div className="register-field">
      <label htmlFor="entry-owner">{owner === 'person' ? w('归属职工', 'Person') : w('归属单位', 'Employer')}</label>
      <Select
        id="entry-owner"
        allowClear
        showSearch={{ onSearch: setQ, filterOption: false }}
        placeholder={
          owner === 'person'
            ? w('姓名、拼音、手机号或证件后四位', 'Name, pinyin, phone or last four of the ID')
            : w('单位名称', 'Name of the employer')
        }
        options={options}
        notFoundContent={q ? w('没有找到，或不在您的范围内', 'Nothing found within your reach') : null}
        onChange={(v: string | undefined) => onChange(v)}
      />
    </div>
  )
}
