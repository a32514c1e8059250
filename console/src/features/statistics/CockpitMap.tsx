import { tiles } from '@gongyou/contract/statistics/tiles.ts'
import { Link } from '@tanstack/react-router'
import { Radio } from 'antd'
import { language } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import type { Cockpit } from './CockpitPage.tsx'
import { shown } from './words.ts'

const short = (name: { zh: string; en: string }) =>
  language() === 'zh' ? name.zh.replace(/(街道|地区|(?<!密云)镇)$/, '') : name.en.replace(/ (Town|Sub-district|Area)$/, '')

type Props = { towns: Cockpit['towns']; big: Cockpit['big']; figure: string; from: string; choose: (code: string) => void }

/** The twenty towns as tiles where they lie: one number each, shaded by its share of the largest. */
export const CockpitMap = ({ towns, big, figure, from, choose }: Props) => {
  const most = Math.max(1, ...towns.map((x) => x.value))
  const tile = (x: Cockpit['towns'][number], place?: readonly [number, number]) => (
    <Link
      key={x.town}
      to={'/figures/$code' as string}
      params={{ code: figure } as never}
      search={{ from, town: x.town } as never}
      className="cockpit-tile"
      style={{
        ...(place ? { gridColumn: place[0] + 1, gridRow: place[1] + 1 } : {}),
        ['--share' as string]: `${Math.round((100 * x.value) / most)}%`,
      }}
    >
      <span>{short(x.name)}</span>
      <b>{shown(x.value)}</b>
    </Link>
  )
  const park = towns.filter((x) => !(x.town in tiles))
  return (
    <section className="sheet cockpit-map">
      <Radio.Group
        size="small"
        value={figure}
        onChange={(e) => choose(String(e.target.value))}
        optionType="button"
        options={big.map((b) => ({ value: b.code, label: b.name[language()] }))}
      />
      <div className="cockpit-tiles">
        <div className="cockpit-water" aria-hidden>
          {w('密云水库', 'Reservoir')}
        </div>
        {towns.filter((x) => x.town in tiles).map((x) => tile(x, tiles[x.town]))}
      </div>
      <p className="quiet small cockpit-park">
        {park.map((x) => (
          <Link key={x.town} to={'/figures/$code' as string} params={{ code: figure } as never} search={{ from, town: x.town } as never}>
            {x.name[language()]} {shown(x.value)}
          </Link>
        ))}
        {' · '}
        {w('颜色越深，数越大；点开看来源。', 'The darker, the more; each opens its figure.')}
      </p>
    </section>
  )
}
