import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { DatePicker, Select, Skeleton } from 'antd'
import dayjs from 'dayjs'
import { asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { language } from '../../kit/language.ts'
import { ListPage, type Search } from '../../kit/ListPage.tsx'
import { w } from '../../kit/text.ts'
import { options } from '../../kit/words.ts'
import './figures.css'

const actName = (kind: string) =>
  ({
    'membership.joined': w('入会', 'Joined'),
    'membership.left': w('退会', 'Left'),
    'membership.moved-in': w('转入', 'Moved in'),
    'membership.moved-out': w('转出', 'Moved out'),
    'union.founded': w('建会', 'Founded'),
    'union.dissolved': w('撤销', 'Dissolved'),
  })[kind] ?? kind
/** Change against last year, as a word and a number. */
const against = (now: number | null, before: number | null) => {
  if (now === null) return w('分母为零，没有比率', 'Nothing to divide by')
  if (before === null) return w('去年同期没有记录', 'No record a year before')
  const d = Math.round((now - before) * 100) / 100
  if (d === 0) return w('与去年同期持平', 'Same as a year before')
  return d > 0
    ? w(`比去年同期多 ${d.toLocaleString()}`, `${d.toLocaleString()} more than a year before`)
    : w(`比去年同期少 ${(-d).toLocaleString()}`, `${(-d).toLocaleString()} fewer than a year before`)
}

/** One figure: number, definition, groups, and every record behind it. */
export const FigurePage = () => {
  const { code } = useParams({ strict: false }) as { code: string }
  const given = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const search: Search = { from: given.from ?? dayjs().startOf('year').format('YYYY-MM-DD'), ...given }
  const { by: chosen, ...scope } = search
  const list = useQuery(asking('listFigures', {}))
  const by = chosen ?? list.data?.figures.find((f) => f.code === code)?.by.find((b) => b !== 'month')
  const set = (next: Search) => go({ to: '.', search: { ...search, ...next } as never, replace: true })
  const figure = useQuery({
    ...asking('getFigure', { params: { code }, query: { ...scope, by } as never }),
    placeholderData: (before) => before,
    enabled: by !== undefined,
  })
  if (figure.isError) return <Failure error={figure.error} />
  if (!figure.data) return <Skeleton active />
  const { definition: d, value, records, groups, lastYear } = figure.data
  const most = Math.max(...groups.map((g) => g.value ?? 0), 1)
  const pick = (key: string | null) =>
    key !== null &&
    (figure.data.by === 'town'
      ? set({ town: key })
      : figure.data.by === 'month'
        ? set({ from: `${key}-01`, to: dayjs(`${key}-01`).endOf('month').format('YYYY-MM-DD') })
        : figure.data.by === 'org'
          ? set({ org: key })
          : set({ where: `${figure.data.by}:${key}` }))
  return (
    <>
      <div className="page-head">
        <Link to="/figures" className="quiet">
          {w('数字与来源', 'Figures')}
        </Link>
        <span className="quiet">/</span>
        <h1>{d.name[language()]}</h1>
      </div>
      <div className="filters">
        {d.kind === 'flow' ? (
          <DatePicker.RangePicker
            allowClear={false}
            value={[dayjs(search.from), dayjs(search.to ?? undefined)]}
            onChange={(v) => set({ from: v?.[0]?.format('YYYY-MM-DD'), to: v?.[1]?.format('YYYY-MM-DD') })}
            presets={[2026, 2025, 2024, 2023].map((y) => ({
              label: String(y),
              value: [dayjs(`${y}-01-01`), dayjs(`${y}-12-31`)] as [dayjs.Dayjs, dayjs.Dayjs],
            }))}
          />
        ) : (
          <DatePicker allowClear={false} value={dayjs(search.to ?? undefined)} onChange={(v) => set({ to: v?.format('YYYY-MM-DD') })} />
        )}
        <Select
          style={{ width: 160 }}
          aria-label={w('镇街', 'Town')}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={w('镇街', 'Town')}
          value={search.town ?? null}
          options={options.town}
          onChange={(v) => set({ town: v ?? undefined })}
        />
        {search.where && (
          <a onClick={() => set({ where: undefined })} role="button">
            {w('清除分组筛选', 'Clear group')}
          </a>
        )}
      </div>
      <div className="figure-page">
        <section className="sheet">
          <div className="body">
            <div className="figure-number">
              {value === null ? '—' : value.toLocaleString()}
              <small>{d.unitName[language()]}</small>
            </div>
            <p style={{ margin: '4px 0' }}>{against(value, lastYear)}</p>
            <p className="quiet" style={{ margin: 0 }}>
              {d.definition[language()]}
            </p>
            <p className="quiet small" style={{ margin: '8px 0 0' }}>
              {d.kind === 'flow' ? `${figure.data.from} — ${figure.data.to}` : w(`截至 ${figure.data.to}`, `As of ${figure.data.to}`)} ·{' '}
              {w(`来自 ${records.toLocaleString()} 条记录`, `from ${records.toLocaleString()} records`)} ·{' '}
              {w(`口径第 ${d.revision} 版`, `definition ${d.revision}`)}
            </p>
          </div>
        </section>
        <section className="sheet" style={{ gridRow: 'span 2' }}>
          <header>
            <Select
              size="small"
              variant="borderless"
              aria-label={w('分组', 'Groups')}
              value={by}
              options={d.dimensions.map((b) => ({ value: b.code, label: w(`按${b.name.zh}`, `By ${b.name.en.toLowerCase()}`) }))}
              onChange={(v) => set({ by: v })}
            />
          </header>
          <div className="body bars">
            {groups.slice(0, 40).map((g) => (
              <button key={g.key ?? ''} type="button" onClick={() => pick(g.key)}>
                <span>{g.label[language()]}</span>
                <span className="bar" style={{ width: `${Math.max(0, (100 * (g.value ?? 0)) / most)}%` }} />
                <span className="right">{g.value === null ? '—' : g.value.toLocaleString()}</span>
              </button>
            ))}
          </div>
        </section>
        <div>
          <ListPage
            title={<span style={{ fontSize: 16 }}>{w('来源记录', 'Records')}</span>}
            list="listFigureRecords"
            params={{ code }}
            search={scope}
            onSearch={() => {}}
            rowKey={(r) => r.act}
            onOpen={(r) => r.person && go({ to: '/people/$id' as string, params: { id: r.person.id } as never })}
            empty={w('这个范围和时段没有记录', 'No record in this scope and period')}
            columns={[
              { title: w('日期', 'Day'), dataIndex: 'day', width: 110 },
              { title: w('事项', 'What'), width: 80, render: (_, r) => actName(r.kind) },
              { title: w('职工', 'Person'), width: 120, render: (_, r) => r.person?.name ?? '—' },
              { title: w('工会', 'Union'), ellipsis: true, render: (_, r) => r.org?.name ?? '—' },
              { title: w('经办', 'By'), width: 100, render: (_, r) => r.actor ?? w('历史导入', 'Loaded') },
              { title: w('计', 'Counts'), dataIndex: 'amount', align: 'right', width: 60 },
            ]}
          />
        </div>
      </div>
    </>
  )
}
