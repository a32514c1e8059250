import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import type { Routes } from '@gongyou/contract/routes.ts'
import { contestStates, contestTitles } from '@gongyou/contract/skills/codes.ts'
import { shownScore } from '@gongyou/contract/skills/scoring.ts'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useParams } from 'wouter'
import { asking } from '../../kit/api.ts'
import { wordsOf } from '../../kit/failure.ts'
import { language } from '../../kit/language.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { w } from '../../kit/text.ts'
import './skills.css'

type Board = ReplyOf<Routes['getScoreboard']>
type Trade = Board['trades'][number]
const nameIn = (list: readonly { code: string; zh: string; en: string }[], code: string) => list.find((e) => e.code === code)?.[language()] ?? code

const RoundState = ({ r }: { r: Trade['rounds'][number] }) => (
  <span className="board-round">
    {r.name}
    <b>{r.opened ? w('已开封', 'opened') : r.sheetsOf > 0 ? `${r.sheetsIn} / ${r.sheetsOf}` : w('未开始', 'not begun')}</b>
  </span>
)

const Standings = ({ trade }: { trade: Trade }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">{w('名次', 'Place')}</th>
        <th scope="col">{w('参赛者', 'Entrant')}</th>
        <th scope="col" className="unit">
          {w('单位', 'Unit')}
        </th>
        {trade.rounds.map((r) => (
          <th key={r.seq} scope="col" className="part">
            {r.name}
          </th>
        ))}
        <th scope="col">{w('总分', 'Total')}</th>
      </tr>
    </thead>
    <tbody>
      {trade.rows.map((row, i) => (
        <tr key={i} className={row.title ? 'titled' : ''}>
          <td>{row.place ?? '—'}</td>
          <td>
            {row.name}
            {row.title ? <small>{nameIn(contestTitles, row.title)}</small> : null}
            <small className="unit-below">{row.unit}</small>
          </td>
          <td className="unit">{row.unit}</td>
          {trade.rounds.map((r) => (
            <td key={r.seq} className="part">
              {row.rounds[r.seq] === undefined ? '—' : shownScore(row.rounds[r.seq]!, trade.decimals)}
            </td>
          ))}
          <td className="total">{row.final === null ? '—' : shownScore(row.final, trade.decimals)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const TradeBoard = ({ trade, contest }: { trade: Trade; contest: string }) => {
  const complete = trade.rounds.every((r) => r.opened)
  return (
    <section className="board-trade">
      <h2>
        {trade.name}
        <span>
          {nameIn(contestStates, trade.state)}
          {trade.noticeUntil ? w(` · 公示到 ${trade.noticeUntil}`, ` · until ${trade.noticeUntil}`) : ''}
        </span>
      </h2>
      <p className="board-rounds">
        {trade.rounds.map((r) => (
          <RoundState key={r.seq} r={r} />
        ))}
      </p>
      {trade.rows.length > 0 ? (
        <>
          {complete ? null : <p className="small">{w('暂列名次，还有轮次没有开封。', 'So far; some rounds are still sealed.')}</p>}
          <Standings trade={trade} />
          {trade.noticeUntil ? (
            <a className="link" href={`/m/objection/${contest}/${trade.id}`}>
              {w('对成绩有异议', 'Object to this result')}
            </a>
          ) : null}
        </>
      ) : (
        <p className="board-wait">{w('评分表封存中，统一开封后显示名次。', 'The sheets are sealed; places appear when they are opened together.')}</p>
      )}
      <details>
        <summary>{w('抽签凭据', 'Proof of the draw')}</summary>
        {trade.rounds.map((r) => (
          <p key={r.seq} className="small">
            {r.name}：SHA-256 {r.seedHash}
            <br />
            {w('种子', 'Seed')}：{r.seed ?? w('抽签后公布', 'after the draw')}
          </p>
        ))}
      </details>
    </section>
  )
}

/** 成绩屏: in the hall on a wall, at home on a phone; asks anew every five seconds. */
export const BoardPage = () => {
  const { id } = useParams<{ id: string }>()
  const board = useQuery({ ...asking('getScoreboard', { params: { id } }), refetchInterval: 5000 })
  useEffect(() => {
    document.title = board.data?.name ?? w('成绩屏', 'Scoreboard')
  }, [board.data?.name])
  return (
    <div className="board">
      {board.isPending ? <Skeleton lines={8} /> : null}
      {board.isError && !board.data ? <Notice tone="wrong">{wordsOf(board.error)}</Notice> : null}
      {board.data ? (
        <>
          <header>
            <h1>{board.data.name}</h1>
            <p>
              {board.data.org} · {board.data.heldFrom === board.data.heldTo ? board.data.heldFrom : `${board.data.heldFrom} – ${board.data.heldTo}`}
            </p>
          </header>
          <main>
            {board.data.trades.map((trade) => (
              <TradeBoard key={trade.id} trade={trade} contest={id} />
            ))}
          </main>
        </>
      ) : null}
    </div>
  )
}
