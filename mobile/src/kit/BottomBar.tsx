import { Link, useLocation } from 'wouter'
import { Icon } from './Icon.tsx'
import { w } from './text.ts'

/** The four places of the thumb. */
export const BottomBar = ({ unread }: { unread: number }) => {
  const [place] = useLocation()
  const items = [
    ['/', 'home', w('首页', 'Home')],
    ['/inbox', 'mail', w('消息', 'Messages')],
    ['/card', 'card', w('会员卡', 'Card')],
    ['/me', 'person', w('我的', 'Me')],
  ] as const
  return (
    <nav className="bar" aria-label={w('主要位置', 'Main')}>
      {items.map(([href, icon, name]) => (
        <Link key={href} href={href} aria-current={place === href ? 'page' : undefined}>
          <Icon name={icon} />
          {name}
          {href === '/inbox' && unread > 0 ? (
            <span className="badge">
              {unread > 99 ? '99+' : unread}
              <span className="unseen">{w('条未读', ' unread')}</span>
            </span>
          ) : null}
        </Link>
      ))}
    </nav>
  )
}
