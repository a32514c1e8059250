import type { Venue } from '@gongyou/contract/venues/shapes.ts'
import { minuteOf } from '@gongyou/contract/venues/hours.ts'
import { useQuery } from '@tanstack/react-query'
import { DatePicker, Form, Input, Radio } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { w } from '../../kit/text.ts'
import { holderOf, timeText, todayHere } from './words.ts'

/** Whose bookings fall away, and what each will be offered: before anybody decides. */
const Affected = ({ venue, from, to }: { venue: Venue; from: string; to?: string | undefined }) => {
  const hit = useQuery(asking('previewClosing', { params: { id: venue.id }, query: { from, ...(to ? { to } : {}) } }))
  if (!hit.data) return <p className="quiet">{w('正在查看受影响的预订…', 'Looking for bookings…')}</p>
  const { rows } = hit.data
  if (rows.length === 0) return <p className="quiet">{w('这段时间没有预订，不影响任何人。', 'No bookings in this time; nobody is affected.')}</p>
  return (
    <>
      <p style={{ margin: '0 0 8px' }}>
        {w(
          `${rows.length} 条预订会被调整，当事人会收到消息和可改订的时间：`,
          `${rows.length} bookings fall away; each is told and offered other times:`,
        )}
      </p>
      <ul className="venue-lines" style={{ maxHeight: 220, overflow: 'auto' }} tabIndex={0}>
        {rows.map((r) => (
          <li key={r.booking.id}>
            <b>{timeText(r.booking)}</b>
            <span>
              {r.booking.place.name} · {holderOf(r.booking)}
              {r.booking.activity && (
                <>
                  {' · '}
                  {w(
                    `活动“${r.booking.activity.name}”，已报名 ${r.booking.activity.signedUp} 人`,
                    `activity “${r.booking.activity.name}”, ${r.booking.activity.signedUp} signed up`,
                  )}
                </>
              )}
            </span>
            <span className="quiet small">
              {r.offers.length > 0
                ? w(
                    `可改订 ${r.offers.map((o) => `${o.place.name} ${timeText(o)}`).join('；')}`,
                    `offered ${r.offers.map((o) => `${o.place.name} ${timeText(o)}`).join('; ')}`,
                  )
                : w('一周内没有同类的空闲场地，请打电话商量', 'nothing like it within a week; please call them')}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

type Props = { venue: Venue; to: 'open' | 'suspended' | 'closed'; onClose: () => void; onDone: () => void }

/** Suspends, opens again or closes for good. */
export const MoveVenue = ({ venue, to, onClose, onDone }: Props) => {
  const words = {
    open: [w('恢复开放', 'Open again'), w('从今天起重新开放、接受预订。', 'Open from today and taking bookings.')],
    suspended: [
      w('暂停开放', 'Suspend'),
      w('从今天起暂停，什么时候恢复再定；只停几天的请用“特殊开放日”。', 'From today until further notice; for a few days use special days.'),
    ],
    closed: [w('撤销阵地', 'Close for good'), w('撤销后不再计入阵地数。', 'It is counted no more.')],
  }[to]
  return (
    <FormModal<{ because: string }>
      title={`${words[0]} · ${venue.name}`}
      ok={words[0]!}
      danger={to === 'closed'}
      says={words[1]}
      save={(f) => ask('moveVenue', { params: { id: venue.id }, body: { version: venue.version, to, because: f.because } })}
      onClose={onClose}
      onDone={onDone}
    >
      {to !== 'open' && venue.state === 'open' && <Affected venue={venue} from={todayHere()} />}
      <Form.Item
        name="because"
        label={w('原因', 'Why')}
        rules={[{ required: true, min: 2, message: w('请写明原因', 'Say why') }]}
        style={{ marginTop: 12 }}
      >
        <Input maxLength={300} placeholder={w('如：屋顶维修', 'e.g. roof under repair')} />
      </Form.Item>
    </FormModal>
  )
}

type Days = { days: [Dayjs, Dayjs]; how: 'shut' | 'other'; from?: string; to?: string; because: string }

/** Other hours on some days, or none. */
export const SpecialDays = ({ venue, onClose, onDone }: { venue: Venue; onClose: () => void; onDone: () => void }) => {
  const [days, setDays] = useState<[Dayjs, Dayjs]>([dayjs().add(1, 'day'), dayjs().add(1, 'day')])
  const [how, setHow] = useState<'shut' | 'other'>('shut')
  const clock = { pattern: /^\d{1,2}[:：]\d{2}$/, message: w('如 09:00', 'like 09:00'), required: true }
  const save = (f: Days) => {
    const spans: [number, number][] = f.how === 'shut' ? [] : [[minuteOf(f.from ?? '') ?? 0, minuteOf(f.to ?? '') ?? 0]]
    return ask('setSpecialDays', {
      params: { id: venue.id },
      body: { from: f.days[0].format('YYYY-MM-DD'), to: f.days[1].format('YYYY-MM-DD'), spans, because: f.because },
    })
  }
  return (
    <FormModal<Days>
      title={w('特殊开放日', 'Special days')}
      ok={w('设置', 'Set')}
      initial={{ how: 'shut', days }}
      save={save}
      onClose={onClose}
      onDone={onDone}
    >
      <Form.Item name="days" label={w('日期', 'Days')} rules={[{ required: true, message: w('请选择', 'Choose') }]}>
        <DatePicker.RangePicker allowClear={false} style={{ width: '100%' }} onChange={(v) => v?.[0] && v[1] && setDays([v[0], v[1]])} />
      </Form.Item>
      <Form.Item name="how">
        <Radio.Group
          onChange={(e) => setHow(e.target.value as 'shut')}
          options={[
            { value: 'shut', label: w('不开放', 'Closed') },
            { value: 'other', label: w('改变时间', 'Other hours') },
          ]}
        />
      </Form.Item>
      {how === 'other' && (
        <div style={{ display: 'flex', gap: 12 }}>
          <Form.Item name="from" label={w('从', 'From')} rules={[clock]}>
            <Input placeholder="09:00" />
          </Form.Item>
          <Form.Item name="to" label={w('到', 'To')} rules={[clock]}>
            <Input placeholder="12:00" />
          </Form.Item>
        </div>
      )}
      <Form.Item
        name="because"
        label={w('原因（公众可见）', 'Why (public)')}
        rules={[{ required: true, min: 2, message: w('请写明原因', 'Say why') }]}
      >
        <Input maxLength={300} placeholder={w('如：国庆假期', 'e.g. National Day')} />
      </Form.Item>
      {how === 'shut' ? (
        <Affected venue={venue} from={days[0].format('YYYY-MM-DD')} to={days[1].format('YYYY-MM-DD')} />
      ) : (
        <p className="quiet">
          {w('不在新时间内的预订会被调整，并通知当事人。', 'Bookings outside the new hours fall away, and their holders are told.')}
        </p>
      )}
    </FormModal>
  )
}
