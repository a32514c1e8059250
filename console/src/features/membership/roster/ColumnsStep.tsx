import { type RosterFieldCode, rosterFields } from '@gongyou/contract/membership/roster-fields.ts'
import type { RosterBatch } from '@gongyou/contract/membership/roster.ts'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Select } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../../kit/api.ts'
import { Failure, wordsOf } from '../../../kit/Failure.tsx'
import { w } from '../../../kit/text.ts'
import { Preview } from './Preview.tsx'
import { fieldName } from './roster-words.ts'
import { UnionPicker } from './UnionPicker.tsx'

type Mapping = Record<string, RosterFieldCode>

/** Which column means what: guessed or remembered, changed here, with the first rows as they will be understood. */
export const ColumnsStep = ({ batch, onDone, onDropped }: { batch: RosterBatch; onDone: () => void; onDropped: () => void }) => {
  const [mapping, setMapping] = useState<Mapping>(batch.mapping)
  const [union, setUnion] = useState<string | null>(batch.defaultOrg?.id ?? null)
  const { message } = App.useApp()
  const preview = useQuery({ ...asking('previewRoster', { params: { id: batch.id }, body: { mapping, defaultOrgId: union } }), placeholderData: keepPreviousData })
  const check = useMutation({ mutationFn: () => ask('checkRoster', { params: { id: batch.id }, body: { mapping, defaultOrgId: union } }), onSuccess: onDone, onError: (e) => message.error(wordsOf(e)) })
  const drop = useMutation({ mutationFn: () => ask('discardRoster', { params: { id: batch.id }, body: {} }), onSuccess: onDropped, onError: (e) => message.error(wordsOf(e)) })
  const give = (column: number, field: RosterFieldCode | undefined) => {
    // A field comes from one column: giving it to another takes it from the first.
    const rest = Object.fromEntries(Object.entries(mapping).filter(([c, f]) => Number(c) !== column && f !== field)) as Mapping
    setMapping(field ? { ...rest, [column]: field } : rest)
  }
  const missing = preview.data?.missing ?? []
  const unread = batch.columns.filter((c) => !mapping[c.column]).length
  const hasUnion = Object.values(mapping).includes('union')
  return (
    <div className="columns side-first roster-columns">
      <section className="sheet">
        <header><h2>{w('前几行会这样读', 'How the first rows will be read')}</h2></header>
        {preview.isError ? <Failure error={preview.error} onRetry={() => preview.refetch()} /> : <Preview rows={preview.data?.rows} mapping={mapping} />}
      </section>
      <section className="sheet">
        <header><h2>{w('列的含义', 'What the columns mean')}</h2>{unread > 0 && <span className="quiet small">{w(`${unread} 列不导入`, `${unread} left out`)}</span>}</header>
        <div className="body">
          {missing.length > 0 && <p role="alert" className="alert">{w(`还要指明：${missing.map(fieldName).join('、')}`, `Still to be told: ${missing.map(fieldName).join(', ')}`)}</p>}
          <dl className="mapping">
            {batch.columns.map((c) => (
              <div key={c.column}>
                <dt><span className="quiet">{c.letters}</span> {c.title}</dt>
                <dd>
                  <Select<RosterFieldCode> size="small" allowClear showSearch={{ optionFilterProp: 'label' }} aria-label={c.title} placeholder={w('不导入', 'Left out')} value={mapping[c.column] ?? null} onChange={(v) => give(c.column, v ?? undefined)}
                    options={rosterFields.map((f) => ({ value: f.code, label: fieldName(f.code) }))} />
                </dd>
              </div>
            ))}
          </dl>
          <label className="usual"><span>{hasUnion ? w('没填工会的行，归入', 'Rows without a union go to') : w('这些人归入', 'These members go to')}</span><UnionPicker value={union} onChange={setUnion} /></label>
        </div>
        <div className="acts">
          <Button type="primary" disabled={missing.length > 0} loading={check.isPending} onClick={() => check.mutate()}>{w(`检查 ${batch.totalRows.toLocaleString()} 行`, `Check ${batch.totalRows.toLocaleString()} rows`)}</Button>
          <Button type="text" loading={drop.isPending} onClick={() => drop.mutate()}>{w('放弃', 'Drop it')}</Button>
        </div>
      </section>
    </div>
  )
}
