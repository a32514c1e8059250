import type { VenueOnMap } from '@gongyou/contract/venues/shapes.ts'
import { openAt } from '@gongyou/contract/venues/hours.ts'
import { metresBetween } from '@gongyou/contract/venues/near.ts'
import { Suspense, lazy, useMemo, useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { Select } from '../../kit/Field.tsx'
import { wordsOf } from '../../kit/failure.ts'
import { townName } from '../../kit/form/answer-words.ts'
import { useKept } from '../../kit/kept.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { RowLink } from '../../kit/Row.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { Stale } from '../../kit/Stale.tsx'
import { w } from '../../kit/text.ts'
import './venues.css'
import { facilityName, farText, kindName, kinds, nowText } from './words.ts'
import { type Here, useHere } from './where-i-am.ts'

const Sketch = lazy(async () => ({ default: (await import('./Sketch.tsx')).Sketch }))

type Shown = VenueOnMap & { now: ReturnType<typeof openAt>; open: boolean; far: number | null }
type Wanted = { openNow: boolean; kind: string; need: string }

const judged = (rows: readonly VenueOnMap[], here: Here): Shown[] => {
  const at = new Date()
  return rows.map((v) => {
    const now = openAt(v.hours, v.special, at)
    return { ...v, now, open: v.state === 'open' && now.open, far: here.is === 'known' && v.point ? metresBetween(here.point, v.point) : null }
  })
}
const fits = (v: Shown, { openNow, kind, need }: Wanted) =>
  (!openNow || v.open) &&
  (!kind || v.kind === kind) &&
  (!need || (need === 'book' ? v.bookable : need === 'items' ? v.items.length > 0 : (v.facilities as readonly string[]).includes(need)))
/** The nearest first; without knowing where the phone is, what is open first. */
const order = (a: Shown, b: Shown) => (a.far !== null && b.far !== null ? a.far - b.far : Number(b.open) - Number(a.open))

const Line = ({ v }: { v: Shown }) => (
  <RowLink
    to={`/v/${v.code}`}
    title={v.name}
    end={v.far === null ? undefined : farText(v.far)}
    sub={
      <>
        <span className={v.open ? 'open-now' : 'shut-now'}>{nowText(v.now, v.state)}</span>
        <br />
        {[kindName(v.kind), v.town && townName(v.town), v.address].filter(Boolean).join(' · ')}
        {v.items.length > 0 ? (
          <>
            <br />
            {w(`可领：${v.items.join('、')}`, `To take: ${v.items.join(', ')}`)}
          </>
        ) : null}
      </>
    }
  />
)

const most = 40

/** What is open now near me: on a sketch and in a list. Public, and from the last visit where there is no network. */
export const MapPage = () => {
  const kept = useKept('mapVenues')
  const { here, ask } = useHere()
  const [wanted, want] = useState<Wanted>({ openNow: true, kind: '', need: '' })
  const [chosen, choose] = useState<string>()
  const [all, showAll] = useState(false)
  const shown = useMemo(() => judged(kept.data?.rows ?? [], here), [kept.data, here])
  const found = useMemo(() => shown.filter((v) => fits(v, wanted)).sort(order), [shown, wanted])
  const pins = useMemo(() => found.flatMap((v) => (v.point ? [{ id: v.id, name: v.name, point: v.point, open: v.open }] : [])), [found])
  const picked = found.find((v) => v.id === chosen)
  const needs = [
    ['items', w('可领物品', 'Things to take')],
    ['water', facilityName('water')],
    ['charging', facilityName('charging')],
    ['toilet', facilityName('toilet')],
    ['microwave', facilityName('microwave')],
    ['book', w('可预订', 'Bookable')],
  ] as const
  return (
    <Page title={w('地图', 'Map')} back="/" bar>
      <Stale at={kept.at} failed={kept.failed} />
      <div className="filters" role="group" aria-label={w('筛选', 'Filters')}>
        <button type="button" aria-pressed={wanted.openNow} onClick={() => want({ ...wanted, openNow: !wanted.openNow })}>
          {w('现在开门', 'Open now')}
        </button>
        {needs.map(([code, name]) => (
          <button
            key={code}
            type="button"
            aria-pressed={wanted.need === code}
            onClick={() => want({ ...wanted, need: wanted.need === code ? '' : code })}
          >
            {name}
          </button>
        ))}
      </div>
      <Suspense fallback={<Skeleton lines={6} />}>
        <Sketch pins={pins} here={here.is === 'known' ? here.point : undefined} chosen={chosen} choose={choose} />
      </Suspense>
      {picked ? (
        <div className="rows">
          <Line v={picked} />
        </div>
      ) : null}
      {here.is === 'known' ? null : (
        <Button onClick={ask} busy={here.is === 'asking'}>
          {w('按离我远近排列', 'Nearest to me first')}
        </Button>
      )}
      {here.is === 'refused' ? (
        <Notice tone="due">
          {w(
            '没有取得位置。可以在手机设置里允许定位，或直接看下面的列表。',
            'The phone did not say where it is. Allow it in the settings, or use the list.',
          )}
        </Notice>
      ) : null}
      <section className="section">
        <Select
          label={w('类型', 'Kind')}
          value={wanted.kind}
          choices={kinds()}
          empty={w('全部', 'All')}
          onChange={(kind) => want({ ...wanted, kind })}
        />
        <h2>{w(`${found.length} 个阵地`, `${found.length} venues`)}</h2>
        <div className="rows">
          {found.slice(0, all ? undefined : most).map((v) => (
            <Line key={v.id} v={v} />
          ))}
        </div>
        {found.length > most && !all ? (
          <Button onClick={() => showAll(true)}>{w(`再看 ${found.length - most} 个`, `${found.length - most} more`)}</Button>
        ) : null}
      </section>
      {kept.waiting && !kept.data ? <Skeleton lines={8} /> : null}
      {kept.failed && !kept.data ? <Notice tone="due">{wordsOf(kept.error)}</Notice> : null}
      {kept.data && found.length === 0 ? (
        <p>
          {wanted.openNow
            ? w('现在没有符合的阵地开门。点“现在开门”取消这个条件再看。', 'Nothing like it is open now. Tap “Open now” to drop that condition.')
            : w('没有符合的阵地，换个条件试试。', 'Nothing like it; try other conditions.')}
        </p>
      ) : null}
    </Page>
  )
}
