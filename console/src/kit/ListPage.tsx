import type { Routes } from '@gongyou/contract/routes.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, DatePicker, Input, Select, Skeleton, Table, type TableColumnsType, type TableProps } from 'antd'
import dayjs from 'dayjs'
import { type ReactNode, useEffect, useRef } from 'react'
import { ask } from './api.ts'
import { Failure } from './Failure.tsx'
import { w } from './text.ts'

/** A filter of a list; its value stands in the address, so that a list can be shared, and back goes back. */
export type Filter =
  | { name: string; kind: 'text'; label: string }
  | { name: string; kind: 'choice'; label: string; options: readonly { value: string; label: string }[] }
  | { name: string; kind: 'period'; label: string; to: string }

export type Search = Record<string, string | undefined>

type Lists = {
  [K in keyof Routes]: Routes[K] extends { reply: { _output: { rows: readonly unknown[]; next: string | null } } } ? K : never
}[keyof Routes]
export type RowOf<Name extends Lists> = Routes[Name] extends { reply: { _output: { rows: readonly (infer R)[] } } } ? R : never

type Props<Name extends Lists> = {
  title: ReactNode
  list: Name
  params?: Record<string, string>
  search: Search
  onSearch: (next: Search) => void
  filters?: readonly Filter[]
  fixed?: Search
  columns: TableColumnsType<RowOf<Name>>
  rowKey: (row: RowOf<Name>) => string
  onOpen?: (row: RowOf<Name>) => void
  head?: ReactNode
  empty: ReactNode
  chosen?: string | undefined
  /** Filters that stand without anybody having chosen them. */
  usual?: Search
  /** What stands between the title and the filters: counts to press. */
  chips?: ReactNode
  /** Behind the filters: saved views. */
  views?: ReactNode
  /** Rows that can be ticked for doing something with all of them. */
  selection?: TableProps<RowOf<Name>>['rowSelection']
}

const FilterField = ({ filter, search, onSearch }: { filter: Filter; search: Search; onSearch: (next: Search) => void }) => {
  if (filter.kind === 'text')
    return (
      <Input.Search
        style={{ width: 240 }}
        allowClear
        aria-label={filter.label}
        placeholder={filter.label}
        defaultValue={search[filter.name]}
        key={search[filter.name] ?? ''}
        onSearch={(v) => onSearch({ ...search, [filter.name]: v || undefined })}
      />
    )
  if (filter.kind === 'choice')
    return (
      <Select
        style={{ minWidth: 136 }}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={filter.label}
        placeholder={filter.label}
        value={search[filter.name] ?? null}
        options={[...filter.options]}
        onChange={(v) => onSearch({ ...search, [filter.name]: v ?? undefined })}
      />
    )
  const day = (v: string | undefined) => (v ? dayjs(v) : null)
  return (
    <DatePicker.RangePicker
      aria-label={filter.label}
      allowEmpty={[true, true]}
      placeholder={[filter.label, w('至', 'until')]}
      value={[day(search[filter.name]), day(search[filter.to])]}
      onChange={(v) => onSearch({ ...search, [filter.name]: v?.[0]?.format('YYYY-MM-DD'), [filter.to]: v?.[1]?.format('YYYY-MM-DD') })}
    />
  )
}

/** Every list of the console: filters in the address, header that stays, pages that follow by cursor, nothing that jumps. */
export function ListPage<Name extends Lists>({
  title,
  list,
  params,
  search,
  onSearch,
  filters = [],
  fixed = {},
  columns,
  rowKey,
  onOpen,
  head,
  empty,
  chosen,
  usual = {},
  chips,
  views,
  selection,
}: Props<Name>) {
  const query = { ...search, ...fixed }
  const pages = useInfiniteQuery({
    queryKey: [list, params, query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      ask(list, { params, query: { ...query, limit: 50, after: pageParam }, signal } as never) as unknown as Promise<{
        rows: RowOf<Name>[]
        next: string | null
      }>,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const rows = pages.data?.pages.flatMap((p) => p.rows) ?? []
  const filtered = Object.entries(search).some(([name, value]) => value && value !== usual[name])
  // Without rows that open there is nothing to focus, and a table wider than the screen must still scroll by keyboard.
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The row that only measures repeats the head, and with it a box to tick that nobody sees.
    for (const part of box.current?.querySelectorAll('.ant-table-measure-row') ?? []) part.setAttribute('inert', '')
    if (!onOpen) for (const part of box.current?.querySelectorAll<HTMLElement>('.ant-table-content, .ant-table-body') ?? []) part.tabIndex = 0
  })
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
        <span className="spring" />
        {head}
      </div>
      {chips}
      {filters.length > 0 && (
        <div className="filters">
          {filters.map((f) => (
            <FilterField key={f.name} filter={f} search={search} onSearch={onSearch} />
          ))}
          {filtered && (
            <Button type="link" onClick={() => onSearch({})}>
              {w('清除筛选', 'Clear filters')}
            </Button>
          )}
          {views}
        </div>
      )}
      <div className="sheet list" ref={box}>
        {pages.isError ? (
          <Failure error={pages.error} onRetry={() => pages.refetch()} />
        ) : pages.isPending ? (
          <Skeleton active paragraph={{ rows: 12 }} style={{ padding: 16 }} />
        ) : (
          <Table<RowOf<Name>>
            size="small"
            sticky={{ offsetHeader: 48 }}
            pagination={false}
            columns={columns}
            dataSource={rows}
            rowKey={rowKey}
            {...(selection ? { rowSelection: selection } : {})}
            scroll={{ x: 'max-content' }}
            rowClassName={(r) => (chosen === rowKey(r) ? 'chosen' : '')}
            locale={{ emptyText: <div className="empty">{filtered ? w('没有符合筛选的记录', 'Nothing matches these filters') : empty}</div> }}
            onRow={(r) =>
              onOpen
                ? {
                    onClick: () => onOpen(r),
                    tabIndex: 0,
                    onKeyDown: (e) => {
                      if (e.key === 'Enter') onOpen(r)
                    },
                  }
                : {}
            }
          />
        )}
      </div>
      {pages.hasNextPage && (
        <div style={{ textAlign: 'center', marginTop: 12 }}>
          <Button onClick={() => pages.fetchNextPage()} loading={pages.isFetchingNextPage}>
            {w('再看 50 条', 'Next 50')}
          </Button>
        </div>
      )}
    </>
  )
}
