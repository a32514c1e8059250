import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import type { Routes } from '@gongyou/contract/routes.ts'
import type { Contest } from '@gongyou/contract/skills/shapes.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Form, Input, Table } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { Failure, wordsOf } from '../../kit/Failure.tsx'
import { FormModal } from '../../kit/FormModal.tsx'
import { w } from '../../kit/text.ts'
import { GiveTitles } from './GiveTitles.tsx'
import type { TradeOf } from './Trade.tsx'
import { WithdrawCertificate } from './WithdrawCertificate.tsx'
import { place, score, titleName } from './words.ts'

export type Ranked = ReplyOf<Routes['getRanking']>['rows'][number]
type Page = ReplyOf<Routes['getRanking']>

const Posted = ({ trade, page }: { trade: TradeOf; page: Page }) => (
  <p className="quiet contest-fact" style={{ margin: '0 0 8px' }}>
    {trade.publication ? (
      <>
        {w(`公示到 ${trade.publication.until}，`, `Posted until ${trade.publication.until}; `)}
        <Link to={'/papers/$id' as string} params={{ id: trade.publication.paper } as never}>
          {w('公示文稿', 'the paper')}
        </Link>
        {w(
          `；异议 ${trade.publication.objections} 件，未办结 ${trade.publication.openObjections} 件`,
          `; ${trade.publication.objections} objections, ${trade.publication.openObjections} open`,
        )}
        {page.objections.map((o) => (
          <Link key={o.case} to={'/cases/$id' as string} params={{ id: o.case } as never} style={{ marginLeft: 8 }}>
            {o.number}
          </Link>
        ))}
      </>
    ) : page.complete ? (
      w('各轮已全部开封，尚未公示。', 'All rounds are open; not posted yet.')
    ) : (
      w('还有轮次没有开封，以下为已开封部分的暂列名次。', 'Some rounds are still sealed; this is how it stands so far.')
    )}
  </p>
)

/** The ranking, its posting, and the titles. */
export const Ranking = ({ c, trade, again }: { c: Contest; trade: TradeOf; again: () => void }) => {
  const { message } = App.useApp()
  const ranking = useQuery(asking('getRanking', { params: { id: trade.id } }))
  const [open, setOpen] = useState<'titles' | 'withdraw' | null>(null)
  const [taken, setTaken] = useState<Ranked>()
  const post = useMutation({
    mutationFn: () => ask('publishResult', { params: { id: trade.id } }),
    onSuccess: again,
    onError: (e) => void message.error(wordsOf(e)),
  })
  const done = () => {
    setOpen(null)
    again()
  }
  if (ranking.isError) return <Failure error={ranking.error} />
  if (!ranking.data) return null
  const { rows, decimals } = ranking.data
  return (
    <>
      <h3 className="contest-acts">
        {ranking.data.published ? w('名次', 'Ranking') : w('名次（未公示）', 'Ranking, not posted')}
        {c.mayRun && trade.state === 'scored' && (
          <Button size="small" type="primary" loading={post.isPending} onClick={() => post.mutate()}>
            {w('公示成绩', 'Post the result')}
          </Button>
        )}
        {c.mayRun && (trade.state === 'notice_over' || trade.state === 'notice') && (
          <Button size="small" type="primary" disabled={trade.state === 'notice'} onClick={() => setOpen('titles')}>
            {w('授予称号', 'Give titles')}
          </Button>
        )}
        {c.mayArbitrate && (trade.state === 'notice' || trade.state === 'notice_over') && (
          <Button size="small" onClick={() => setOpen('withdraw')}>
            {w('撤回公示', 'Take back')}
          </Button>
        )}
      </h3>
      <Posted trade={trade} page={ranking.data} />
      <div className="contest-box" tabIndex={0} role="region" aria-label={w('名次', 'Ranking')}>
        <Table<Ranked>
          size="small"
          pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
          rowKey="entrant"
          dataSource={rows}
          columns={[
            { title: w('名次', 'Place'), width: 64, render: (_, r) => place(r) },
            { title: trade.team ? w('参赛队', 'Team') : w('姓名', 'Name'), width: 84, dataIndex: 'name' },
            { title: w('单位', 'Unit'), className: 'unit-cell', dataIndex: 'unit' },
            ...trade.rounds.map((round) => ({
              title: round.name,
              width: 72,
              align: 'right' as const,
              render: (_: unknown, r: Ranked) => score(r.rounds[round.seq], round.scheme.decimals),
            })),
            { title: w('总分', 'Total'), width: 84, align: 'right', render: (_, r) => <b>{score(r.final, decimals)}</b> },
            {
              title: w('称号', 'Title'),
              width: 96,
              render: (_, r) =>
                r.title && r.withdrawnOn ? (
                  <span className="quiet" style={{ whiteSpace: 'nowrap' }}>
                    <del>{titleName(r.title)}</del>
                    <br />
                    {w(`${r.withdrawnOn} 撤销`, `withdrawn ${r.withdrawnOn}`)}
                  </span>
                ) : r.title ? (
                  <a href={`/api/skills/certificates/${r.certificate}/pdf`} title={w('下载证书', 'Download the certificate')}>
                    {titleName(r.title)}
                  </a>
                ) : (
                  '—'
                ),
            },
            ...(c.mayRun && rows.some((r) => r.title)
              ? [
                  {
                    title: '',
                    key: 'withdraw',
                    width: 72,
                    render: (_: unknown, r: Ranked) =>
                      r.certificate && !r.withdrawnOn ? (
                        <Button type="link" size="small" onClick={() => setTaken(r)}>
                          {w('撤销', 'Withdraw')}
                        </Button>
                      ) : null,
                  },
                ]
              : []),
          ]}
        />
      </div>
      {taken?.certificate && taken.title && (
        <WithdrawCertificate
          code={taken.certificate}
          name={`${taken.name} ${titleName(taken.title)}`}
          says={w(
            '撤销后称号不再有效：数字里减去这一项，技能护照和成绩屏不再显示，人才库里去掉称号；扫码核验会显示“已撤销”和原因，本人会收到通知。',
            'The title is held no more: figures lose it, the passport and the scoreboard stop showing it, the pool keeps the person without it. Whoever verifies it reads why; the holder is told.',
          )}
          onClose={() => setTaken(undefined)}
          onDone={() => {
            setTaken(undefined)
            done()
          }}
        />
      )}
      {open === 'titles' && <GiveTitles trade={trade} rows={rows} onClose={() => setOpen(null)} onDone={done} />}
      {open === 'withdraw' && (
        <FormModal<{ because: string }>
          title={w('撤回公示', 'Take the posted result back')}
          ok={w('撤回', 'Take back')}
          danger
          says={w(
            '撤回后仲裁组可以更正评分，再重新公示满期。',
            'The arbitration group may then put sheets right; the result is posted anew for a full notice.',
          )}
          save={(f) => ask('withdrawResult', { params: { id: trade.id }, body: f })}
          onClose={() => setOpen(null)}
          onDone={done}
        >
          <Form.Item
            name="because"
            label={w('原因', 'Reason')}
            rules={[{ required: true, min: 4, message: w('请写明原因（至少 4 个字）', 'Say why') }]}
          >
            <Input.TextArea rows={2} maxLength={200} />
          </Form.Item>
        </FormModal>
      )}
    </>
  )
}
