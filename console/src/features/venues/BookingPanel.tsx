import type { Booking } from '@gongyou/contract/venues/shapes.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'
import { bookingStateName, holderOf, timeText } from './words.ts'

/** One booking: what it says, and what an officer may do with it. */
export const BookingPanel = ({ booking: b, may, onClose }: { booking: Booking; may: boolean; onClose: () => void }) => {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [because, setBecause] = useState('')
  const done = (words: string) => () => {
    for (const key of ['listBookings', 'countVenues', 'getVenueUsage']) void queries.invalidateQueries({ queryKey: [key] })
    message.success(words)
    onClose()
  }
  const decide = useMutation({
    mutationFn: (approve: boolean) => ask('decideBooking', { params: { id: b.id }, body: { version: b.version, approve, because: because.trim() } }),
    onSuccess: (x) =>
      done(
        x.state === 'confirmed' ? w('已批准，已通知本人', 'Approved; the person is told') : w('已退回，已通知本人', 'Refused; the person is told'),
      )(),
  })
  const withdraw = useMutation({
    mutationFn: () => ask('withdrawBooking', { params: { id: b.id }, body: { version: b.version, because: because.trim() } }),
    onSuccess: () => done(b.state === 'blocked' ? w('已解除占用', 'Unblocked') : w('已取消，已通知本人', 'Cancelled; the person is told'))(),
  })
  const live = ['asked', 'confirmed', 'blocked', 'waiting'].includes(b.state) && b.to > new Date().toISOString()
  const failure = decide.error ?? withdraw.error
  return (
    <Modal open onCancel={onClose} footer={null} title={`${b.venue.name} · ${b.place.name}`}>
      <dl className="pairs">
        <dt>{w('时间', 'Time')}</dt>
        <dd>{timeText(b)}</dd>
        <dt>{w('状态', 'State')}</dt>
        <dd>
          {bookingStateName(b.state)}
          {b.ahead ? w(`，前面 ${b.ahead} 位`, `, ${b.ahead} before`) : ''}
        </dd>
        <dt>{w('使用人', 'For')}</dt>
        <dd>{holderOf(b)}</dd>
        {b.purpose && (
          <>
            <dt>{w('用途', 'What for')}</dt>
            <dd>
              {b.purpose}
              {b.people ? w(`，${b.people} 人`, `, ${b.people} people`) : ''}
            </dd>
          </>
        )}
        {b.activity && (
          <>
            <dt>{w('活动', 'Activity')}</dt>
            <dd>
              <Link to={'/activities/$id' as string} params={{ id: b.activity.id } as never}>
                {b.activity.name}
              </Link>
              <span className="quiet">{w(`，已报名 ${b.activity.signedUp} 人`, `, ${b.activity.signedUp} signed up`)}</span>
            </dd>
          </>
        )}
        {b.because && (
          <>
            <dt>{w('说明', 'Note')}</dt>
            <dd>{b.because}</dd>
          </>
        )}
        <dt>{w('提交', 'Asked')}</dt>
        <dd>{instant(b.askedAt)}</dd>
      </dl>
      {may && live && (
        <>
          <Input
            style={{ margin: '16px 0 12px' }}
            maxLength={300}
            aria-label={w('说明', 'Words')}
            placeholder={
              b.state === 'asked'
                ? w('给本人的话（不批准时必填）', 'Words to the person (needed to refuse)')
                : w('原因（会告诉本人）', 'Why (told to the person)')
            }
            value={because}
            onChange={(e) => setBecause(e.target.value)}
          />
          <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
            {b.state === 'asked' && (
              <>
                <Button type="primary" loading={decide.isPending} onClick={() => decide.mutate(true)}>
                  {w('批准', 'Approve')}
                </Button>
                <Button loading={decide.isPending} disabled={because.trim().length < 2} onClick={() => decide.mutate(false)}>
                  {w('不批准', 'Refuse')}
                </Button>
              </>
            )}
            {b.state !== 'asked' && (
              <Button loading={withdraw.isPending} disabled={because.trim().length < 2} onClick={() => withdraw.mutate()}>
                {b.state === 'blocked' ? w('解除占用', 'Unblock') : w('取消这条预订', 'Cancel this booking')}
              </Button>
            )}
          </div>
        </>
      )}
      {failure && (
        <p role="alert" className="fault">
          {wordsOf(failure)}
        </p>
      )}
    </Modal>
  )
}
