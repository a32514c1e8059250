import type { Booking, Place, Venue } from '@gongyou/contract/venues/shapes.ts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, DatePicker, Form, Input, InputNumber, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { DayBoard } from './DayBoard.tsx'
import { holderOf, placeKindName, placeKindOptions, timeText } from './words.ts'

type Details = Omit<Place, 'id' | 'closed' | 'version' | 'slotMinutes'> & { slotMinutes: 15 | 30 | 60 | 90 | 120 | 240; closed?: boolean }
type Times = { day: Dayjs; from: string; to: string; weeks: number }
type Wished = Times & { placeId: string; holder: string; purpose: string; people?: number; leaveOut?: boolean }
type Blocked = Times & { placeId: string; because: string }

const needed = (message = w('请填写', 'Fill in')) => [{ required: true, message }]
const instantOf = (day: Dayjs, clock: string) => `${day.format('YYYY-MM-DD')}T${clock.trim().replace('：', ':').padStart(5, '0')}:00+08:00`

const EditPlace = ({ venue, place, onClose, onDone }: { venue: Venue; place: Place | undefined; onClose: () => void; onDone: () => void }) => (
  <FormModal<Details>
    title={place ? place.name : w('新增可预订场地', 'Add a bookable place')}
    ok={w('保存', 'Save')}
    initial={place ?? { kind: 'room', slotMinutes: 60, mostMinutes: 240, aheadDays: 30, cancelHours: 2, mostEach: 3, needsApproval: false }}
    save={(f) =>
      place
        ? ask('changePlace', { params: { id: place.id }, body: { ...f, version: place.version } })
        : ask('addPlace', { params: { id: venue.id }, body: f })
    }
    onClose={onClose}
    onDone={onDone}
  >
    <Form.Item name="name" label={w('名称', 'Name')} rules={needed()}>
      <Input maxLength={40} placeholder={w('如：多功能厅', 'e.g. hall')} />
    </Form.Item>
    <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '0 12px' }}>
      <Form.Item name="kind" label={w('类型', 'Kind')}>
        <Select options={placeKindOptions()} />
      </Form.Item>
      <Form.Item name="seats" label={w('容纳人数', 'Seats')}>
        <InputNumber min={1} max={10_000} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="slotMinutes" label={w('每段（分钟）', 'Slot, minutes')}>
        <Select options={[15, 30, 60, 90, 120, 240].map((value) => ({ value, label: value }))} />
      </Form.Item>
      <Form.Item name="mostMinutes" label={w('单次最长（分钟）', 'Longest, minutes')} rules={needed()}>
        <InputNumber min={15} max={1440} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="aheadDays" label={w('最早提前（天）', 'Days ahead')} rules={needed()}>
        <InputNumber min={0} max={365} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="cancelHours" label={w('开始前几小时可取消', 'Cancel, hours before')} rules={needed()}>
        <InputNumber min={0} max={720} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="mostEach" label={w('每人最多未用预订', 'Most a person')} rules={needed()}>
        <InputNumber min={1} max={100} style={{ width: '100%' }} />
      </Form.Item>
    </div>
    <Form.Item name="needsApproval" valuePropName="checked">
      <Checkbox>{w('需要审批', 'Needs approval')}</Checkbox>
    </Form.Item>
    {place && (
      <Form.Item name="closed" valuePropName="checked">
        <Checkbox>{w('不再接受预订（已有预订会被调整并通知）', 'Takes no more bookings (those made fall away, and are told)')}</Checkbox>
      </Form.Item>
    )}
  </FormModal>
)

const TimeFields = ({ venue }: { venue: Venue }) => {
  const clock = { pattern: /^\s*\d{1,2}[:：]\d{2}\s*$/, message: w('如 14:00', 'like 14:00'), required: true }
  return (
    <>
      <Form.Item name="placeId" label={w('场地', 'Place')} rules={needed(w('请选择', 'Choose'))}>
        <Select options={venue.places.filter((p) => !p.closed).map((p) => ({ value: p.id, label: p.name }))} />
      </Form.Item>
      <div style={{ display: 'grid', gridTemplateColumns: '1.4fr 1fr 1fr 1fr', gap: '0 12px' }}>
        <Form.Item name="day" label={w('日期', 'Day')} rules={needed(w('请选择', 'Choose'))}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="from" label={w('从', 'From')} rules={[clock]}>
          <Input placeholder="14:00" />
        </Form.Item>
        <Form.Item name="to" label={w('到', 'To')} rules={[clock]}>
          <Input placeholder="16:00" />
        </Form.Item>
        <Form.Item name="weeks" label={w('连续几周', 'Weeks')}>
          <InputNumber min={1} max={53} style={{ width: '100%' }} />
        </Form.Item>
      </div>
    </>
  )
}

/** Blocks in two steps: first whom it would hit, then it is done. */
const Block = ({ venue, onClose, onDone }: { venue: Venue; onClose: () => void; onDone: (displaced: number) => void }) => {
  const [hit, setHit] = useState<readonly Booking[]>()
  const save = async (f: Blocked) => {
    const body = { from: instantOf(f.day, f.from), to: instantOf(f.day, f.to), weeks: f.weeks, because: f.because }
    const send = (dry: boolean) => ask('blockPlace', { params: { id: f.placeId }, body: { ...body, dry } })
    if (hit === undefined) {
      const { displaced } = await send(true)
      if (displaced.length > 0) {
        setHit(displaced)
        return undefined
      }
    }
    return (await send(false)).displaced.length
  }
  return (
    <FormModal<Blocked, number | undefined>
      title={w('占用场地', 'Block a place')}
      ok={hit ? w(`调整 ${hit.length} 条预订并占用`, `Displace ${hit.length} and block`) : w('占用', 'Block')}
      danger={hit !== undefined}
      initial={{ weeks: 1 }}
      save={save}
      onClose={onClose}
      onDone={(n) => n !== undefined && onDone(n)}
    >
      <TimeFields venue={venue} />
      <Form.Item name="because" label={w('原因', 'Why')} rules={needed()}>
        <Input maxLength={300} placeholder={w('如：消防检查', 'e.g. fire inspection')} />
      </Form.Item>
      {hit && (
        <>
          <p style={{ margin: '0 0 8px' }}>
            {w('以下预订会被调整，当事人会收到消息和可改订的时间：', 'These bookings fall away; each is told and offered other times:')}
          </p>
          <ul className="venue-lines">
            {hit.map((b) => (
              <li key={b.id}>
                <b>{timeText(b)}</b> {holderOf(b)}
              </li>
            ))}
          </ul>
        </>
      )}
    </FormModal>
  )
}

/** What can be booked here, and the days of it. */
export const Places = ({ venue }: { venue: Venue }) => {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [edited, edit] = useState<Place | 'new'>()
  const [doing, set] = useState<'book' | 'block'>()
  const may = venue.may.includes('edit')
  const done = (words: string) => {
    for (const key of ['getVenue', 'listBookings']) void queries.invalidateQueries({ queryKey: [key] })
    edit(undefined)
    set(undefined)
    message.success(words)
  }
  const open = venue.places.filter((p) => !p.closed)
  const actions = may && open.length > 0 && (
    <>
      <Button onClick={() => set('block')}>{w('占用场地', 'Block')}</Button>
      <Button type="primary" onClick={() => set('book')}>
        {w('代为预订', 'Book for somebody')}
      </Button>
    </>
  )
  return (
    <>
      {open.length > 0 && (
        <Sheet title={w('预订', 'Bookings')} head={actions}>
          <DayBoard venue={venue} />
        </Sheet>
      )}
      <Sheet title={w('可预订的场地', 'Bookable places')} head={may && <Button onClick={() => edit('new')}>{w('新增场地', 'Add')}</Button>}>
        {venue.places.length === 0 ? (
          <p className="quiet" style={{ margin: 0 }}>
            {w('还没有可预订的场地。新增后，职工在手机上就能预订。', 'None yet. Once added, workers can book it on the phone.')}
          </p>
        ) : (
          <ul className="venue-lines">
            {venue.places.map((p) => (
              <li key={p.id} style={p.closed ? { color: 'var(--ink-3)' } : undefined}>
                <b>{p.name}</b>
                <span>{placeKindName(p.kind)}</span>
                <span className="quiet">
                  {[
                    p.seats ? w(`${p.seats} 人`, `${p.seats} people`) : '',
                    w(`每段 ${p.slotMinutes} 分钟`, `slots of ${p.slotMinutes} min`),
                    w(`提前 ${p.aheadDays} 天`, `${p.aheadDays} days ahead`),
                    p.needsApproval ? w('需审批', 'approval') : w('免审批', 'no approval'),
                    p.closed ? w('已停用', 'closed') : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                <span className="spring" />
                {may && (
                  <Button size="small" onClick={() => edit(p)}>
                    {w('修改', 'Change')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Sheet>
      {edited && (
        <EditPlace
          venue={venue}
          place={edited === 'new' ? undefined : edited}
          onClose={() => edit(undefined)}
          onDone={() => done(w('已保存', 'Saved'))}
        />
      )}
      {doing === 'block' && (
        <Block
          venue={venue}
          onClose={() => set(undefined)}
          onDone={(n) => done(n > 0 ? w(`已占用，${n} 位当事人已通知`, `Blocked; ${n} told`) : w('已占用', 'Blocked'))}
        />
      )}
      {doing === 'book' && (
        <FormModal<Wished>
          title={w('代为预订', 'Book for somebody')}
          ok={w('预订', 'Book')}
          initial={{ weeks: 1 }}
          save={({ placeId, day, from, to, people, ...f }) =>
            ask('bookForOthers', {
              params: { id: placeId },
              body: { ...f, from: instantOf(day, from), to: instantOf(day, to), ...(people ? { people } : {}) },
            })
          }
          onClose={() => set(undefined)}
          onDone={() => done(w('已预订', 'Booked'))}
        >
          <TimeFields venue={venue} />
          <Form.Item name="holder" label={w('使用单位或人', 'For whom')} rules={needed()}>
            <Input maxLength={80} placeholder={w('如：女工部', "e.g. women workers' department")} />
          </Form.Item>
          <Form.Item name="purpose" label={w('用途', 'What for')} rules={needed()}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="people" label={w('人数（可不填）', 'People (optional)')}>
            <InputNumber min={1} max={10_000} />
          </Form.Item>
          <Form.Item name="leaveOut" valuePropName="checked">
            <Checkbox>{w('有几周订不上时，跳过那几周', 'Leave out weeks that cannot be had')}</Checkbox>
          </Form.Item>
        </FormModal>
      )}
    </>
  )
}
