import { Link, Outlet } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { type ComponentType, Suspense, lazy, useState } from 'react'
import { ask } from './api.ts'
import { chooseLanguage, language } from './language.ts'
import { useMe } from './me.ts'
import { QuickSearch } from './QuickSearch.tsx'
import { Side } from './Side.tsx'
import { w } from './text.ts'
import { type Mode, modeNow } from './theme.ts'
import { whoActed } from './words.ts'

/** Written down from any page; brought when the page itself stands. */
const QuickRecord = lazy(() => import('../features/cases/QuickRecord.tsx').then((m) => ({ default: m.QuickRecord })))

type Frame = { onMode: (mode: Mode) => void; firstTask: ComponentType }

/** Frame of every page: name and search above, places at the side. */
export const Shell = ({ onMode, firstTask: FirstTask }: Frame) => {
  const me = useMe()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const leave = async () => {
    await ask('signOut', {})
    queries.clear()
    location.assign('/console/')
  }
  const items = [
    { key: 'security', label: <Link to="/me/security">{w('登录与安全', 'Sign-in and security')}</Link> },
    {
      key: 'mode',
      label: modeNow() === 'dark' ? w('浅色', 'Light') : w('深色', 'Dark'),
      onClick: () => onMode(modeNow() === 'dark' ? 'light' : 'dark'),
    },
    { key: 'language', label: language() === 'zh' ? 'English' : '中文', onClick: () => chooseLanguage(language() === 'zh' ? 'en' : 'zh') },
    { key: 'leave', label: w('退出登录', 'Sign out'), onClick: leave },
  ]
  return (
    <div className="shell" data-menu={open ? 'open' : 'closed'}>
      <header className="shell-top">
        <Button className="menu-button" type="text" onClick={() => setOpen(!open)} aria-expanded={open}>
          {w('菜单', 'Menu')}
        </Button>
        <div className="shell-name">
          <b>工友</b>
          {me.region.name}
        </div>
        {me.demo && <span className="shell-demo">{w('示范数据，人名均为虚构', 'Example data; all persons are fictional')}</span>}
        <div className="shell-search">
          <QuickSearch />
        </div>
        <Suspense fallback={null}>
          <QuickRecord />
        </Suspense>
        <div className="shell-who">
          <Link to="/inbox">
            {w('收件箱', 'Inbox')}
            {me.unread > 0 && <b style={{ color: 'var(--red)', marginLeft: 4 }}>{me.unread}</b>}
          </Link>
          <span className="quiet small post">{whoActed(me.posts[0]?.post ?? '')}</span>
          <Dropdown menu={{ items }} trigger={['click']}>
            <Button type="text">{me.person?.name}</Button>
          </Dropdown>
        </div>
      </header>
      <Side onGo={() => setOpen(false)} />
      <main className="shell-main">
        <Suspense fallback={null}>{me.mustSetUpSecondFactor ? <FirstTask /> : <Outlet />}</Suspense>
      </main>
    </div>
  )
}
