import { Suspense, lazy } from 'react'
import { Link } from 'wouter'
import { Icon, type IconName } from '../../kit/Icon.tsx'
import { useKept } from '../../kit/kept.ts'
import { useMe } from '../../kit/me.ts'
import { Page } from '../../kit/Page.tsx'
import { RowLink } from '../../kit/Row.tsx'
import { Stale } from '../../kit/Stale.tsx'
import { w } from '../../kit/text.ts'
import './home.css'
import { MyState } from './MyState.tsx'
import { Notices } from './Notices.tsx'

const MyCasesLines = lazy(async () => ({ default: (await import('../cases/MyCasesLine.tsx')).MyCasesLines }))

const entries = (): readonly (readonly [string, IconName, string, string])[] => [
  ['/services', 'services', w('办事', 'Services'), w('帮扶、法律、报销', 'Help, law, refunds')],
  ['/activities', 'activities', w('活动', 'Activities'), w('课程、体检、联谊', 'Classes, check-ups')],
  ['/map', 'map', w('地图', 'Map'), w('暖心驿站、服务站', 'Stations near you')],
  ['/me', 'person', w('我的', 'Me'), w('资料、申请、设置', 'Data, applications')],
]

/** The first screen: whose it is, five things one can do, what is open to me, what is new. Public. */
export const HomePage = () => {
  const { me, signedIn } = useMe()
  const mine = useKept('myMembership', signedIn)
  return (
    <Page title={me?.region.name ?? w('工友', 'Gongyou')} headless bar>
      <h1 className="union">{me?.region.name ?? w('工友', 'Gongyou')}</h1>
      <Stale at={mine.at} failed={mine.failed && signedIn} />
      <nav className="entries" aria-label={w('主要事项', 'Main things')}>
        {entries().map(([to, icon, name, what]) => (
          <Link key={to} href={to} className="entry">
            <Icon name={icon} size={28} />
            <span>
              <b>{name}</b>
              <small>{what}</small>
            </span>
          </Link>
        ))}
        <Link href="/scan" className="entry scan">
          <Icon name="scan" size={28} />
          <span>
            <b>{w('扫一扫', 'Scan')}</b>
            <small>{w('入会、签到、驿站、核验会员卡', 'Join, check in, stations, verify a card')}</small>
          </span>
        </Link>
      </nav>
      <section className="section" aria-labelledby="open-to-me">
        <h2 id="open-to-me">{signedIn ? w('与我有关', 'For me') : w('现在可以办', 'Open now')}</h2>
        <div className="rows">
          {signedIn ? (
            <MyState mine={mine.data} />
          ) : (
            <RowLink
              to="/join"
              title={w('加入工会', 'Join the union')}
              sub={w('扫入会码，不到两分钟；不用上传照片', 'Scan a joining code: under two minutes, no photos')}
            />
          )}
          <Suspense>{me?.person ? <MyCasesLines person={me.person.id} /> : null}</Suspense>
          <a className="row" href="tel:12351">
            <span className="text">
              <span className="title">{w('拨打 12351 职工热线', 'Call the workers’ line 12351')}</span>
              <span className="sub">{w('遇到事故、欠薪，直接问人', 'Accident or unpaid wages: ask a person')}</span>
            </span>
            <span className="chevron">
              <Icon name="phone" size={20} />
            </span>
          </a>
        </div>
      </section>
      <Notices signedIn={signedIn} />
    </Page>
  )
}
