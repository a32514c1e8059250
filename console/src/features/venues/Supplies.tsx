import type { Stock, Venue } from '@gongyou/contract/venues/shapes.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { FormModal } from '../../kit/FormModal.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'

type Moved = { itemId: string; op: 'delivered' | 'lost'; amount: number; because?: string }

const useAgain = (id: string) => {
  const queries = useQueryClient()
  return () => {
    for (const key of ['getVenue', 'getVenueUsage', 'listItems']) void queries.invalidateQueries({ queryKey: [key] })
    return id
  }
}

/** Hands out at the counter: a card from the scanner, or heads by number. The scanner ends with Enter, so nothing is clicked. */
const Counter = ({ venue, stock }: { venue: Venue; stock: Stock }) => {
  const { message } = App.useApp()
  const again = useAgain(venue.id)
  const [card, setCard] = useState('')
  const [heads, setHeads] = useState<number | null>(1)
  const hand = useMutation({
    mutationFn: (what: { card?: string; amount?: number }) =>
      ask('handOut', { params: { id: venue.id }, body: { itemId: stock.item.id, requestId: crypto.randomUUID(), ...what } }),
    onSuccess: ({ to }, { amount }) => {
      setCard('')
      void again()
      message.success(to ? w(`已发给 ${to}`, `Handed to ${to}`) : w(`已登记 ${amount} 份`, `${amount} counted`))
    },
  })
  return (
    <div>
      <dl className="stock-numbers">
        {(
          [
            [w('入库', 'In'), stock.delivered],
            [w('已发', 'Out'), stock.handed],
            [w('报损', 'Lost'), stock.lost],
            [w('结存', 'Left'), stock.rest],
          ] as const
        ).map(([name, n]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{n.toLocaleString()}</dd>
          </div>
        ))}
      </dl>
      {stock.open && venue.state === 'open' && venue.may.includes('edit') && (
        <div className="taps">
          <Input
            style={{ width: 220 }}
            aria-label={w('会员卡', 'Member card')}
            placeholder={w('扫会员卡，或粘贴卡码', 'Scan or paste a member card')}
            value={card}
            onChange={(e) => setCard(e.target.value)}
            onPressEnter={() => card.trim() && hand.mutate({ card: card.trim() })}
          />
          <Button type="primary" loading={hand.isPending} disabled={!card.trim()} onClick={() => hand.mutate({ card: card.trim() })}>
            {w('发一份', 'Hand out one')}
          </Button>
          <span className="quiet">{w('不记名', 'Unnamed')}</span>
          <InputNumber min={1} max={500} value={heads} onChange={setHeads} aria-label={w('份数', 'How many')} style={{ width: 80 }} />
          <Button loading={hand.isPending} onClick={() => heads && hand.mutate({ amount: heads })}>
            {w('登记份数', 'Count')}
          </Button>
          <span className="quiet small">{w(`今天 ${stock.today} 份`, `${stock.today} today`)}</span>
        </div>
      )}
      {hand.isError && (
        <p role="alert" className="fault" style={{ margin: '8px 0 0' }}>
          {wordsOf(hand.error)}
        </p>
      )}
    </div>
  )
}

const Move = ({ venue, onClose }: { venue: Venue; onClose: () => void }) => {
  const again = useAgain(venue.id)
  const items = useQuery(asking('listItems', {}))
  const [requestId] = useState(() => crypto.randomUUID())
  return (
    <FormModal<Moved>
      title={w('入库或报损', 'Deliver or write off')}
      ok={w('登记', 'Enter')}
      initial={{ op: 'delivered' }}
      save={(f) => ask('moveStock', { params: { id: venue.id }, body: { ...f, requestId } })}
      onClose={onClose}
      onDone={() => {
        void again()
        onClose()
      }}
    >
      <Form.Item name="op" label={w('办理', 'What')}>
        <Select
          options={[
            { value: 'delivered', label: w('入库', 'Delivery') },
            { value: 'lost', label: w('报损', 'Loss') },
          ]}
        />
      </Form.Item>
      <Form.Item name="itemId" label={w('物品', 'Item')} rules={[{ required: true, message: w('请选择', 'Choose') }]}>
        <Select options={(items.data?.rows ?? []).map((i) => ({ value: i.id, label: `${i.name}（${i.from} – ${i.to}）` }))} />
      </Form.Item>
      <Form.Item name="amount" label={w('份数', 'How many')} rules={[{ required: true, message: w('请填写', 'Fill in') }]}>
        <InputNumber min={1} max={100_000} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="because" label={w('说明（报损必填）', 'Why (needed for a loss)')}>
        <Input maxLength={200} />
      </Form.Item>
    </FormModal>
  )
}

/** What is handed out here, who came, and how the last months went. */
export const Supplies = ({ venue }: { venue: Venue }) => {
  const again = useAgain(venue.id)
  const { message } = App.useApp()
  const [moving, setMoving] = useState(false)
  const [heads, setHeads] = useState<number | null>(1)
  const usage = useQuery(asking('getVenueUsage', { params: { id: venue.id }, query: { months: 6 } }))
  const count = useMutation({
    mutationFn: (amount: number) => ask('countVisits', { params: { id: venue.id }, body: { amount, requestId: crypto.randomUUID() } }),
    onSuccess: ({ today }) => {
      void again()
      message.success(w(`今天共 ${today} 人次`, `${today} today`))
    },
  })
  const may = venue.may.includes('edit')
  return (
    <>
      <Sheet title={w('发放', 'Hand-outs')} head={may && <Button onClick={() => setMoving(true)}>{w('入库、报损', 'Stock')}</Button>}>
        {venue.stock.length === 0 ? (
          <p className="quiet" style={{ margin: 0 }}>
            {w('没有配发物品。区总工会设好物品后，在这里入库。', 'Nothing to hand out. When the district has set an item, deliver it here.')}
          </p>
        ) : (
          venue.stock.map((s) => (
            <section key={s.item.id} style={{ marginBottom: 20 }}>
              <h3 style={{ margin: '0 0 8px' }}>
                {s.item.name} {!s.open && <span className="quiet small">{w('不在发放期', 'not now')}</span>}
              </h3>
              <Counter venue={venue} stock={s} />
            </section>
          ))
        )}
      </Sheet>
      <Sheet title={w('到站人次', 'Visits')}>
        {may && venue.state === 'open' && (
          <div className="taps" style={{ marginBottom: 12 }}>
            {[1, 5, 10].map((n) => (
              <Button key={n} onClick={() => count.mutate(n)} loading={count.isPending}>
                +{n}
              </Button>
            ))}
            <InputNumber min={1} max={500} value={heads} onChange={setHeads} aria-label={w('人次', 'Heads')} style={{ width: 80 }} />
            <Button onClick={() => heads && count.mutate(heads)} loading={count.isPending}>
              {w('登记', 'Count')}
            </Button>
            <span className="quiet small">
              {w(`今天 ${usage.data?.today ?? 0} 人次（含扫码）`, `${usage.data?.today ?? 0} today, scans included`)}
            </span>
          </div>
        )}
        {count.isError && (
          <p role="alert" className="fault">
            {wordsOf(count.error)}
          </p>
        )}
        <table className="use-bars">
          <thead>
            <tr>
              <th scope="col">{w('月份', 'Month')}</th>
              <th scope="col">{w('到站（人次）', 'Visits')}</th>
              <th scope="col">{w('发放（份）', 'Handed out')}</th>
              <th scope="col">{w('预订（次）', 'Bookings')}</th>
              <th scope="col">{w('预订（小时）', 'Hours')}</th>
            </tr>
          </thead>
          <tbody>
            {[...(usage.data?.months ?? [])].reverse().map((m) => (
              <tr key={m.month}>
                <th scope="row">{m.month}</th>
                <td>{m.visits.toLocaleString()}</td>
                <td>{m.handed.toLocaleString()}</td>
                <td>{m.bookings.toLocaleString()}</td>
                <td>{m.hours.toLocaleString()}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sheet>
      {moving && <Move venue={venue} onClose={() => setMoving(false)} />}
    </>
  )
}
