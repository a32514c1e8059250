import type { SideName } from '@gongyou/contract/statistics/measured.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Form, Input, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { FormModal } from '../../kit/FormModal.tsx'
import { language } from '../../kit/language.ts'
import { ListPage } from '../../kit/ListPage.tsx'
import { useMay } from '../../kit/me.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { ClaimFacts, ClaimNow, sideName } from './ClaimFacts.tsx'
import { Findings } from './Findings.tsx'
import { actName } from './words.ts'
import './figures.css'

const Changes = ({ id, side, added, removed }: { id: string; side?: SideName | undefined; added: number; removed: number }) => {
  const [which, setWhich] = useState<'added' | 'removed'>(added > 0 ? 'added' : 'removed')
  return (
    <ListPage
      title={
        <span style={{ fontSize: 16 }}>
          {w('发布以后的增减', 'Since publication')}
          {side && ` · ${sideName(side)}`}
        </span>
      }
      list="listClaimChanges"
      params={{ id }}
      search={{}}
      onSearch={() => {}}
      fixed={{ which, ...(side ? { side } : {}) }}
      head={
        <Segmented
          value={which}
          options={[
            { value: 'added', label: w(`增加 ${added}`, `Added ${added}`) },
            { value: 'removed', label: w(`减少 ${removed}`, `Removed ${removed}`) },
          ]}
          onChange={(v) => setWhich(v as 'added' | 'removed')}
        />
      }
      rowKey={(r) => r.act}
      empty={w('没有您能看到的记录', 'No record that is yours to see')}
      columns={[
        { title: w('日期', 'Day'), dataIndex: 'day', width: 110 },
        { title: w('登记时间', 'Written'), width: 110, render: (_, r) => r.at.slice(0, 10) },
        { title: w('事项', 'What'), width: 90, render: (_, r) => actName(r.kind) },
        { title: w('职工', 'Person'), width: 120, render: (_, r) => r.person?.name ?? '—' },
        { title: w('工会', 'Union'), ellipsis: true, render: (_, r) => r.org?.name ?? '—' },
        { title: w('经办', 'By'), width: 100, render: (_, r) => r.actor ?? w('历史导入', 'Loaded') },
      ]}
    />
  )
}

/** One published number: as it was said, as it would be counted today, and what it does not go together with. */
export const ClaimPage = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  const may = useMay()
  const queries = useQueryClient()
  const [withdrawing, setWithdrawing] = useState(false)
  const one = useQuery(asking('getClaim', { params: { id } }))
  if (one.isError) return <Failure error={one.error} onRetry={() => one.refetch()} />
  if (!one.data) return <Skeleton active />
  const { claim, now, findings, others } = one.data
  return (
    <>
      <div className="page-head">
        <Link to={'/claims' as string} className="quiet">
          {w('已发布数字', 'Published numbers')}
        </Link>
        <span className="quiet">/</span>
        <h1>{claim.code}</h1>
        <span className="spring" />
        {may('statistics.edit') && !claim.withdrawnAt && (
          <Button type="text" onClick={() => setWithdrawing(true)}>
            {w('撤回', 'Withdraw')}
          </Button>
        )}
      </div>
      <div className="columns">
        <div>
          <ClaimFacts claim={claim} now={now} />
          <Sheet title={w('与其他已发布数字', 'Against other published numbers')}>
            {findings.length > 0 ? (
              <Findings findings={findings} claims={[claim, ...others]} language={language()} />
            ) : (
              <p className="quiet" style={{ margin: 0 }}>
                {w(`同一事项另有 ${others.length} 个数字，没有发现矛盾。`, `${others.length} other numbers about this; no contradiction found.`)}
              </p>
            )}
          </Sheet>
          {now && now.sides.length === 0 && now.added + now.removed > 0 && <Changes id={id} added={now.added} removed={now.removed} />}
          {now?.sides.map((s) => s.added + s.removed > 0 && <Changes key={s.side} id={id} side={s.side} added={s.added} removed={s.removed} />)}
        </div>
        <ClaimNow claim={claim} now={now} />
      </div>
      {withdrawing && (
        <FormModal<{ because: string }>
          title={w(`撤回 ${claim.code}`, `Withdraw ${claim.code}`)}
          ok={w('撤回', 'Withdraw')}
          danger
          says={w('撤回后仍然留在登记册里，不再与别的数字比较。', 'It stays in the register and is compared no more.')}
          save={(f) => ask('withdrawClaim', { params: { id }, body: f })}
          onClose={() => setWithdrawing(false)}
          onDone={() => {
            setWithdrawing(false)
            void queries.invalidateQueries()
          }}
        >
          <Form.Item name="because" label={w('原因', 'Reason')} rules={[{ required: true, min: 2, message: w('请写明', 'Please say') }]}>
            <Input maxLength={300} />
          </Form.Item>
        </FormModal>
      )}
    </>
  )
}
