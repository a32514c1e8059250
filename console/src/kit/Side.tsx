import { Link, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from './me.ts'
import { type Group, groups } from './menu.ts'
import { w } from './text.ts'

const key = 'gongyou.menu'
/** Groups an officer has opened (+) or shut (-), by their first place; untouched ones are shut but for the one he is in. */
const remembered = (): Readonly<Record<string, boolean>> =>
  Object.fromEntries((localStorage.getItem(key) ?? '').split(',').map((turned) => [turned.slice(1), turned.startsWith('+')]))
const remember = (turned: Readonly<Record<string, boolean>>) =>
  localStorage.setItem(
    key,
    Object.entries(turned)
      .map(([id, open]) => `${open ? '+' : '-'}${id}`)
      .join(','),
  )

/** Fewer places than this need no folding. */
const few = 12

const Places = ({ group, onGo }: { group: Group; onGo: () => void }) => (
  <>
    {group.entries.map((e) => (
      <Link key={e.to} to={e.to} activeOptions={{ exact: e.to === '/' }} activeProps={{ className: 'active' }} onClick={onGo}>
        {e.name}
      </Link>
    ))}
  </>
)

/** The menu at the side: one group for each kind of work, folded where it is not used. */
export const Side = ({ onGo }: { onGo: () => void }) => {
  const may = useMay()
  const { pathname } = useLocation()
  const [turned, setTurned] = useState(remembered)
  const seen = groups().flatMap((g) => {
    const entries = g.entries.filter((e) => !e.right || [e.right].flat().some(may))
    return entries.length > 0 ? [{ ...g, entries }] : []
  })
  const folds = seen.reduce((n, g) => n + g.entries.length, 0) > few
  const isHere = (g: Group) => g.entries.some((e) => e.to !== '/' && (pathname === e.to || pathname.startsWith(`${e.to}/`)))
  const turn = (id: string, open: boolean) => {
    const next = { ...turned, [id]: open }
    remember(next)
    setTurned(next)
  }
  return (
    <nav className="shell-side" aria-label={w('主菜单', 'Main menu')}>
      {seen.map((g) => {
        const id = g.entries[0]!.to
        // A group of one place is that place.
        if (!g.name || g.entries.length === 1) return <Places key={id} group={g} onGo={onGo} />
        const open = !folds || (turned[id] ?? isHere(g))
        return (
          <div key={id}>
            {folds ? (
              <button type="button" className="group" aria-expanded={open} onClick={() => turn(id, !open)}>
                {g.name}
              </button>
            ) : (
              <div className="group">{g.name}</div>
            )}
            <div hidden={!open} className="group-places">
              <Places group={g} onGo={onGo} />
            </div>
          </div>
        )
      })}
    </nav>
  )
}
