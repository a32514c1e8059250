import type { QueryClient } from '@tanstack/react-query'
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { lazy } from 'react'
import type { Search } from './kit/ListPage.tsx'
import { Shell } from './kit/Shell.tsx'
import type { Mode } from './kit/theme.ts'
import { w } from './kit/text.ts'

/** Filters of a list are whatever the address says; the server's own schema judges them. */
const search = (given: Record<string, unknown>): Search =>
  Object.fromEntries(
    Object.entries(given)
      .filter(([, v]) => v !== '' && v !== undefined)
      .map(([k, v]) => [k, String(v)]),
  )

/** What an officer without a second factor sees instead of every page. */
const FirstTask = lazy(() => import('./features/accounts/SecurityPage.tsx').then((m) => ({ default: m.SecurityPage })))

const frame = createRootRoute({ notFoundComponent: () => <div className="empty">{w('没有这个页面', 'No such page')}</div> })

const page = <const Path extends string>(path: Path, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({ getParentRoute: () => frame, path, validateSearch: search, component: lazyRouteComponent(load as never, name as never) })

const pages = [
  page('/', () => import('./features/today/TodayPage.tsx'), 'TodayPage'),
  page('/applications', () => import('./features/membership/ApplicationsPage.tsx'), 'ApplicationsPage'),
  page('/roster', () => import('./features/membership/roster/RosterPage.tsx'), 'RosterPage'),
  page('/members', () => import('./features/membership/MembersPage.tsx'), 'MembersPage'),
  page('/transfers', () => import('./features/membership/TransfersPage.tsx'), 'TransfersPage'),
  page('/join-codes', () => import('./features/membership/JoinCodesPage.tsx'), 'JoinCodesPage'),
  page('/duplicates', () => import('./features/membership/DuplicatesPage.tsx'), 'DuplicatesPage'),
  page('/quality', () => import('./features/membership/QualityPage.tsx'), 'QualityPage'),
  page('/employers', () => import('./features/organisations/EmployersPage.tsx'), 'EmployersPage'),
  page('/people/$id', () => import('./person.tsx'), 'WholePerson'),
  page('/organisations', () => import('./features/organisations/OrganisationsPage.tsx'), 'OrganisationsPage'),
  page('/registers', () => import('./features/registers/RegistersPage.tsx'), 'RegistersPage'),
  page('/registers/$code', () => import('./features/registers/EntriesPage.tsx'), 'EntriesPage'),
  page('/registers/entry/$id', () => import('./features/registers/EntryPage.tsx'), 'EntryPage'),
  page('/registers/design/$id', () => import('./features/registers/RegisterDesignPage.tsx'), 'RegisterDesignPage'),
  page('/accounts', () => import('./features/accounts/AccountsPage.tsx'), 'AccountsPage'),
  page('/me/security', () => import('./features/accounts/SecurityPage.tsx'), 'SecurityPage'),
  page('/queue', () => import('./features/cases/QueuePage.tsx'), 'QueuePage'),
  page('/cases', () => import('./features/cases/CasesPage.tsx'), 'CasesPage'),
  page('/cases/$id', () => import('./features/cases/CasePage.tsx'), 'CasePage'),
  page('/new-case', () => import('./features/cases/NewCasePage.tsx'), 'NewCasePage'),
  page('/hand-over', () => import('./features/cases/HandOverPage.tsx'), 'HandOverPage'),
  page('/burden', () => import('./features/cases/BurdenPage.tsx'), 'BurdenPage'),
  page('/designs', () => import('./features/cases/designer/DesignsPage.tsx'), 'DesignsPage'),
  page('/designs/$id', () => import('./features/cases/designer/DesignPage.tsx'), 'DesignPage'),
  page('/audit', () => import('./features/audit/AuditPage.tsx'), 'AuditPage'),
  page('/clocks', () => import('./features/clocks/ClocksPage.tsx'), 'ClocksPage'),
  page('/clocks/$id', () => import('./features/clocks/WhyPage.tsx'), 'WhyPage'),
  page('/inbox', () => import('./features/notices/InboxPage.tsx'), 'InboxPage'),
  page('/papers', () => import('./features/papers/PapersPage.tsx'), 'PapersPage'),
  page('/papers/$id', () => import('./features/papers/PaperPage.tsx'), 'PaperPage'),
  page('/paper-templates', () => import('./features/papers/TemplatesPage.tsx'), 'TemplatesPage'),
  page('/paper-templates/$code', () => import('./features/papers/TemplatePage.tsx'), 'TemplatePage'),
  page('/paper-check', () => import('./features/papers/CheckPage.tsx'), 'CheckPage'),
  page('/venues', () => import('./features/venues/VenuesPage.tsx'), 'VenuesPage'),
  page('/venues/$id', () => import('./features/venues/VenuePage.tsx'), 'VenuePage'),
  page('/bookings', () => import('./features/venues/BookingsPage.tsx'), 'BookingsPage'),
  page('/hotline', () => import('./features/hotline/HotlinePage.tsx'), 'HotlinePage'),
  page('/hotline-import', () => import('./features/hotline/ImportPage.tsx'), 'ImportPage'),
  page('/hotline-rates', () => import('./features/hotline/RatesPage.tsx'), 'RatesPage'),
  page('/course-menu', () => import('./features/lawmenu/CourseMenuPage.tsx'), 'CourseMenuPage'),
  page('/activities', () => import('./features/activities/ActivitiesPage.tsx'), 'ActivitiesPage'),
  page('/activities-calendar', () => import('./features/venues/CalendarPage.tsx'), 'CalendarPage'),
  page('/activities/$id', () => import('./features/activities/ActivityPage.tsx'), 'ActivityPage'),
  page('/activity-kinds', () => import('./features/activities/KindsPage.tsx'), 'KindsPage'),
  page('/activity-kinds/$id', () => import('./features/activities/KindDesignPage.tsx'), 'KindDesignPage'),
  page('/new-activity', () => import('./features/activities/NewActivityPage.tsx'), 'NewActivityPage'),
  page('/contests', () => import('./features/skills/ContestsPage.tsx'), 'ContestsPage'),
  page('/contests/$id', () => import('./features/skills/ContestPage.tsx'), 'ContestPage'),
  page('/contest-rounds/$id', () => import('./features/skills/RoundPage.tsx'), 'RoundPage'),
  page('/classes', () => import('./features/skills/ClassesPage.tsx'), 'ClassesPage'),
  page('/classes/$id', () => import('./features/skills/ClassPage.tsx'), 'ClassPage'),
  page('/reports', () => import('./features/reports/ReportsPage.tsx'), 'ReportsPage'),
  page('/reports/$id', () => import('./features/reports/ReportPage.tsx'), 'ReportPage'),
  page('/reports/$id/edit', () => import('./features/reports/studio/StudioPage.tsx'), 'StudioPage'),
  page('/cockpit', () => import('./features/statistics/CockpitPage.tsx'), 'CockpitPage'),
  page('/figures', () => import('./features/statistics/FiguresPage.tsx'), 'FiguresPage'),
  page('/figures/$code', () => import('./features/statistics/FigurePage.tsx'), 'FigurePage'),
  page('/claims', () => import('./features/statistics/ClaimsPage.tsx'), 'ClaimsPage'),
  page('/claims/$id', () => import('./features/statistics/ClaimPage.tsx'), 'ClaimPage'),
  page('/figure-designs/$id', () => import('./features/statistics/FigureDesignPage.tsx'), 'FigureDesignPage'),
  page('/returns', () => import('./features/returns/ReturnsPage.tsx'), 'ReturnsPage'),
  page('/returns/$id', () => import('./features/returns/ReturnPage.tsx'), 'ReturnPage'),
  page('/return-forms', () => import('./features/returns/design/ReturnFormsPage.tsx'), 'ReturnFormsPage'),
  page('/return-forms/$id', () => import('./features/returns/design/ReturnDesignPage.tsx'), 'ReturnDesignPage'),
  page('/return-rounds/$id', () => import('./features/returns/RoundPage.tsx'), 'RoundPage'),
  page('/targets', () => import('./features/statistics/TargetsPage.tsx'), 'TargetsPage'),
  page('/contradictions', () => import('./features/statistics/ContradictionsPage.tsx'), 'ContradictionsPage'),
]

/** Every page of the console by its address. */
export const routerOf = (_: QueryClient, onMode: (mode: Mode) => void) =>
  createRouter({
    basepath: '/console',
    routeTree: frame.update({ component: () => <Shell onMode={onMode} firstTask={FirstTask} /> } as never).addChildren(pages),
    defaultPreload: 'intent',
    scrollRestoration: true,
    stringifySearch: (s) => {
      const q = new URLSearchParams(Object.entries(s).filter(([, v]) => v !== undefined && v !== '') as [string, string][]).toString()
      return q ? `?${q}` : ''
    },
    parseSearch: (s) => Object.fromEntries(new URLSearchParams(s)),
  })
