import type { Contest } from '@gongyou/contract/skills/shapes.ts'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Table } from 'antd'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { Entrants } from './Entrants.tsx'
import { Ranking } from './Ranking.tsx'
import { itemsInWords } from './scheme-lines.ts'
import { kindName, share, stateName } from './words.ts'

export type TradeOf = Contest['trades'][number]
type RoundOf = TradeOf['rounds'][number]

const roundState = (r: RoundOf) => (r.openedAt ? w('已开封', 'Opened') : r.drawnAt ? w('评分中', 'Being judged') : w('未抽签', 'Not drawn'))

const Rounds = ({ c, trade }: { c: Contest; trade: TradeOf }) => (
  <div className="contest-box" tabIndex={0} role="region" aria-label={w(`${trade.name}的轮次`, `Rounds of ${trade.name}`)}>
    <Table<RoundOf>
      size="small"
      pagination={false}
      rowKey="id"
      dataSource={trade.rounds}
      columns={[
        {
          title: w('轮次', 'Round'),
          width: 150,
          render: (_, r) =>
            c.mayRun && c.announcedAt ? (
              <Link to={'/contest-rounds/$id' as string} params={{ id: r.id } as never}>
                {r.name}
              </Link>
            ) : (
              r.name
            ),
        },
        { title: w('种类', 'Kind'), width: 90, render: (_, r) => kindName(r.kind) },
        { title: w('占总分', 'Share'), width: 110, render: (_, r) => share(r.weight) },
        {
          title: w('评分', 'Scored by'),
          render: (_, r) =>
            r.judged
              ? w(`评委评分：${itemsInWords(r.scheme).replaceAll('\n', '，')}`, `Judges: ${itemsInWords(r.scheme).replaceAll('\n', ', ')}`)
              : w(`卷面 ${r.scheme.items[0]!.full / 100} 分`, `Paper of ${r.scheme.items[0]!.full / 100}`),
        },
        { title: w('进度', 'State'), width: 100, render: (_, r) => roundState(r) },
      ]}
    />
  </div>
)

/** One trade: rounds, list, result. */
export const Trade = ({ c, trade, again }: { c: Contest; trade: TradeOf; again: () => void }) => {
  const { message, modal } = App.useApp()
  const remove = useMutation({
    mutationFn: () => ask('removeContestTrade', { params: { id: trade.id } }),
    onSuccess: again,
    onError: (e) => void message.error(wordsOf(e)),
  })
  const drop = () =>
    modal.confirm({
      title: w(`去掉“${trade.name}”？`, `Take “${trade.name}” out?`),
      okText: w('去掉', 'Take out'),
      onOk: () => remove.mutateAsync().catch(() => undefined),
    })
  const drawn = trade.rounds.some((r) => r.drawnAt)
  return (
    <div className="contest-trade">
      <Sheet
        title={trade.name}
        head={
          <>
            <span className={`contest-${trade.state}`}>{stateName(trade.state)}</span>
            <span className="quiet">
              {w(`工匠 ${trade.craftsmen} 名 · 能手 ${trade.experts} 名`, `${trade.craftsmen} craftsmen · ${trade.experts} expert hands`)}
            </span>
            {c.mayRun && c.state === 'planned' && (
              <Button type="text" size="small" onClick={drop}>
                {w('去掉', 'Take out')}
              </Button>
            )}
          </>
        }
      >
        <Rounds c={c} trade={trade} />
        {c.announcedAt && <Entrants c={c} trade={trade} drawn={drawn} again={again} />}
        {trade.rounds.some((r) => r.openedAt) && <Ranking c={c} trade={trade} again={again} />}
      </Sheet>
    </div>
  )
}
