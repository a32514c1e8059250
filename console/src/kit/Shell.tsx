import type { Right } from '@gongyou/contract/kit/right.ts'
import { Link, Outlet } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { type ComponentType, Suspense, lazy, useState } from 'react'
import { ask } from './api.ts'
import { chooseLanguage, language } from './language.ts'
import { useMay, useMe } from './me.ts'
import { QuickSearch } from './QuickSearch.tsx'
import { w } from './text.ts'
import { type Mode, modeNow } from './theme.ts'
import { whoActed } from './words.ts'

/** Written down from any page; brought when the page itself stands. */
const QuickRecord = lazy(() => import('../features/cases/QuickRecord.tsx').then((m) => ({ default: m.QuickRecord })))

type Frame = { onMode: (mode: Mode) => void; firstTask: ComponentType }

type Entry = { to: string; name: string; right?: Right }
const groups = (): { name: string; entries: Entry[] }[] => [
  { name: '', entries: [{ to: '/', name: w('今天', 'Today') }] },
  {
    name: w('组织与会员', 'Unions and members'),
    entries: [
      { to: '/applications', name: w('入会审批', 'Applications'), right: 'membership.read' },
      { to: '/members', name: w('会员', 'Members'), right: 'membership.read' },
      { to: '/roster', name: w('名册导入', 'Roster import'), right: 'membership.import' },
      { to: '/transfers', name: w('会籍接转', 'Transfers'), right: 'membership.read' },
      { to: '/join-codes', name: w('入会码', 'Joining codes'), right: 'membership.read' },
      { to: '/duplicates', name: w('疑似重复', 'Duplicates'), right: 'people.merge' },
      { to: '/organisations', name: w('组织', 'Organisations'), right: 'organisations.read' },
      { to: '/employers', name: w('用人单位', 'Employers'), right: 'organisations.read' },
      { to: '/quality', name: w('数据质量', 'Data quality'), right: 'membership.read' },
    ],
  },
  {
    name: w('办件', 'Cases'),
    entries: [
      { to: '/queue', name: w('待办', 'Queue'), right: 'cases.handle' },
      { to: '/new-case', name: w('登记办件', 'Enter a case'), right: 'cases.handle' },
      { to: '/cases', name: w('办件台账', 'All cases'), right: 'cases.read' },
      { to: '/hand-over', name: w('工作移交', 'Hand work over'), right: 'cases.oversee' },
      { to: '/burden', name: w('填报负担', 'Burden of forms'), right: 'cases.read' },
    ],
  },
  {
    name: w('热线', 'Hotline'),
    entries: [
      { to: '/hotline', name: w('热线工单', 'Orders'), right: 'cases.read' },
      { to: '/hotline-rates', name: w('热线三率', 'Rates'), right: 'statistics.read' },
    ],
  },
  {
    name: w('公文', 'Papers'),
    entries: [
      { to: '/papers', name: w('发文登记簿', 'Register'), right: 'papers.read' },
      { to: '/paper-templates', name: w('公文模板', 'Templates'), right: 'papers.read' },
      { to: '/paper-check', name: w('格式检查', 'Layout check') },
    ],
  },
  {
    name: w('名册', 'Registers'),
    entries: [{ to: '/registers', name: w('名册台账', 'Registers'), right: 'registers.read' }],
  },
  {
    name: w('数字', 'Figures'),
    entries: [
      { to: '/figures', name: w('数字与来源', 'Figures'), right: 'statistics.read' },
      { to: '/targets', name: w('目标与进度', 'Targets'), right: 'statistics.read' },
      { to: '/claims', name: w('已发布数字', 'Published numbers'), right: 'statistics.read' },
    ],
  },
  {
    name: w('管理', 'Administration'),
    entries: [
      { to: '/clocks', name: w('时限与日历', 'Time limits') },
      { to: '/accounts', name: w('账号与权限', 'Accounts'), right: 'accounts.manage' },
      { to: '/designs', name: w('事项设计', 'Services'), right: 'cases.design' },
      { to: '/audit', name: w('审计记录', 'Audit'), right: 'audit.read' },
    ],
  },
]

const Side = ({ onGo }: { onGo: () => void }) => {
  const may = useMay()
  return (
    <nav className="shell-side" aria-label={w('主菜单', 'Main menu')} onClick={onGo}>
      {groups().map((g) => {
        const entries = g.entries.filter((e) => !e.right || may(e.right))
        if (entries.length === 0) return null
        return (
          <div key={g.name}>
            {g.name && <div className="group">{g.name}</div>}
            {entries.map((e) => (
              <Link key={e.to} to={e.to} activeOptions={{ exact: e.to === '/' }} activeProps={{ className: 'active' }}>
                {e.name}
              </Link>
            ))}
          </div>
        )
      })}
    </nav>
  )
}

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
