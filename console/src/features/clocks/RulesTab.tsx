import type { RuleRevision } from '@gongyou/contract/clocks/rule-routes.ts'
import { limitWords } from '@gongyou/contract/kit/clock/limit.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Input, Skeleton, Table } from 'antd'
import { useState } from 'react'
import { asking } from '../../kit/api.ts'
import { markName } from '../../kit/clock-words.ts'
import { Failure } from '../../kit/Failure.tsx'
import { say } from '../../kit/language.ts'
import type { Search } from '../../kit/ListPage.tsx'
import { w } from '../../kit/text.ts'
import { RulePanel } from './RulePanel.tsx'

/** How the limit is counted, in one word. */
export const countingName = ({ unit }: Pick<RuleRevision, 'unit'>) =>
  unit === 'working_days'
    ? w('工作日', 'Working days')
    : unit === 'as_printed' || unit === 'none'
      ? '—'
      : unit === 'hours'
        ? w('小时', 'Hours')
        : unit === 'calendar_days'
          ? w('自然日', 'Calendar days')
          : w('按年月', 'By the month')

const fits = (r: RuleRevision, typed: string) =>
  [r.code, r.name.zh, r.name.en, r.begins.zh, r.source].some((text) => text.toLowerCase().includes(typed.toLowerCase()))

/** Every time limit the union lives by. */
export const RulesTab = () => {
  const { rule } = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const [typed, setTyped] = useState('')
  const asked = useQuery(asking('listRules', {}))
  if (asked.isError) return <Failure error={asked.error} onRetry={() => asked.refetch()} />
  if (!asked.data) return <Skeleton active paragraph={{ rows: 14 }} />
  const { rows, mayEdit } = asked.data
  const open = (code?: string) => go({ to: '.', search: { tab: 'rules', ...(code ? { rule: code } : {}) } as never, replace: Boolean(rule) })
  return (
    <div className="split" data-open={Boolean(rule)}>
      <div>
        <div className="filters">
          <Input
            allowClear
            style={{ width: 280 }}
            value={typed}
            onChange={(e) => setTyped(e.target.value)}
            placeholder={w('按事项、依据或编号查找', 'Find by duty, source or code')}
            aria-label={w('查找', 'Find')}
          />
        </div>
        <div className="sheet list">
          <Table
            size="small"
            sticky={{ offsetHeader: 48 }}
            pagination={false}
            rowKey="code"
            scroll={{ x: 'max-content' }}
            dataSource={rows.filter((r) => fits(r, typed.trim()))}
            rowClassName={(r) => (r.code === rule ? 'chosen' : '')}
            locale={{ emptyText: <div className="empty">{w('没有符合的规则', 'No rule matches')}</div> }}
            onRow={(r) => ({ onClick: () => open(r.code), tabIndex: 0, onKeyDown: (e) => void (e.key === 'Enter' && open(r.code)) })}
            columns={[
              {
                title: w('事项', 'Duty'),
                render: (_, r) => (
                  <>
                    {say(r.name)}
                    <div className="quiet small">{say(r.begins)}</div>
                  </>
                ),
              },
              { title: w('时限', 'Limit'), width: 120, render: (_, r) => say(limitWords(r)) },
              { title: w('算法', 'Counted in'), width: 128, render: (_, r) => countingName(r) },
              { title: w('可延长', 'Extension'), width: 88, align: 'right', render: (_, r) => r.extension ?? '—' },
              ...(rule
                ? []
                : [
                    {
                      title: w('依据', 'Source'),
                      width: 300,
                      render: (_: unknown, r: RuleRevision) => (
                        <span className="rule-source">
                          <span className={`rule-mark mark-${r.mark}`}>{markName(r.mark)}</span> {r.source}
                        </span>
                      ),
                    },
                    { title: w('在办', 'Running'), width: 72, align: 'right' as const, render: (_: unknown, r: RuleRevision) => r.running || '—' },
                  ]),
            ]}
          />
        </div>
      </div>
      {rule && <RulePanel code={rule} mayEdit={mayEdit} onClose={() => open()} />}
    </div>
  )
}
