import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import type { Routes } from '@gongyou/contract/routes.ts'
import { bigFigures } from '@gongyou/contract/statistics/tiles.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useRef } from 'react'
import { asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { language } from '../../kit/language.ts'
import type { Search } from '../../kit/ListPage.tsx'
import { w } from '../../kit/text.ts'
import { CockpitMap } from './CockpitMap.tsx'
import { against, shown } from './words.ts'
import './cockpit.css'

export type Cockpit = ReplyOf<Routes['getCockpit']>
type Big = Cockpit['big'][number]

const week = (b: Big) => {
  if (b.week === null || b.week === 0) return w('近七天没有变化', 'No change in seven days')
  if (b.kind === 'stock')
    return w(`近七天${b.week > 0 ? '增' : '减'} ${shown(Math.abs(b.week))}`, `${b.week > 0 ? '+' : '−'}${shown(Math.abs(b.week))} in seven days`)
  return w(`近七天 ${shown(b.week)}`, `${shown(b.week)} in seven days`)
}

const BigNumber = ({ big, from }: { big: Big; from: string }) => (
  <Link to={'/figures/$code' as string} params={{ code: big.code } as never} search={{ from } as never} className="sheet cockpit-big">
    <span className="quiet">{big.name[language()]}</span>
    <b>
      {shown(big.value)}
      <small>{big.unitName[language()]}</small>
    </b>
    <span className="small">{against(big.value, big.lastYear)}</span>
    <span className="small quiet">{week(big)}</span>
  </Link>
)

const Changes = ({ changes }: { changes: Cockpit['changes'] }) => (
  <section className="sheet cockpit-list">
    <h2>{w('近三十天变化最大', 'What moved most in thirty days')}</h2>
    {changes.length === 0 && <p className="quiet">{w('没有明显变化', 'Nothing moved much')}</p>}
    {changes.map((c) => (
      <Link
        key={c.code}
        to={'/figures/$code' as string}
        params={{ code: c.code } as never}
        search={{ from: c.from } as never}
        className="cockpit-line"
      >
        <span>{c.name[language()]}</span>
        <b>
          {shown(c.now)} {c.unitName[language()]} <span className="quiet">{w(`此前 ${shown(c.before)}`, `before: ${shown(c.before)}`)}</span>
        </b>
      </Link>
    ))}
  </section>
)

/** Every time limit of ours runs on a case: these are the cases whose day has passed. */
const late = { due: 'overdue' }

const Red = ({ red }: { red: Cockpit['red'] }) => (
  <section className="sheet cockpit-list">
    <h2>{w('需要过问', 'Needs a word')}</h2>
    {red.overdue === 0 && red.behind.length === 0 && (
      <p className="quiet">{w('没有逾期，目标都按进度', 'Nothing is late, every target is on course')}</p>
    )}
    {red.overdue > 0 && (
      <Link to={'/cases' as string} search={late as never} className="cockpit-line">
        <span>{w('逾期事项', 'Past their day')}</span>
        <b className="red">{shown(red.overdue)}</b>
      </Link>
    )}
    {red.duties.map((d) => (
      <Link key={d.name.zh} to={'/cases' as string} search={late as never} className="cockpit-line inner">
        <span>{d.name[language()]}</span>
        <span>{shown(d.count)}</span>
      </Link>
    ))}
    {red.behind.map((b) => (
      <Link key={b.figure} to="/targets" className="cockpit-line">
        <span>
          {w('目标落后：', 'Behind its target: ')}
          {b.name[language()]}
        </span>
        <b className="red">
          {b.progress ?? 0}% <span className="quiet">{w(`时间已过 ${b.elapsed}%`, `${b.elapsed}% of the time`)}</span>
        </b>
      </Link>
    ))}
  </section>
)

/** 驾驶舱: five numbers, where they come from, what has changed, what is red. Whole screen on demand; it asks anew every minute. */
export const CockpitPage = () => {
  const search = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const screen = useRef<HTMLDivElement>(null)
  const figure = bigFigures.find((code) => code === search.figure) ?? 'members-joined'
  const page = useQuery({ ...asking('getCockpit', { query: { figure } }), refetchInterval: 60_000, placeholderData: (before) => before })
  if (page.isError && !page.data) return <Failure error={page.error} onRetry={() => page.refetch()} />
  if (!page.data) return <Skeleton active />
  const { big, towns, changes, red, from, to } = page.data
  return (
    <div className="cockpit" ref={screen}>
      <div className="page-head">
        <h1>{w('驾驶舱', 'Cockpit')}</h1>
        <span className="quiet">{w(`今年以来，截至 ${to}`, `this year, as of ${to}`)}</span>
        <span className="spring" />
        {document.fullscreenEnabled && (
          <Button onClick={() => (document.fullscreenElement ? document.exitFullscreen() : screen.current?.requestFullscreen())}>
            {w('全屏', 'Whole screen')}
          </Button>
        )}
      </div>
      <div className="cockpit-row">
        {big.map((b) => (
          <BigNumber key={b.code} big={b} from={from} />
        ))}
      </div>
      <div className="cockpit-body">
        <CockpitMap
          towns={towns}
          big={big}
          figure={figure}
          from={from}
          choose={(code) => go({ to: '.', search: { figure: code } as never, replace: true })}
        />
        <div className="cockpit-side">
          <Changes changes={changes} />
          <Red red={red} />
        </div>
      </div>
    </div>
  )
}
