import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { AutoComplete } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { asking } from './api.ts'
import { useMay } from './me.ts'
import { w } from './text.ts'

/** One box for persons; Ctrl K from anywhere. */
export const QuickSearch = () => {
  const may = useMay()
  const go = useNavigate()
  const box = useRef<{ focus: () => void }>(null)
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  useEffect(() => {
    const wait = setTimeout(() => setQ(typed.trim()), 180)
    return () => clearTimeout(wait)
  }, [typed])
  useEffect(() => {
    const onKey = (e: KeyboardEvent) => {
      if (e.key === 'k' && (e.ctrlKey || e.metaKey)) {
        e.preventDefault()
        box.current?.focus()
      }
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  const found = useQuery({ ...asking('listMembers', { query: { q, limit: 8 } }), enabled: q.length > 0 && may('membership.read') })
  const options = (found.data?.rows ?? []).map((m) => ({
    value: m.person.id,
    label: (
      <span>
        {m.person.name}{' '}
        <span className="quiet small">
          {m.mobile} · {m.org.name}
        </span>
      </span>
    ),
  }))
  return (
    <AutoComplete
      ref={box as never}
      style={{ width: '100%' }}
      value={typed}
      options={options}
      onChange={setTyped}
      allowClear
      aria-label={w('找人', 'Find a person')}
      placeholder={w('找人：姓名、拼音、手机号、证件后四位（Ctrl K）', 'Find a person: name, pinyin, phone, last four of the ID (Ctrl K)')}
      notFoundContent={q && found.isSuccess ? w('没有找到，或不在您的范围内', 'Nobody found within your reach') : null}
      onSelect={(id: string) => {
        setTyped('')
        void go({ to: '/people/$id', params: { id } })
      }}
    />
  )
}
