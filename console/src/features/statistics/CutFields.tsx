import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import type { Routes } from '@gongyou/contract/routes.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { asking } from '../../kit/api.ts'
import { language } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'

export type Facts = ReplyOf<Routes['listFacts']>['facts']
export type Cut = { fact: string; where?: Record<string, string | string[]> }

const Values = ({ fact, by, value, onChange }: { fact: string; by: string; value: string[]; onChange: (v: string[]) => void }) => {
  const known = useQuery({ ...asking('listFactValues', { params: { code: fact }, query: { by } }), retry: false })
  return (
    <Select
      mode="multiple"
      aria-label={w('取哪些值', 'Which values')}
      loading={known.isLoading}
      value={value}
      options={(known.data?.values ?? []).map((v) => ({ value: v.key, label: `${v.label[language()]} · ${v.records.toLocaleString()}` }))}
      onChange={onChange}
    />
  )
}

/** Which facts count: all of one kind, or those with chosen values; each value says how many records it has. */
export const CutFields = ({ facts, cut, onChange }: { facts: Facts; cut: Cut; onChange: (next: Cut) => void }) => {
  const fact = facts.find((f) => f.code === cut.fact)
  const where = Object.entries(cut.where ?? {})
  const put = (entries: readonly (readonly [string, string | string[]])[]) =>
    onChange(entries.length > 0 ? { fact: cut.fact, where: Object.fromEntries(entries) } : { fact: cut.fact })
  const free = fact?.dimensions.filter((d) => !where.some(([name]) => name === d.code)) ?? []
  return (
    <>
      <Select
        style={{ width: '100%', marginBottom: 8 }}
        aria-label={w('数什么', 'What is counted')}
        showSearch={{ optionFilterProp: 'label' }}
        value={cut.fact}
        options={facts.map((f) => ({ value: f.code, label: `${f.name[language()]} · ${f.code}` }))}
        onChange={(code) => onChange({ fact: code })}
      />
      {where.map(([name, value]) => (
        <div key={name} className="cut-row">
          <span>{fact?.dimensions.find((d) => d.code === name)?.name[language()] ?? name}</span>
          <Values
            fact={cut.fact}
            by={name}
            value={typeof value === 'string' ? [value] : value}
            onChange={(v) => put(v.length > 0 ? where.map(([n, old]) => [n, n === name ? v : old] as const) : where.filter(([n]) => n !== name))}
          />
          <Button type="text" onClick={() => put(where.filter(([n]) => n !== name))}>
            {w('去掉', 'Remove')}
          </Button>
        </div>
      ))}
      {free.length > 0 && (
        <Select
          style={{ width: 200 }}
          aria-label={w('加一个条件', 'Add a condition')}
          placeholder={w('加一个条件', 'Add a condition')}
          value={null}
          options={free.map((d) => ({ value: d.code, label: d.name[language()] }))}
          onChange={(name: string | null) => name && put([...where, [name, []]])}
        />
      )}
    </>
  )
}
