import type { Contest } from '@gongyou/contract/skills/shapes.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { App, Button, Form, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { Failure, wordsOf } from '../../kit/Failure.tsx'
import { FormModal } from '../../kit/FormModal.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { AddTrade } from './AddTrade.tsx'
import { Panel } from './Panel.tsx'
import './skills.css'
import { Trade } from './Trade.tsx'
import { levelName, stateName } from './words.ts'

const Facts = ({ c }: { c: Contest }) => (
  <dl className="pairs contest-fact">
    <dt>{w('系列', 'Series')}</dt>
    <dd>
      {c.series.name}
      {c.series.sponsor && w(`（${c.series.sponsor}冠名支持）`, ` (${c.series.sponsor})`)}，{w(`第 ${c.edition} 届`, `edition ${c.edition}`)}
    </dd>
    <dt>{w('级别、主办', 'Level, organiser')}</dt>
    <dd>
      {levelName(c.level)} · {c.org.name}
    </dd>
    <dt>{w('比赛日期', 'Days')}</dt>
    <dd>{c.heldFrom === c.heldTo ? c.heldFrom : w(`${c.heldFrom} 至 ${c.heldTo}`, `${c.heldFrom} to ${c.heldTo}`)}</dd>
    <dt>{w('报名截止', 'Entries until')}</dt>
    <dd>{c.entriesUntil}</dd>
    <dt>{w('通知文号', 'Document')}</dt>
    <dd>{c.document || '—'}</dd>
    <dt>{w('方案报批', 'Approval')}</dt>
    <dd>
      {c.planCase ? (
        <Link to={'/cases/$id' as string} params={{ id: c.planCase } as never}>
          {c.approvedAt ? w('已批准，看办件', 'Approved; see the case') : w('待批准，看办件', 'Filed; see the case')}
        </Link>
      ) : (
        w('还没有报批', 'Not filed yet')
      )}
    </dd>
  </dl>
)

const Announce = ({ c, onClose, onDone }: { c: Contest; onClose: () => void; onDone: () => void }) => (
  <FormModal<{ document: string }>
    title={w('发布竞赛通知', 'Announce the contest')}
    ok={w('发布', 'Announce')}
    says={w('发布后全区各级工会都能看到，各单位可以录入参赛者。', 'Every union sees it from now on, and units enter their people.')}
    initial={{ document: c.document }}
    save={(f) => ask('announceContest', { params: { id: c.id }, body: { version: c.version, document: f.document ?? '' } })}
    onClose={onClose}
    onDone={onDone}
  >
    <Form.Item name="document" label={w('通知文号（没有可不填）', 'Document number (if any)')}>
      <Input maxLength={60} placeholder="密工发〔2026〕31号" />
    </Form.Item>
  </FormModal>
)

/** What comes next for whoever runs it: one step at a time, by the state it is in. */
const Steps = ({ c, again }: { c: Contest; again: () => void }) => {
  const { message } = App.useApp()
  const [open, setOpen] = useState<'trade' | 'announce' | null>(null)
  const file = useMutation({
    mutationFn: () => ask('fileContestPlan', { params: { id: c.id }, body: { version: c.version } }),
    onSuccess: again,
    onError: (e) => void message.error(wordsOf(e)),
  })
  const done = () => {
    setOpen(null)
    again()
  }
  return (
    <div className="contest-acts">
      {c.announcedAt && (
        <a href={`/m/board/${c.id}`} target="_blank" rel="noreferrer">
          {w('打开成绩屏', 'Scoreboard')}
        </a>
      )}
      {c.mayRun && c.state === 'planned' && (
        <>
          <Button onClick={() => setOpen('trade')}>{w('增加工种', 'Add a trade')}</Button>
          <Button type="primary" disabled={c.trades.length === 0} loading={file.isPending} onClick={() => file.mutate()}>
            {w('方案报批', 'File for approval')}
          </Button>
        </>
      )}
      {c.mayRun && c.state === 'approved' && (
        <Button type="primary" onClick={() => setOpen('announce')}>
          {w('发布竞赛通知', 'Announce')}
        </Button>
      )}
      {open === 'trade' && <AddTrade contest={c.id} onClose={() => setOpen(null)} onDone={done} />}
      {open === 'announce' && <Announce c={c} onClose={() => setOpen(null)} onDone={done} />}
    </div>
  )
}

/** One contest from its plan to its titles, trade by trade. */
export const ContestPage = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  const queries = useQueryClient()
  const contest = useQuery(asking('getContest', { params: { id } }))
  const again = () => void queries.invalidateQueries()
  if (contest.isError) return <Failure error={contest.error} onRetry={() => contest.refetch()} />
  if (contest.isPending) return <Skeleton active paragraph={{ rows: 10 }} />
  const c = contest.data
  return (
    <>
      <div className="page-head">
        <h1>{c.name}</h1>
        <span className={`contest-${c.state}`}>{stateName(c.state)}</span>
        <span className="spring" />
        <Steps c={c} again={again} />
      </div>
      <div className="columns">
        <div>
          {c.trades.length === 0 ? (
            <div className="sheet empty">
              {w('还没有工种。点“增加工种”，写明轮次、评分项和称号名额。', 'No trades yet. Add one with its rounds, score sheets and titles.')}
            </div>
          ) : (
            c.trades.map((trade) => <Trade key={trade.id} c={c} trade={trade} again={again} />)
          )}
        </div>
        <div>
          <Sheet title={w('基本情况', 'About')}>
            <Facts c={c} />
          </Sheet>
          {c.mayRun && <Panel c={c} again={again} />}
        </div>
      </div>
    </>
  )
}
