import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import type { Routes } from '@gongyou/contract/routes.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { App, Button, Skeleton, Table } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { Failure, wordsOf } from '../../kit/Failure.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { Draw } from './Draw.tsx'
import { Judges } from './Judges.tsx'
import { MarkStart } from './MarkStart.tsx'
import { PaperScores } from './PaperScores.tsx'
import { RoundResult } from './RoundResult.tsx'
import './skills.css'
import { minutes, share } from './words.ts'

export type RoundView = ReplyOf<Routes['getRound']>
type Start = RoundView['starts'][number]

const Starts = ({ view, again }: { view: RoundView; again: () => void }) => {
  const [marking, setMarking] = useState<Start | null>(null)
  const sealed = view.round.drawnAt && !view.round.openedAt
  return (
    <div className="contest-box" tabIndex={0} role="region" aria-label={w('出场表', 'Who starts')}>
      <Table<Start>
        size="small"
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        rowKey="entrant"
        dataSource={view.starts.toSorted((a, b) => (a.blind ?? 0) - (b.blind ?? 0))}
        columns={[
          { title: w('编号', 'Number'), width: 80, render: (_, s) => s.blind ?? w('不显示', 'hidden') },
          { title: w('参赛者', 'Entrant'), className: 'whole', width: 140, dataIndex: 'name' },
          { title: w('单位', 'Unit'), className: 'unit-cell', dataIndex: 'unit' },
          { title: w('用时', 'Time'), width: 90, align: 'right', render: (_, s) => minutes(s.seconds) },
          {
            title: view.round.judged ? w('已交评分表', 'Sheets in') : w('成绩', 'Score'),
            width: 110,
            render: (_, s) =>
              s.absent ? (
                <span className="quiet">{w(`缺席：${s.absent}`, `absent: ${s.absent}`)}</span>
              ) : view.round.judged ? (
                String(s.sheets)
              ) : s.scoreEntered ? (
                w('已录入', 'entered')
              ) : (
                '—'
              ),
          },
          {
            title: <span className="unseen">{w('办理', 'Actions')}</span>,
            width: 110,
            render: (_, s) =>
              sealed ? (
                <Button type="link" size="small" onClick={() => setMarking(s)}>
                  {w('用时、缺席', 'Time, absence')}
                </Button>
              ) : null,
          },
        ]}
      />
      {marking && (
        <MarkStart
          round={view.round.id}
          start={marking}
          onClose={() => setMarking(null)}
          onDone={() => {
            setMarking(null)
            again()
          }}
        />
      )}
    </div>
  )
}

/** One round on the day: draw, judges, sheets coming in, the opening. What stands on the sheets nobody sees before it. */
export const RoundPage = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  const { message, modal } = App.useApp()
  const queries = useQueryClient()
  const again = () => void queries.invalidateQueries()
  const round = useQuery({ ...asking('getRound', { params: { id } }), refetchInterval: (q) => (q.state.data?.round.openedAt ? false : 5000) })
  const [drawing, setDrawing] = useState(false)
  const [papers, setPapers] = useState(false)
  const open = useMutation({
    mutationFn: () => ask('openRound', { params: { id } }),
    onSuccess: again,
    onError: (e) => void message.error({ content: wordsOf(e), duration: 8 }),
  })
  if (round.isError) return <Failure error={round.error} onRetry={() => round.refetch()} />
  if (round.isPending) return <Skeleton active paragraph={{ rows: 10 }} />
  const view = round.data
  const r = view.round
  const askOpen = () =>
    modal.confirm({
      title: w('现在统一开封？', 'Open all sheets now?'),
      content: w(
        '开封后成绩立即出现在成绩屏上，评分不能再改，更正只能由仲裁组写明理由办理。',
        'The scores appear on the board at once; afterwards only the arbitration group puts anything right.',
      ),
      okText: w('开封', 'Open'),
      onOk: () => open.mutateAsync().catch(() => undefined),
    })
  return (
    <>
      <div className="page-head">
        <h1>
          <Link to={'/contests/$id' as string} params={{ id: view.contest.id } as never} className="quiet" style={{ fontWeight: 400, fontSize: 14 }}>
            {view.contest.name} / {view.trade.name}
          </Link>
          <span style={{ marginLeft: 8 }}>{r.name}</span>
        </h1>
        <span className="quiet">{share(r.weight)}</span>
        <span className="spring" />
        {!r.drawnAt && (
          <Button type="primary" onClick={() => setDrawing(true)}>
            {w('抽签', 'Draw')}
          </Button>
        )}
        {r.drawnAt && !r.openedAt && !r.judged && <Button onClick={() => setPapers(true)}>{w('录入成绩', 'Enter scores')}</Button>}
        {r.drawnAt && !r.openedAt && (
          <>
            <span className="quiet">
              {view.missing > 0
                ? w(`还差 ${view.missing} ${r.judged ? '张评分表' : '个成绩'}`, `${view.missing} still missing`)
                : w('已经交齐', 'all in')}
            </span>
            <Button type="primary" disabled={view.missing > 0} loading={open.isPending} onClick={askOpen}>
              {w('统一开封', 'Open together')}
            </Button>
          </>
        )}
      </div>
      {r.openedAt && <RoundResult id={id} again={again} />}
      {r.drawnAt && !r.openedAt && r.judged && <Judges view={view} again={again} />}
      {!r.openedAt && (
        <Sheet title={w('出场表', 'Who starts')}>
          {r.drawnAt ? (
            <Starts view={view} again={again} />
          ) : (
            <p className="quiet" style={{ margin: 0 }}>
              {w(
                '还没有抽签。抽签后参赛名单不再变动，评委只看到编号。',
                'Not drawn yet. After the draw the list stands, and judges see numbers only.',
              )}
            </p>
          )}
        </Sheet>
      )}
      <Sheet title={w('抽签凭据', 'Proof of the draw')}>
        <dl className="pairs">
          <dt>{w('种子的摘要（抽签前已公布）', 'Hash of the seed, published before')}</dt>
          <dd className="seed">{r.seedHash}</dd>
          <dt>{w('种子（抽签后公布）', 'Seed, published after')}</dt>
          <dd className="seed">{r.seed ?? '—'}</dd>
          <dt>{w('办法', 'Method')}</dt>
          <dd>
            {w(
              '编号按 SHA-256（种子,参赛者编码）从小到大排列，任何人都可以重算。',
              'Numbers follow SHA-256(seed,id) in ascending order; anybody may compute it again.',
            )}
          </dd>
        </dl>
      </Sheet>
      {drawing && (
        <Draw
          id={id}
          judged={r.judged}
          onClose={() => setDrawing(false)}
          onDone={() => {
            setDrawing(false)
            again()
          }}
        />
      )}
      {papers && (
        <PaperScores
          view={view}
          onClose={() => setPapers(false)}
          onDone={() => {
            setPapers(false)
            again()
          }}
        />
      )}
    </>
  )
}
