import { memberHoldingKinds } from '@gongyou/contract/codes/organisation-kinds.ts'
import { rosterFields } from '@gongyou/contract/membership/roster-fields.ts'
import type { RosterBatch } from '@gongyou/contract/membership/roster.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Select, Table } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../../kit/api.ts'
import { wordsOf } from '../../../kit/Failure.tsx'
import { language } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'
import { useRefresh } from './use-batch.ts'

type Mapping = RosterBatch['mapping']
const titleOf = (code: string) => rosterFields.find((f) => f.code === code)?.title[language()] ?? code

const Preview = ({ batch, mapping, defaultOrgId }: { batch: RosterBatch; mapping: Mapping; defaultOrgId: string | null }) => {
  const shown = useQuery({
    queryKey: ['previewRoster', batch.id, mapping, defaultOrgId],
    queryFn: () => ask('previewRoster', { params: { id: batch.id }, body: { mapping, defaultOrgId } }),
    placeholderData: (before) => before,
  })
  if (shown.isError)
    return (
      <p role="alert" style={{ color: 'var(--red)' }}>
        {wordsOf(shown.error)}
      </p>
    )
  const fields = Object.values(mapping)
  return (
    <section className="sheet list" style={{ marginTop: 16 }}>
      <header>
        <h2 style={{ margin: 0 }}>{w('前几行读出来是这样', 'The first rows, as understood')}</h2>
      </header>
      <Table
        size="small"
        pagination={false}
        loading={shown.isPending}
        rowKey="row"
        dataSource={shown.data?.rows ?? []}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: w('行', 'Row'), dataIndex: 'row', width: 56 },
          ...fields.map((code) => ({ title: titleOf(code), render: (_: unknown, r: { values: Record<string, string> }) => r.values[code] ?? '' })),
          {
            title: w('问题', 'Problems'),
            render: (_, r) =>
              r.problems.map((p) => (
                <div key={p.cell + p.reason.zh} style={{ color: p.level === 'bad' ? 'var(--red)' : 'var(--soon)' }}>
                  {p.cell} {p.reason[language()]}
                </div>
              )),
          },
        ]}
      />
    </section>
  )
}

/** Which column means what; guessed from the titles, remembered for the next workbook of the same layout. */
export const ColumnsStep = ({ batch, onBack }: { batch: RosterBatch; onBack: () => void }) => {
  const refresh = useRefresh()
  const [mapping, setMapping] = useState<Mapping>(batch.mapping)
  const [defaultOrgId, setDefault] = useState<string | null>(batch.defaultOrg?.id ?? null)
  const tree = useQuery(asking('listTree', {}))
  const holding = new Set<string>(memberHoldingKinds)
  const check = useMutation({
    mutationFn: () => ask('checkRoster', { params: { id: batch.id }, body: { mapping, defaultOrgId } }),
    onSuccess: refresh,
  })
  const missing = rosterFields.filter((f) => 'needed' in f && f.needed && !Object.values(mapping).includes(f.code))
  const set = (column: number, code: string | undefined) =>
    setMapping(
      Object.fromEntries([
        ...Object.entries(mapping).filter(([c, f]) => c !== String(column) && f !== code),
        ...(code ? [[String(column), code]] : []),
      ]) as Mapping,
    )
  return (
    <>
      <section className="sheet">
        <header>
          <h2 style={{ margin: 0 }}>{w('每一列是什么', 'What each column means')}</h2>
          <span className="quiet">
            {batch.totalRows > 0 && w(`共 ${batch.totalRows.toLocaleString()} 行`, `${batch.totalRows.toLocaleString()} rows`)}
          </span>
        </header>
        <div className="body roster-columns">
          {batch.columns.map((c) => (
            <label key={c.column}>
              <span>
                <b>{c.letters}</b> {c.title || <i className="quiet">{w('（无标题）', '(no title)')}</i>}
              </span>
              <Select
                allowClear
                size="small"
                showSearch={{ optionFilterProp: 'label' }}
                placeholder={w('不导入', 'Leave out')}
                value={mapping[String(c.column)] ?? null}
                options={rosterFields.map((f) => ({ value: f.code, label: f.title[language()] }))}
                onChange={(v: string | undefined) => set(c.column, v ?? undefined)}
              />
            </label>
          ))}
          <label>
            <span>
              <b>{w('没写工会的行归到', 'Rows without a union go to')}</b>
            </span>
            <Select
              allowClear
              size="small"
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={w('不指定', 'None')}
              value={defaultOrgId}
              onChange={(v: string | undefined) => setDefault(v ?? null)}
              options={(tree.data?.nodes ?? []).filter((n) => holding.has(n.kind)).map((n) => ({ value: n.id, label: n.name }))}
            />
          </label>
        </div>
      </section>
      {missing.length === 0 && <Preview batch={batch} mapping={mapping} defaultOrgId={defaultOrgId} />}
      <div className="roster-acts">
        <Button type="primary" disabled={missing.length > 0} loading={check.isPending} onClick={() => check.mutate()}>
          {w('下一步：检查全部', 'Next: check all rows')}
        </Button>
        <Button onClick={onBack}>{w('返回', 'Back')}</Button>
        {missing.length > 0 && (
          <span style={{ color: 'var(--soon)' }}>
            {w('还缺：', 'Still missing: ')}
            {missing.map((f) => f.title[language()]).join('、')}
          </span>
        )}
        {check.isError && (
          <span role="alert" style={{ color: 'var(--red)' }}>
            {wordsOf(check.error)}
          </span>
        )}
      </div>
    </>
  )
}
