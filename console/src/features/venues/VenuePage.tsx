import { openAt, spansText } from '@gongyou/contract/venues/hours.ts'
import { venueForm } from '@gongyou/contract/venues/form.ts'
import type { Venue } from '@gongyou/contract/venues/shapes.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { App, Button, Modal, Skeleton, Tabs } from 'antd'
import { Suspense, lazy, useMemo, useState } from 'react'
import { renderSVG } from 'uqr'
import { ask, asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { Answers } from '../../kit/form/Answers.tsx'
import type { Search } from '../../kit/ListPage.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { townName } from '../../kit/words.ts'
import { MoveVenue, SpecialDays } from './Closing.tsx'
import { Judged } from './Judged.tsx'
import { Places } from './Places.tsx'
import { Supplies } from './Supplies.tsx'
import { VenueForm } from './VenueForm.tsx'
import { venueKindName, venueStateName, weekdayNames } from './words.ts'
import './venues.css'

const Sketch = lazy(async () => ({ default: (await import('./Sketch.tsx')).Sketch }))
type Doing = 'change' | 'open' | 'suspended' | 'closed' | 'days' | 'poster'

const Hours = ({ venue, may, set }: { venue: Venue; may: boolean; set: (d: Doing) => void }) => {
  const queries = useQueryClient()
  const lift = useMutation({
    mutationFn: (days: string) => ask('liftSpecialDays', { params: { id: venue.id, days }, body: {} }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['getVenue'] }),
  })
  return (
    <Sheet title={w('开放时间', 'Opening hours')} head={may && <Button onClick={() => set('days')}>{w('特殊开放日', 'Special days')}</Button>}>
      {'always' in venue.hours ? (
        <p style={{ margin: 0 }}>{w('每天 24 小时', 'Round the clock')}</p>
      ) : (
        <dl className="pairs">
          {venue.hours.week.map((spans, i) => [
            <dt key={`${i}d`}>{weekdayNames()[i]}</dt>,
            <dd key={`${i}h`}>{spans.length > 0 ? spansText(spans) : w('不开放', 'Closed')}</dd>,
          ])}
        </dl>
      )}
      {venue.special.length > 0 && (
        <ul className="venue-lines" style={{ marginTop: 12 }}>
          {venue.special.map((s) => (
            <li key={s.id}>
              <b>{s.from === s.to ? s.from : `${s.from} – ${s.to}`}</b>
              <span>{s.spans.length > 0 ? spansText(s.spans) : w('不开放', 'Closed')}</span>
              <span className="quiet">{s.because}</span>
              <span className="spring" />
              {may && (
                <Button size="small" type="text" loading={lift.isPending} onClick={() => lift.mutate(s.id)}>
                  {w('撤销', 'Lift')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}

const History = ({ venue }: { venue: Venue }) => (
  <Sheet title={w('状态变化', 'History')}>
    <ul className="venue-lines">
      {venue.states.map((s, i) => (
        <li key={i}>
          <span className="quiet">{s.on}</span>
          <b>{venueStateName(s.state)}</b>
          {s.because && <span>{s.because}</span>}
          <span className="quiet small">{s.by}</span>
        </li>
      ))}
    </ul>
  </Sheet>
)

const Standing = ({ venue, set }: { venue: Venue; set: (d: Doing) => void }) => {
  const now = openAt(venue.hours, venue.special, new Date())
  const may = venue.may.includes('edit')
  const pins = useMemo(
    () => (venue.point ? [{ id: venue.id, name: venue.name, point: venue.point, tone: 'open' as const }] : []),
    [venue.id, venue.name, venue.point],
  )
  return (
    <Sheet title={w('现状', 'Standing')}>
      <dl className="pairs">
        <dt>{w('状态', 'State')}</dt>
        <dd>
          {venueStateName(venue.state)}
          {venue.state === 'open' && <span className="quiet small"> {now.open ? w('现在开着', 'open now') : w('现在没开', 'closed now')}</span>}
        </dd>
        <dt>{w('类型', 'Kind')}</dt>
        <dd>{venueKindName(venue.kind)}</dd>
        <dt>{w('镇街', 'Town')}</dt>
        <dd>{venue.town ? townName(venue.town) : '—'}</dd>
        <dt>{w('管理单位', 'Run by')}</dt>
        <dd>{venue.org.name}</dd>
        <dt>{w('开放日期', 'Opened')}</dt>
        <dd>{venue.openedOn ?? '—'}</dd>
        <dt>{w('编号', 'Code')}</dt>
        <dd>{venue.code}</dd>
        {venue.case && (
          <>
            <dt>{w('建设办件', 'Application')}</dt>
            <dd>
              <Link to={'/cases/$id' as string} params={{ id: venue.case } as never}>
                {w('打开', 'Open')}
              </Link>
            </dd>
          </>
        )}
      </dl>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, margin: '16px 0' }}>
        {may && (
          <Button type="primary" onClick={() => set('change')}>
            {w('更新资料', 'Change')}
          </Button>
        )}
        <Button onClick={() => set('poster')}>{w('门口二维码', 'Code for the door')}</Button>
        {may && venue.state === 'suspended' && <Button onClick={() => set('open')}>{w('恢复开放', 'Open again')}</Button>}
        {may && venue.state === 'open' && <Button onClick={() => set('suspended')}>{w('暂停开放', 'Suspend')}</Button>}
        {may && (venue.state === 'open' || venue.state === 'suspended') && (
          <Button type="text" onClick={() => set('closed')}>
            {w('撤销阵地', 'Close for good')}
          </Button>
        )}
      </div>
      {pins.length > 0 && (
        <Suspense fallback={<Skeleton active />}>
          <Sketch pins={pins} height={200} />
        </Suspense>
      )}
    </Sheet>
  )
}

const Poster = ({ venue, onClose }: { venue: Venue; onClose: () => void }) => (
  <Modal open onCancel={onClose} onOk={() => window.print()} okText={w('打印', 'Print')} title={w('门口二维码', 'Code for the door')} width={420}>
    <div className="venue-poster">
      <h1>{venue.name}</h1>
      <div dangerouslySetInnerHTML={{ __html: renderSVG(venue.url, { border: 1 }) }} />
      <p className="letters">{venue.code}</p>
      <p className="quiet">{w('微信扫码：开放时间、领取、预订、提意见', 'Scan: hours, things to take, booking, complaints')}</p>
    </div>
  </Modal>
)

/** One venue on one page. */
export const VenuePage = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  const { tab = 'about' } = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [doing, set] = useState<Doing>()
  const one = useQuery(asking('getVenue', { params: { id } }))
  if (one.isError) return <Failure error={one.error} onRetry={() => one.refetch()} />
  if (!one.data) return <Skeleton active />
  const venue = one.data
  const may = venue.may.includes('edit')
  const close = () => set(undefined)
  const done = () => {
    for (const key of ['getVenue', 'listVenues', 'countVenues', 'listBookings']) void queries.invalidateQueries({ queryKey: [key] })
    message.success(w('已保存', 'Saved'))
    close()
  }
  const about = (
    <>
      <Sheet title={w('资料', 'About')}>
        <Answers
          form={venueForm}
          answers={venue.answers}
          onFile={(f) => void window.open(`/api/venues/at/${venue.code}/photos/${f.id}`, '_blank', 'noopener')}
        />
      </Sheet>
      <Hours venue={venue} may={may} set={set} />
      <History venue={venue} />
    </>
  )
  return (
    <>
      <div className="page-head">
        <Link to={'/venues' as string} className="quiet">
          {w('阵地', 'Venues')}
        </Link>
        <span className="quiet">/</span>
        <h1>{venue.name}</h1>
      </div>
      <div className="columns side-first">
        <Tabs
          activeKey={tab}
          onChange={(t) => go({ to: '.', search: { tab: t } as never, replace: true })}
          items={[
            { key: 'about', label: w('概况', 'About'), children: about },
            { key: 'bookings', label: w('预订', 'Bookings'), children: <Places venue={venue} /> },
            { key: 'supplies', label: w('发放与到站', 'Hand-outs and visits'), children: <Supplies venue={venue} /> },
            { key: 'judged', label: w('检查与荣誉', 'Inspection and honours'), children: <Judged venue={venue} /> },
          ]}
        />
        <Standing venue={venue} set={set} />
      </div>
      {doing === 'change' && <VenueForm venue={venue} onClose={close} onDone={done} />}
      {doing === 'days' && <SpecialDays venue={venue} onClose={close} onDone={done} />}
      {doing === 'poster' && <Poster venue={venue} onClose={close} />}
      {(doing === 'open' || doing === 'suspended' || doing === 'closed') && <MoveVenue venue={venue} to={doing} onClose={close} onDone={done} />}
    </>
  )
}
