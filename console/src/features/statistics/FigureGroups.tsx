import { Select } from 'antd'
import dayjs from 'dayjs'
import { language } from '../../kit/language.ts'
import type { Search } from '../../kit/ListPage.tsx'
import { w } from '../../kit/text.ts'
import type { Figure } from './FigureNumber.tsx'
import { shown } from './words.ts'

/** What a press on a group asks for. */
const narrowed = (by: string, key: string, label: string): Search =>
  by === 'town'
    ? { town: key }
    : by === 'month'
      ? { from: `${key}-01`, to: dayjs(`${key}-01`).endOf('month').format('YYYY-MM-DD') }
      : by === 'org'
        ? { org: key, place: label }
        : { where: `${by}:${key}` }

/** The parts of a number. Of persons and rates it says why they are not to be added. */
export const FigureGroups = ({ figure, by, set }: { figure: Figure; by: string | undefined; set: (next: Search) => void }) => {
  const { definition: d, groups, value, counted } = figure
  const most = Math.max(...groups.map((g) => g.value ?? 0), 1)
  const more = Math.round((counted - (value ?? 0)) * 100) / 100
  return (
    <section className="sheet figure-groups">
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
      <div className="body">
        <div className="bars">
          {groups.slice(0, 40).map((g) => (
            <button key={g.key ?? ''} type="button" onClick={() => by && g.key !== null && set(narrowed(by, g.key, g.label.zh))}>
              <span>{g.label[language()]}</span>
              <span className="bar" style={{ width: `${Math.max(0, (100 * (g.value ?? 0)) / most)}%` }} />
              <span className="right">
                {shown(g.value)}
                {g.among !== undefined && (
                  <span className="quiet small">
                    {' '}
                    ({shown(g.of ?? 0)}/{shown(g.among)})
                  </span>
                )}
              </span>
            </button>
          ))}
        </div>
        {groups.length === 0 && <p className="quiet">{w('这个范围和时段没有记录', 'No record in this scope and period')}</p>}
        {d.measure === 'persons' && groups.length > 0 && (
          <p className="quiet small figure-note">
            {more > 0
              ? w(
                  `各组相加是 ${counted.toLocaleString()}，比总数多 ${more.toLocaleString()}：同一个人在几组里都有记录，在每组各计一次，在总数里只计一次。`,
                  `The groups add up to ${counted.toLocaleString()}, ${more.toLocaleString()} more than the whole: whoever has records in several groups counts once in each and once in all.`,
                )
              : w(
                  '按人去重：同一个人出现在几组时，各组相加会大于总数。',
                  'Each person once: where somebody stands in several groups they add up to more than the whole.',
                )}
          </p>
        )}
        {d.parts.length > 1 && groups.length > 0 && (
          <p className="quiet small figure-note">
            {w('比率不能相加或平均，要用分子、分母重新相除。', 'Rates are neither added nor averaged; numerator and denominator are divided anew.')}
          </p>
        )}
      </div>
    </section>
  )
}
