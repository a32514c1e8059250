import type { RuleRevision } from '@gongyou/contract/clocks/rule-routes.ts'
import { limitWords } from '@gongyou/contract/kit/clock/limit.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { asking } from '../../kit/api.ts'
import { markName } from '../../kit/clock-words.ts'
import { Failure } from '../../kit/Failure.tsx'
import { say } from '../../kit/language.ts'
import { takeFocus, usePanel } from '../../kit/panel.ts'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'
import { ReviseRule, warnName } from './ReviseRule.tsx'

const Revision = ({ r, holding }: { r: RuleRevision; holding: boolean }) => (
  <li className={holding ? 'holding' : ''}>
    <b>{w(`第 ${r.revision} 版`, `Revision ${r.revision}`)}</b> {say(limitWords(r))}
    {r.extension !== null && w(`，可延长 ${r.extension}`, `, extension ${r.extension}`)}
    <div className="quiet small">
      {r.revision > 1 && w(`自 ${r.validFrom} 起。`, `From ${r.validFrom}. `)}
      {r.because}
      {r.by && `，${r.by} ${instant(r.changedAt)}`}
      {r.running > 0 && w(`，在办 ${r.running} 项`, `, ${r.running} running`)}
    </div>
  </li>
)

const Terms = ({ r }: { r: RuleRevision }) => (
  <dl className="pairs">
    <dt>{w('起算', 'From')}</dt>
    <dd>{say(r.begins)}</dd>
    <dt>{w('时限', 'Limit')}</dt>
    <dd>{say(limitWords(r))}</dd>
    <dt>{w('末日', 'Last day')}</dt>
    <dd>
      {r.unit === 'working_days'
        ? w('是工作日', 'Is a working day')
        : r.roll === 'working_day'
          ? w('遇休假日顺延（事前的提前）', 'Moves off days off')
          : w('不顺延', 'Does not move')}
    </dd>
    <dt>{w('可延长', 'Extension')}</dt>
    <dd>{r.extension ?? w('不可', 'None')}</dd>
    <dt>{w('提醒', 'Warnings')}</dt>
    <dd>{r.warn.map(warnName).join('、')}</dd>
    <dt>{w('依据', 'Source')}</dt>
    <dd>
      {r.source} <span className={`rule-mark mark-${r.mark}`}>{markName(r.mark)}</span>
    </dd>
    {r.note && (
      <>
        <dt>{w('说明', 'Note')}</dt>
        <dd>{r.note}</dd>
      </>
    )}
    <dt>{w('编号', 'Code')}</dt>
    <dd className="quiet">{r.code}</dd>
  </dl>
)

/** One rule: its terms, how they came about, and a way to revise them. */
export const RulePanel = ({ code, mayEdit, onClose }: { code: string; mayEdit: boolean; onClose: () => void }) => {
  usePanel(onClose)
  const queries = useQueryClient()
  const [revising, setRevising] = useState(false)
  const asked = useQuery(asking('getRule', { params: { code } }))
  const today = dayjs().format('YYYY-MM-DD')
  const revisions = asked.data?.revisions ?? []
  const holding = revisions.find((r) => r.validFrom <= today) ?? revisions.at(-1)
  const done = async () => {
    setRevising(false)
    await Promise.all([queries.invalidateQueries({ queryKey: ['getRule'] }), queries.invalidateQueries({ queryKey: ['listRules'] })])
  }
  return (
    <aside className="sheet panel" ref={takeFocus} tabIndex={-1} aria-label={w('时限规则', 'Rule')}>
      {asked.isError && <Failure error={asked.error} onRetry={() => asked.refetch()} />}
      {asked.isPending && <Skeleton active paragraph={{ rows: 8 }} style={{ padding: 16 }} />}
      {holding && (
        <>
          <header>
            <h2 style={{ margin: 0 }}>{say(holding.name)}</h2>
            <span style={{ flex: 1 }} />
            <Button size="small" type="text" onClick={onClose}>
              {w('关闭', 'Close')}
            </Button>
          </header>
          <div className="body">
            <Terms r={holding} />
            <h2 style={{ marginTop: 20 }}>{w('沿革', 'Revisions')}</h2>
            <ul className="revisions">
              {revisions.map((r) => (
                <Revision key={r.revision} r={r} holding={r === holding} />
              ))}
            </ul>
          </div>
          {mayEdit && (
            <div className="acts">
              <Button onClick={() => setRevising(true)}>{w('修订', 'Revise')}</Button>
            </div>
          )}
          {revising && (
            <ReviseRule
              last={revisions[0] ?? holding}
              running={revisions.reduce((n, r) => n + r.running, 0)}
              onClose={() => setRevising(false)}
              onDone={done}
            />
          )}
        </>
      )}
    </aside>
  )
}
