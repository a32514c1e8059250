import type { Field } from '@gongyou/contract/forms/index.ts'
import { useQuery } from '@tanstack/react-query'
import { Input, Select, TreeSelect } from 'antd'
import { useMemo, useState } from 'react'
import { asking } from '../api.ts'
import { useMay } from '../me.ts'
import { w } from '../text.ts'
import './form.css'
import { bagOf, packed, referenceOf, textOf } from './given.ts'
import { statusOf, useRested } from './rested.ts'
import type { Control } from './SimpleInput.tsx'

/** Finds a person of the register by name, pinyin, phone or the last four of the ID. */
export const PersonPicker = ({ value, onChange, ...rest }: Control) => {
  const [typed, setTyped] = useState('')
  const q = useRested(typed)
  const found = useQuery({ ...asking('listMembers', { query: { q, limit: 12 } }), enabled: q.length > 0 })
  const chosen = referenceOf(value)
  return (
    <Select
      {...rest}
      {...statusOf(rest['aria-invalid'])}
      style={{ width: '100%', maxWidth: 440 }}
      allowClear
      labelInValue
      showSearch={{ onSearch: setTyped, filterOption: false }}
      placeholder={w('姓名、拼音、手机号或证件后四位', 'Name, pinyin, phone or last four of the ID')}
      notFoundContent={q && found.isSuccess ? w('没有找到，或不在您的范围内', 'Nobody found within your reach') : null}
      value={chosen ? { value: chosen.id, label: chosen.name } : null}
      options={(found.data?.rows ?? []).map((m) => ({ value: m.person.id, label: m.person.name, more: `${m.mobile ?? ''} · ${m.org.name}` }))}
      optionRender={({ label, data }) => (
        <span>
          {label} <span className="quiet small">{data.more}</span>
        </span>
      )}
      onChange={(v) => onChange(v ? { id: v.value, name: String(v.label) } : undefined)}
    />
  )
}

/** Finds a node of the tree by name; only kinds the field allows can be taken. */
export const OrganisationPicker = ({ kinds, value, onChange, ...rest }: Control & { kinds?: readonly string[] | undefined }) => {
  const may = useMay()
  const tree = useQuery({ ...asking('listTree', {}), enabled: may('organisations.read'), staleTime: 60_000 })
  const nodes = useMemo(() => {
    const all = tree.data?.nodes ?? []
    const known = new Set(all.map((n) => n.id))
    return all.map((n) => ({
      id: n.id,
      value: n.id,
      // The top of what one may see stands at the root, wherever its own parent is.
      pId: n.parent && known.has(n.parent) ? n.parent : '',
      title: n.name,
      disabled: kinds !== undefined && !kinds.includes(n.kind),
    }))
  }, [tree.data, kinds])
  const chosen = referenceOf(value)
  const roots = nodes.filter((n) => n.pId === '').map((n) => n.id)
  return (
    <TreeSelect
      {...rest}
      {...statusOf(rest['aria-invalid'])}
      style={{ width: '100%', maxWidth: 440 }}
      allowClear
      labelInValue
      loading={tree.isLoading}
      treeData={nodes}
      treeDataSimpleMode={{ id: 'id', pId: 'pId', rootPId: '' }}
      showSearch={{ treeNodeFilterProp: 'title' }}
      treeDefaultExpandedKeys={roots}
      key={roots.join()}
      placeholder={w('输入名称查找', 'Type a name')}
      value={chosen ? { value: chosen.id, label: chosen.name } : null}
      onChange={(v) => onChange(v ? { id: v.value, name: String(v.label) } : undefined)}
    />
  )
}

const anew = 'new:'

/** An employer of the register, or one it does not know yet: then by name and, where at hand, credit code. */
export const EmployerPicker = ({ value, onChange, ...rest }: Control) => {
  const [typed, setTyped] = useState('')
  const q = useRested(typed)
  const may = useMay()
  const found = useQuery({ ...asking('listEmployers', { query: { q, limit: 12 } }), enabled: q.length > 0 && may('organisations.read') })
  const { id, name, uscc } = bagOf(value)
  const rows = found.data?.rows ?? []
  const options = [
    ...rows.map((e) => ({ value: e.id, label: e.name, more: e.uscc ?? '' })),
    ...(q.length > 1 && !rows.some((e) => e.name === q)
      ? [{ value: anew + q, label: q, more: w('名册里没有，按此名称填写', 'not in the register; take this name') }]
      : []),
  ]
  const take = (to: string) => {
    const row = rows.find((e) => e.id === to)
    onChange(row ? packed({ id: row.id, name: row.name, uscc: row.uscc }) : { name: to.slice(anew.length) })
  }
  return (
    <>
      <Select
        {...rest}
        {...statusOf(rest['aria-invalid'])}
        style={{ width: '100%', maxWidth: 440 }}
        allowClear
        labelInValue
        showSearch={{ onSearch: setTyped, filterOption: false }}
        placeholder={w('单位名称或统一社会信用代码', 'Name or credit code')}
        notFoundContent={q && found.isSuccess ? w('没有找到', 'Nothing found') : null}
        value={textOf(name) ? { value: textOf(id) || anew + textOf(name), label: textOf(name) } : null}
        options={options}
        optionRender={({ label, data }) => (
          <span>
            {label} <span className="quiet small">{data.more}</span>
          </span>
        )}
        onChange={(v) => (v ? take(v.value) : onChange(undefined))}
      />
      {textOf(name) && !id && (
        <Input
          style={{ maxWidth: 440, marginTop: 8 }}
          aria-label={w('统一社会信用代码（选填）', 'Credit code (optional)')}
          placeholder={w('统一社会信用代码（选填）', 'Credit code (optional)')}
          maxLength={20}
          value={textOf(uscc)}
          onChange={(e) => onChange(packed({ name, uscc: e.target.value }))}
        />
      )}
    </>
  )
}

/** Town and the words of the address; where the field wants a point, longitude and latitude too. */
export const AddressInput = ({
  field,
  towns,
  value,
  onChange,
  ...rest
}: Control & { field: Extract<Field, { kind: 'address' }>; towns: readonly { value: string; label: string }[] }) => {
  const { town, text, point } = bagOf(value)
  const [lng, lat] = Array.isArray(point) ? point : [undefined, undefined]
  const change = (next: object) => onChange(packed({ town, text, point, ...next }))
  // Half a point is kept as it is: the check says what is missing.
  const at = (index: 0 | 1, typed: string) => {
    const number = typed.trim() === '' ? undefined : Number(typed)
    const next = index === 0 ? [number, lat] : [lng, number]
    change({ point: next.every((x) => x === undefined) ? undefined : next })
  }
  return (
    <div className="address">
      <Select
        style={{ width: 140 }}
        allowClear
        aria-label={w('镇街', 'Town')}
        placeholder={w('镇街', 'Town')}
        showSearch={{ optionFilterProp: 'label' }}
        options={[...towns]}
        value={typeof town === 'number' ? String(town) : null}
        onChange={(v) => change({ town: v ? Number(v) : undefined })}
      />
      <Input
        {...rest}
        {...statusOf(rest['aria-invalid'])}
        style={{ flex: 1, minWidth: 200 }}
        maxLength={200}
        placeholder={w('村、社区、街路、门牌', 'Village, street, number')}
        value={textOf(text)}
        onChange={(e) => change({ text: e.target.value })}
      />
      {field.point &&
        ([0, 1] as const).map((i) => {
          const label = i === 0 ? w('经度（可不填）', 'Longitude (optional)') : w('纬度（可不填）', 'Latitude (optional)')
          const number = i === 0 ? lng : lat
          return (
            <Input
              key={i}
              style={{ width: 160 }}
              inputMode="decimal"
              aria-label={label}
              placeholder={label}
              defaultValue={number === undefined ? '' : String(number)}
              onBlur={(e) => at(i, e.target.value)}
            />
          )
        })}
    </div>
  )
}
