import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { App, Button, Segmented, Skeleton } from 'antd'
import { Suspense, lazy, useEffect, useMemo, useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { ListPage, type RowOf, type Search } from '../../kit/ListPage.tsx'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { options, townName } from '../../kit/words.ts'
import '../cases/queue.css'
import { ItemsPanel } from './ItemsPanel.tsx'
import { VenueForm } from './VenueForm.tsx'
import { venueKindName, venueKindOptions, venueStateName, venueStateOptions } from './words.ts'

const Sketch = lazy(async () => ({ default: (await import('./Sketch.tsx')).Sketch }))
type Row = RowOf<'listVenues'>

const toneOf = (v: Row) => (v.state === 'open' ? 'open' : v.state === 'suspended' ? 'suspended' : 'coming') as 'open'

/** The same venues as the list, on the sketch: pages are fetched until all are there. */
const Places = ({ search, open }: { search: Search; open: (id: string) => void }) => {
  const pages = useInfiniteQuery({
    queryKey: ['listVenues', 'map', search],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => ask('listVenues', { query: { ...search, limit: 200, after: pageParam } as never }),
    getNextPageParam: (p) => p.next ?? undefined,
  })
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const pins = useMemo(
    () =>
      (pages.data?.pages.flatMap((p) => p.rows) ?? []).flatMap((v) =>
        v.point && v.state !== 'closed' ? [{ id: v.id, name: v.name, point: v.point, tone: toneOf(v) }] : [],
      ),
    [pages.data],
  )
  return (
    <div className="sheet" style={{ marginBottom: 12 }}>
      <Suspense fallback={<Skeleton active style={{ padding: 16 }} />}>
        <Sketch pins={pins} height={460} choose={open} />
      </Suspense>
    </div>
  )
}

const Chips = ({ search, onSearch }: { search: Search; onSearch: (s: Search) => void }) => {
  const n = useQuery(asking('countVenues', {})).data
  if (!n) return <div className="chips" style={{ minHeight: 28 }} />
  const chips = [
    ['standing', w('在用', 'Standing'), n.standing],
    ['coming', w('申报和建设中', 'Coming'), n.coming],
    ['suspended', w('暂停开放', 'Suspended'), n.suspended],
  ] as const
  return (
    <div className="chips" role="group" aria-label={w('按状态', 'By state')}>
      {chips.map(([state, name, count]) => (
        <button
          key={state}
          type="button"
          aria-pressed={search.state === state}
          onClick={() => onSearch({ ...search, state: search.state === state ? undefined : state })}
        >
          {name}
          <b>{count}</b>
        </button>
      ))}
      <span className="break" />
      <span className="quiet small" style={{ alignSelf: 'center' }}>
        {w(`今年尚未检查 ${n.uninspected} 个`, `${n.uninspected} not inspected this year`)}
        {n.asked > 0 && (
          <>
            {' · '}
            <Link to={'/bookings' as string} search={{ state: 'asked' } as never}>
              {w(`${n.asked} 条预订待审批`, `${n.asked} bookings to approve`)}
            </Link>
          </>
        )}
      </span>
    </div>
  )
}

/** Venues: the list, the map, and the two ways a venue comes to stand on it. */
export const VenuesPage = () => {
  const { view, ...search } = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const may = useMay()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [adding, setAdding] = useState(false)
  const [items, setItems] = useState(false)
  const set = (s: Search) => go({ to: '.', search: { ...s, view } as never })
  const open = (id: string) => go({ to: '/venues/$id' as string, params: { id } as never })
  return (
    <>
      <ListPage
        title={w('阵地', 'Venues')}
        list="listVenues"
        search={search}
        onSearch={set}
        head={
          <>
            <Segmented
              aria-label={w('显示', 'Show')}
              value={view === 'map' ? 'map' : 'list'}
              options={[
                { value: 'list', label: w('列表', 'List') },
                { value: 'map', label: w('地图', 'Map') },
              ]}
              onChange={(v) => go({ to: '.', search: { ...search, view: v === 'map' ? 'map' : undefined } as never })}
            />
            <Button onClick={() => setItems(true)}>{w('发放物品', 'Items')}</Button>
            {may('venues.edit') && <Button onClick={() => setAdding(true)}>{w('登记已有阵地', 'Enter an existing one')}</Button>}
            {may('cases.handle') && (
              <Button type="primary" onClick={() => go({ to: '/new-case' as string, search: { service: 'venue-application' } as never })}>
                {w('申报新阵地', 'Apply for a new one')}
              </Button>
            )}
          </>
        }
        chips={
          <>
            <Chips search={search} onSearch={set} />
            {view === 'map' && <Places search={search} open={open} />}
          </>
        }
        filters={[
          { name: 'q', kind: 'text', label: w('名称、地址或编号', 'Name, address or code') },
          { name: 'kind', kind: 'choice', label: w('类型', 'Kind'), options: venueKindOptions() },
          {
            name: 'state',
            kind: 'choice',
            label: w('状态', 'State'),
            options: [
              { value: 'standing', label: w('在用', 'Standing') },
              { value: 'coming', label: w('申报和建设中', 'Coming') },
              ...venueStateOptions(),
            ],
          },
          { name: 'town', kind: 'choice', label: w('镇街', 'Town'), options: options.town },
        ]}
        rowKey={(v) => v.id}
        onOpen={(v: Row) => void open(v.id)}
        empty={w('还没有阵地。登记已有的，或申报新的。', 'No venue yet. Enter those that exist, or apply for a new one.')}
        columns={[
          { title: w('名称', 'Name'), width: 260, render: (_, v) => v.name },
          { title: w('类型', 'Kind'), width: 150, render: (_, v) => venueKindName(v.kind) },
          { title: w('镇街', 'Town'), width: 110, render: (_, v) => (v.town ? townName(v.town) : '') },
          {
            title: w('状态', 'State'),
            width: 100,
            render: (_, v) => (
              <span style={{ color: v.state === 'open' ? 'inherit' : v.state === 'suspended' ? 'var(--soon)' : 'var(--ink-2)' }}>
                {venueStateName(v.state)}
              </span>
            ),
          },
          { title: w('开放日期', 'Opened'), width: 110, dataIndex: 'openedOn' },
          { title: w('近 30 天人次', 'Visits, 30 days'), width: 110, align: 'right', render: (_, v) => v.visits || '' },
          {
            title: w('最近检查', 'Inspected'),
            width: 120,
            render: (_, v) => (v.inspected ? w(`${v.inspected.year} 年 ${v.inspected.score} 分`, `${v.inspected.year}: ${v.inspected.score}`) : ''),
          },
          { title: w('可预订', 'Bookable'), width: 80, align: 'right', render: (_, v) => v.places || '' },
          { title: w('管理单位', 'Run by'), ellipsis: true, render: (_, v) => v.org.name },
        ]}
      />
      {adding && (
        <VenueForm
          onClose={() => setAdding(false)}
          onDone={(v) => {
            setAdding(false)
            message.success(w('已登记', 'Entered'))
            void queries.invalidateQueries({ queryKey: ['listVenues'] })
            void open(v.id)
          }}
        />
      )}
      {items && <ItemsPanel onClose={() => setItems(false)} />}
    </>
  )
}
