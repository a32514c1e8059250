import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Icon } from './Icon.tsx'

type Given = { title: ReactNode; sub?: ReactNode; end?: ReactNode }

const Inside = ({ title, sub, end }: Given) => (
  <>
    <span className="text">
      <span className="title">{title}</span>
      {sub ? <span className="sub">{sub}</span> : null}
    </span>
    {end ? <span className="end">{end}</span> : null}
  </>
)

/** One line of a list that leads somewhere. */
export const RowLink = ({ to, ...given }: Given & { to: string }) => (
  <Link href={to} className="row">
    <Inside {...given} />
    <span className="chevron">
      <Icon name="next" size={20} />
    </span>
  </Link>
)
export const RowButton = ({ press, pressed, ...given }: Given & { press: () => void; pressed?: boolean }) => (
  <button type="button" className="row" onClick={press} aria-pressed={pressed}>
    <Inside {...given} />
  </button>
)
export const Row = (given: Given) => (
  <div className="row">
    <Inside {...given} />
  </div>
)

/** Name and value, one under the other where the screen or the letters leave no room. */
export const Facts = ({ rows }: { rows: readonly (readonly [string, ReactNode])[] }) => (
  <dl className="facts">
    {rows.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value ?? '—'}</dd>
      </div>
    ))}
  </dl>
)
