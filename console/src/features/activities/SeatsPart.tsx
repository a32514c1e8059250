import type { ActivityKind } from '@gongyou/contract/activities/kind.ts'
import type { PoolView } from '@gongyou/contract/activities/shapes.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, DatePicker, Form, InputNumber, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { asking } from '../../kit/api.ts'
import { w } from '../../kit/text.ts'
import { fromPicked, picked } from '../../kit/times.ts'

export type SeatsFields = {
  seats?: number | null
  standbySeats?: number | null
  rule: 'first' | 'draw'
  firstTimers?: boolean
  opensAt?: Dayjs | null
  closesAt?: Dayjs | null
  cancelUntil?: Dayjs | null
  men?: number | null
  women?: number | null
  quotas?: { orgId: string; seats: number }[]
}

export const seatsFrom = (f: SeatsFields) => ({
  seats: f.seats ?? null,
  standbySeats: f.standbySeats ?? 0,
  rule: f.rule,
  firstTimers: f.firstTimers ?? false,
  men: f.men ?? null,
  women: f.women ?? null,
  ...(f.quotas ? { quotas: f.quotas } : {}),
  ...(f.opensAt ? { opensAt: fromPicked(f.opensAt) } : {}),
  ...(f.closesAt ? { closesAt: fromPicked(f.closesAt) } : {}),
  ...(f.cancelUntil ? { cancelUntil: fromPicked(f.cancelUntil) } : {}),
})
export const usualSeats = ({ usual }: ActivityKind): SeatsFields => ({
  seats: usual.seats ?? null,
  standbySeats: usual.standbySeats ?? 0,
  rule: usual.rule ?? 'first',
  firstTimers: usual.firstTimers ?? false,
})
export const seatsAsTheyAre = (p: PoolView): SeatsFields => ({
  seats: p.seats,
  standbySeats: p.standbySeats,
  rule: p.rule,
  firstTimers: p.firstTimers,
  men: p.men?.seats ?? null,
  women: p.women?.seats ?? null,
  opensAt: picked(p.opensAt),
  closesAt: picked(p.closesAt),
  cancelUntil: picked(p.cancelUntil),
  quotas: p.quotas.map((q) => ({ orgId: q.org.id, seats: q.seats })),
})

const At = ({ name, label }: { name: string; label: string }) => (
  <Form.Item name={name} label={label}>
    <DatePicker showTime={{ format: 'HH:mm', minuteStep: 5 }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} />
  </Form.Item>
)

const needed = (says: string) => [{ required: true, message: says }]

/** So many seats for each union and those beneath it; whoever belongs to none of them takes what is left. */
const Quotas = () => {
  const tree = useQuery({ ...asking('listTree', {}), staleTime: 60_000 })
  const options = (tree.data?.nodes ?? []).map((n) => ({ value: n.id, label: n.name }))
  return (
    <Form.List name="quotas">
      {(fields, { add, remove }) => (
        <Form.Item label={w('给单位分的名额（其他人用剩下的）', 'Seats set aside for unions (others take the rest)')} className="activity-quotas">
          {fields.map(({ key, name }) => (
            <div key={key} className="activity-quota">
              <Form.Item name={[name, 'orgId']} rules={needed(w('请选单位', 'Choose a union'))}>
                <Select
                  aria-label={w('单位', 'Union')}
                  showSearch={{ optionFilterProp: 'label' }}
                  placeholder={w('单位（含下级）', 'Union and those beneath')}
                  options={options}
                />
              </Form.Item>
              <Form.Item name={[name, 'seats']} rules={needed(w('几个', 'How many'))}>
                <InputNumber aria-label={w('名额', 'Seats')} min={0} max={100_000} suffix={w('个', '')} style={{ width: '100%' }} />
              </Form.Item>
              <Button type="text" onClick={() => remove(name)}>
                {w('去掉', 'Remove')}
              </Button>
            </div>
          ))}
          <Button size="small" onClick={() => add()}>
            {w('加一个单位', 'Add a union')}
          </Button>
        </Form.Item>
      )}
    </Form.List>
  )
}

/** How many, by which rule, from when until when. */
export const SeatsPart = () => (
  <>
    <div className="activity-pair">
      <Form.Item name="seats" label={w('名额（空着为不限）', 'Seats (empty: no limit)')}>
        <InputNumber min={0} max={100_000} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="standbySeats" label={w('候补人数', 'Standby')}>
        <InputNumber min={0} max={100_000} style={{ width: '100%' }} />
      </Form.Item>
    </div>
    <div className="activity-pair">
      <Form.Item name="men" label={w('其中男（空着为不分）', 'Of these for men (empty: not told apart)')}>
        <InputNumber min={0} max={100_000} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="women" label={w('其中女（空着为不分）', 'For women')}>
        <InputNumber min={0} max={100_000} style={{ width: '100%' }} />
      </Form.Item>
    </div>
    <div className="activity-pair">
      <Form.Item name="rule" label={w('怎么定', 'Rule')}>
        <Select
          options={[
            { value: 'first', label: w('先报先得', 'First come, first served') },
            { value: 'draw', label: w('截止后公开抽签', 'A public draw after the close') },
          ]}
        />
      </Form.Item>
      <Form.Item name="firstTimers" valuePropName="checked" label={w('次序', 'Order')}>
        <Checkbox>{w('未参加过的优先（候补与抽签）', 'Those who have not been come first')}</Checkbox>
      </Form.Item>
    </div>
    <div className="activity-pair">
      <At name="opensAt" label={w('报名开始（空着为现在）', 'Opens (empty: now)')} />
      <At name="closesAt" label={w('报名截止（空着为开始时）', 'Closes (empty: at the start)')} />
      <At name="cancelUntil" label={w('可取消至（空着按类型）', 'Cancel until (empty: as usual)')} />
    </div>
    <Quotas />
  </>
)
