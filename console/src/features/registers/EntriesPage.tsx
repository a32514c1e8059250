import type { Field } from '@gongyou/contract/forms/index.ts'
import type { Register } from '@gongyou/contract/registers/register.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { type Filter, ListPage, type Search } from '../../kit/ListPage.tsx'
import { w } from '../../kit/text.ts'
import { DesignMenu } from './DesignMenu.tsx'
import { EntryForm } from './EntryForm.tsx'
import { ExportEntries } from './ExportEntries.tsx'
import { ImportEntries } from './ImportEntries.tsx'
import { StateWord, leftOf, said, stateName, todayHere } from './words.tsx'

/** The one choice that stands in the address as `choice`: the first of the form, and the second where there is one. */
const choicesOf = (register: Register) =>
  Object.entries(register.form)
    .flatMap(([name, f]) => (f.kind === 'choice' || f.kind === 'many' ? [{ name, field: f }] : []))
    .slice(0, 2)

const filtersOf = (register: Register): Filter[] => [
  { name: 'q', kind: 'text', label: w('名称或拼音', 'Name or pinyin') },
  {
    name: 'state',
    kind: 'choice',
    label: w('状态', 'State'),
    options: [
      ...(register.validity ? (['valid', 'ending', 'expired', 'upcoming'] as const) : []).map((value) => ({ value, label: stateName(value) })),
      { value: 'ended', label: stateName('ended') },
      { value: 'all', label: w('全部，含已终止', 'All, ended too') },
    ],
  },
  ...choicesOf(register).map(({ name, field }): Filter => ({
    name,
    kind: 'choice',
    label: said(field.label),
    options: field.options.map((o) => ({ value: o.code, label: said(o.label) })),
  })),
]

/** Filters of the screen as the server asks for them. */
const askedOf = (register: Register, { q, state, org, ...rest }: Search): Search => {
  const choice = choicesOf(register)
    .flatMap(({ name }) => (rest[name] ? [`${name}:${rest[name]}`] : []))
    .join(',')
  return { ...(q ? { q } : {}), ...(state ? { state } : {}), ...(org ? { org } : {}), ...(choice ? { choice } : {}) }
}

const widths: Partial<Record<Field['kind'], number>> = { many: 200, number: 104, date: 110 }
/** Whether the last day is a column of the register already. */
const shows = ({ validity, columns }: Register) => validity !== undefined && 'to' in validity && columns.includes(validity.to)

const CountOf = ({ register, search }: { register: Register; search: Search }) => {
  const count = useQuery(asking('countEntries', { params: { code: register.code }, query: askedOf(register, search) as never }))
  return (
    <span className="quiet" style={{ fontSize: 14, fontWeight: 400, marginLeft: 12 }}>
      {count.data ? `${count.data.count.toLocaleString()}${count.data.capped ? w(' 条以上', '+ entries') : w(' 条', ' entries')}` : ''}
    </span>
  )
}

const Entries = ({ register, retired, mayEdit }: { register: Register; retired: boolean; mayEdit: boolean }) => {
  const search = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const queries = useQueryClient()
  const [open, setOpen] = useState<'add' | 'import' | 'export' | null>(null)
  const today = todayHere()
  const onEntry = (id: string) => go({ to: '/registers/entry/$id' as string, params: { id } as never })
  const keeps = mayEdit && !retired
  return (
    <>
      <ListPage
        title={
          <>
            <Link to={'/registers' as string} className="quiet" style={{ fontWeight: 400, fontSize: 14 }}>
              {w('名册台账', 'Registers')}
            </Link>
            <span className="quiet" style={{ fontWeight: 400, fontSize: 14, margin: '0 8px' }}>
              /
            </span>
            {said(register.title)}
            <CountOf register={register} search={search} />
          </>
        }
        head={
          <>
            <DesignMenu register={register} retired={retired} />
            <Button onClick={() => setOpen('export')}>{w('导出', 'Export')}</Button>
            {keeps && <Button onClick={() => setOpen('import')}>{w('导入', 'Import')}</Button>}
            {keeps && (
              <Button type="primary" onClick={() => setOpen('add')}>
                {w('新增', 'Add')}
              </Button>
            )}
          </>
        }
        list="listEntries"
        params={{ code: register.code }}
        search={search}
        // The address names each choice for itself; the server takes them together.
        fixed={askedOf(register, search)}
        onSearch={(s) => go({ to: '.', search: s as never })}
        filters={filtersOf(register)}
        rowKey={(e) => e.id}
        onOpen={(e) => onEntry(e.id)}
        empty={
          keeps
            ? w('还没有条目。可以逐条新增，或下载模板填好后一次导入。', 'No entry yet. Add one, or fill in the template and import it.')
            : w('您的范围内还没有条目', 'No entry within your reach yet')
        }
        columns={[
          {
            title: register.named === 'owner' ? w('归属', 'Belongs to') : said(register.form[register.named]!.label),
            fixed: 'left',
            width: 200,
            ellipsis: true,
            render: (_, e) => e.title,
          },
          ...register.columns
            .filter((name) => name !== register.named)
            .map((name) => ({
              title: said(register.form[name]!.label),
              key: name,
              width: widths[register.form[name]!.kind] ?? 120,
              ellipsis: true,
              ...(register.form[name]!.kind === 'number' || register.form[name]!.kind === 'money' ? { align: 'right' as const } : {}),
              render: (_: unknown, e: { cells: Record<string, { zh: string; en: string }> }) => (e.cells[name] ? said(e.cells[name]) : ''),
            })),
          {
            title: register.owner === 'organisation' ? w('所属工会', 'Union') : w('管理组织', 'Kept by'),
            width: 220,
            ellipsis: true,
            render: (_, e) => e.org.name,
          },
          ...(register.validity && !shows(register)
            ? [{ title: w('有效期至', 'Valid until'), width: 110, render: (_: unknown, e: { validTo: string | null }) => e.validTo ?? '—' }]
            : []),
          {
            title: w('状态', 'State'),
            width: 150,
            render: (_, e) => (
              <>
                <StateWord state={e.state} />
                {(e.state === 'ending' || e.state === 'expired') && <span className="quiet small"> {leftOf(e.validTo, today)}</span>}
              </>
            ),
          },
        ]}
      />
      {open === 'add' && <EntryForm register={register} onClose={() => setOpen(null)} onDone={(e) => onEntry(e.id)} />}
      {open === 'export' && <ExportEntries register={register} asked={askedOf(register, search)} onClose={() => setOpen(null)} />}
      {open === 'import' && (
        <ImportEntries
          register={register}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null)
            void queries.invalidateQueries({ queryKey: ['listEntries'] })
            void queries.invalidateQueries({ queryKey: ['countEntries'] })
          }}
        />
      )}
    </>
  )
}

/** The entries of one register. */
export const EntriesPage = () => {
  const { code } = useParams({ strict: false }) as { code: string }
  const one = useQuery({ ...asking('getRegister', { params: { code } }), staleTime: 60_000 })
  if (one.isError) return <Failure error={one.error} onRetry={() => one.refetch()} />
  if (!one.data) return <Skeleton active />
  return <Entries {...one.data} />
}
