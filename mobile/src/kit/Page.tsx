import { type ReactNode, useEffect } from 'react'
import { Link } from 'wouter'
import { BottomBar } from './BottomBar.tsx'
import { Icon } from './Icon.tsx'
import { useMe } from './me.ts'
import { w } from './text.ts'

type Given = { title: string; back?: string; children: ReactNode; foot?: ReactNode; bar?: boolean; headless?: boolean }

/** One column: where one is and the way back, the content, and at the bottom either the one action or the bar. */
export const Page = ({ title, back, children, foot, bar = false, headless = false }: Given) => {
  const { me } = useMe()
  useEffect(() => {
    document.title = title
    scrollTo(0, 0)
  }, [title])
  return (
    <div className="page">
      {me?.demo ? (
        <aside className="strip" aria-label={w('提示', 'Note')}>
          {w('示范环境 · 人物均为虚构', 'Example district · all people are fictional')}
        </aside>
      ) : null}
      {headless ? null : (
        <header>
          {back ? (
            <Link href={back} className="back" aria-label={w('返回', 'Back')}>
              <Icon name="back" />
            </Link>
          ) : null}
          <h1>{title}</h1>
        </header>
      )}
      <main>{children}</main>
      {foot ? <footer className="foot">{foot}</footer> : null}
      {bar ? <BottomBar unread={me?.unread ?? 0} /> : null}
    </div>
  )
}
