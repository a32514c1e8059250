import { Component, type ComponentType, type ReactNode, Suspense, lazy } from 'react'
import { Route, Router, Switch } from 'wouter'
import { HomePage } from './features/home/HomePage.tsx'
import { Page } from './kit/Page.tsx'
import { Skeleton } from './kit/Skeleton.tsx'
import { w } from './kit/text.ts'

const later = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }))

const JoinPage = later(async () => (await import('./features/join/JoinPage.tsx')).JoinPage)
const EnterCode = later(async () => (await import('./features/join/EnterCode.tsx')).EnterCode)
const SignInPage = later(async () => (await import('./features/sign-in/SignInPage.tsx')).SignInPage)
const CardPage = later(async () => (await import('./features/card/CardPage.tsx')).CardPage)
const VerifyPage = later(async () => (await import('./features/card/VerifyPage.tsx')).VerifyPage)
const ScanPage = later(async () => (await import('./features/scan/ScanPage.tsx')).ScanPage)
const InboxPage = later(async () => (await import('./features/inbox/InboxPage.tsx')).InboxPage)
const OutboxPage = later(async () => (await import('./features/phone/OutboxPage.tsx')).OutboxPage)
const ServicesPage = later(async () => (await import('./features/cases/ServicesPage.tsx')).ServicesPage)
const ServicePage = later(async () => (await import('./features/cases/ServicePage.tsx')).ServicePage)
const ApplyPage = later(async () => (await import('./features/cases/ApplyPage.tsx')).ApplyPage)
const MyCasesPage = later(async () => (await import('./features/cases/MyCasesPage.tsx')).MyCasesPage)
const CasePage = later(async () => (await import('./features/cases/CasePage.tsx')).CasePage)
const WaitingPage = later(async () => (await import('./features/cases/WaitingPage.tsx')).WaitingPage)
const LinkPage = later(async () => (await import('./features/cases/LinkPage.tsx')).LinkPage)
const ActivitiesPage = later(async () => (await import('./features/activities/ActivitiesPage.tsx')).ActivitiesPage)
const ActivityPage = later(async () => (await import('./features/activities/ActivityPage.tsx')).ActivityPage)
const MyActivitiesPage = later(async () => (await import('./features/activities/MyActivitiesPage.tsx')).MyActivitiesPage)
const CheckInPage = later(async () => (await import('./features/activities/CheckInPage.tsx')).CheckInPage)
const StationPage = later(async () => (await import('./features/activities/StationPage.tsx')).StationPage)
const MatchPage = later(async () => (await import('./features/matchmaking/MatchPage.tsx')).MatchPage)
const MapPage = later(async () => (await import('./features/venues/MapPage.tsx')).MapPage)
const VenuePage = later(async () => (await import('./features/venues/VenuePage.tsx')).VenuePage)
const BookPage = later(async () => (await import('./features/venues/BookPage.tsx')).BookPage)
const BookingsPage = later(async () => (await import('./features/venues/BookingsPage.tsx')).BookingsPage)
const JudgingListPage = later(async () => (await import('./features/skills/JudgingListPage.tsx')).JudgingListPage)
const JudgingPage = later(async () => (await import('./features/skills/JudgingPage.tsx')).JudgingPage)
const PassportPage = later(async () => (await import('./features/skills/PassportPage.tsx')).PassportPage)
const JudgeLinkPage = later(async () => (await import('./features/skills/JudgeLinkPage.tsx')).JudgeLinkPage)
const ObjectionPage = later(async () => (await import('./features/skills/ObjectionPage.tsx')).ObjectionPage)
const BoardPage = later(async () => (await import('./features/skills/BoardPage.tsx')).BoardPage)
const CertificatePage = later(async () => (await import('./features/skills/CertificatePage.tsx')).CertificatePage)
const MyPages = later(async () => (await import('./features/me/MyPages.tsx')).MyPages)

const Wait = () => (
  <Page title={w('工友', 'Gongyou')}>
    <Skeleton lines={5} />
  </Page>
)

/** A page whose code cannot be fetched, for want of a network, says so instead of going blank. */
class Unfetched extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError = () => ({ failed: true })
  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <Page title={w('这一页没有打开', 'This page did not open')}>
        <p>{w('可能没有网络。您填过的内容还在这台手机里。', 'Perhaps there is no network. What you filled in is still on this phone.')}</p>
        <button type="button" className="button primary" onClick={() => location.reload()}>
          {w('再试一次', 'Try again')}
        </button>
        <a className="button" href="/m/">
          {w('回首页', 'Home')}
        </a>
      </Page>
    )
  }
}

const Nowhere = () => (
  <Page title={w('没有这个页面', 'No such page')} back="/">
    <p>{w('链接可能不完整。可以回首页，或重新扫码。', 'The link may be incomplete. Go home, or scan again.')}</p>
    <a className="button primary" href="/m/">
      {w('回首页', 'Home')}
    </a>
  </Page>
)

export const App = () => (
  <Router base="/m">
    <Unfetched>
      <Suspense fallback={<Wait />}>
        <Switch>
          <Route path="/" component={HomePage} />
          <Route path="/join" component={EnterCode} />
          <Route path="/join/:code" component={JoinPage} />
          <Route path="/sign-in" component={SignInPage} />
          <Route path="/card" component={CardPage} />
          <Route path="/verify" component={VerifyPage} />
          <Route path="/scan" component={ScanPage} />
          <Route path="/inbox" component={InboxPage} />
          <Route path="/outbox" component={OutboxPage} />
          <Route path="/services" component={ServicesPage} />
          <Route path="/services/:code" component={ServicePage} />
          <Route path="/services/:code/apply" component={ApplyPage} />
          <Route path="/cases" component={MyCasesPage} />
          <Route path="/cases/:id" component={CasePage} />
          <Route path="/waiting/:id?" component={WaitingPage} />
          <Route path="/link/:token" component={LinkPage} />
          <Route path="/activities" component={ActivitiesPage} />
          <Route path="/activities/:id" component={ActivityPage} />
          <Route path="/my-activities" component={MyActivitiesPage} />
          <Route path="/check-in" component={CheckInPage} />
          <Route path="/station/:session" component={StationPage} />
          <Route path="/matchmaking/:id" component={MatchPage} />
          <Route path="/map" component={MapPage} />
          <Route path="/v/:code" component={VenuePage} />
          <Route path="/v/:code/book/:place" component={BookPage} />
          <Route path="/bookings" component={BookingsPage} />
          <Route path="/judging" component={JudgingListPage} />
          <Route path="/judging/:id" component={JudgingPage} />
          <Route path="/judge-link/:token" component={JudgeLinkPage} />
          <Route path="/objection/:contest/:trade" component={ObjectionPage} />
          <Route path="/skills" component={PassportPage} />
          <Route path="/board/:id" component={BoardPage} />
          <Route path="/certificate/:code" component={CertificatePage} />
          <Route path="/me/*?" component={MyPages} />
          <Route component={Nowhere} />
        </Switch>
      </Suspense>
    </Unfetched>
  </Router>
)
