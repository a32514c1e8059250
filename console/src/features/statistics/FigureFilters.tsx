import { DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { OrganisationPicker } from '../../kit/form/pickers.tsx'
import type { Search } from '../../kit/ListPage.tsx'
import { w } from '../../kit/text.ts'
import { options } from '../../kit/words.ts'

const day = (d: dayjs.Dayjs) => d.format('YYYY-MM-DD')
const years = () => {
  const now = dayjs().year()
  const year = (y: number) => ({ label: `${y}`, value: [dayjs(`${y}-01-01`), dayjs(`${y}-12-31`)] as [dayjs.Dayjs, dayjs.Dayjs] })
  const halves = { label: w('上半年', 'First half'), value: [dayjs(`${now}-01-01`), dayjs(`${now}-06-30`)] as [dayjs.Dayjs, dayjs.Dayjs] }
  const plan = { label: w('十四五', '2021–25'), value: [dayjs('2021-01-01'), dayjs('2025-12-31')] as [dayjs.Dayjs, dayjs.Dayjs] }
  return [year(now), halves, year(now - 1), year(now - 2), plan]
}

/** When and where; it all stands in the address, so that a link is the question. */
export const FigureFilters = ({
  kind,
  search,
  place,
  set,
}: {
  kind: 'flow' | 'stock'
  search: Search
  place: string | undefined
  set: (next: Search) => void
}) => (
  <div className="filters">
    {kind === 'flow' ? (
      <DatePicker.RangePicker
        allowClear={false}
        aria-label={w('时段', 'Period')}
        value={[dayjs(search.from), dayjs(search.to ?? undefined)]}
        onChange={(v) => set({ from: v?.[0] ? day(v[0]) : undefined, to: v?.[1] ? day(v[1]) : undefined })}
        presets={years()}
      />
    ) : (
      <DatePicker
        allowClear={false}
        aria-label={w('截至', 'As of')}
        value={dayjs(search.to ?? undefined)}
        onChange={(v) => set({ to: v ? day(v) : undefined })}
      />
    )}
    <div style={{ width: 260 }}>
      <OrganisationPicker
        id="figure-org"
        aria-label={w('组织', 'Organisation')}
        value={search.org ? { id: search.org, name: place ?? '…' } : undefined}
        onChange={(v) => {
          const org = v as { id: string; name: string } | undefined
          set({ org: org?.id, place: org?.name })
        }}
      />
    </div>
    <Select
      style={{ width: 150 }}
      aria-label={w('镇街', 'Town')}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={w('镇街', 'Town')}
      value={search.town ?? null}
      options={options.town}
      onChange={(v) => set({ town: v ?? undefined })}
    />
    {search.where && (
      <a onClick={() => set({ where: undefined })} role="button" tabIndex={0}>
        {w('清除分组筛选', 'Clear group')}
      </a>
    )}
  </div>
)
