import * as myAccount from './accounts/mine.ts'
import * as personas from './accounts/personas.ts'
import * as accounts from './accounts/routes.ts'
import * as activitiesDesk from './activities/desk.ts'
import * as activityKinds from './activities/designs.ts'
import * as activitiesOffice from './activities/office.ts'
import * as activities from './activities/routes.ts'
import * as activityStation from './activities/station.ts'
import * as audit from './audit/routes.ts'
import * as catalogue from './cases/catalogue.ts'
import * as designs from './cases/designs.ts'
import * as desk from './cases/desk.ts'
import * as caseLinks from './cases/links.ts'
import * as cases from './cases/routes.ts'
import * as caseWays from './cases/ways.ts'
import * as clocks from './clocks/routes.ts'
import * as documents from './documents/routes.ts'
import * as hotline from './hotline/routes.ts'
import type { Door, Route } from './kit/route.ts'
import * as matchmaking from './matchmaking/routes.ts'
import * as mine from './membership/mine.ts'
import * as persons from './membership/persons.ts'
import * as membership from './membership/routes.ts'
import * as rosters from './membership/roster.ts'
import * as transfers from './membership/transfers.ts'
import * as notices from './notices/routes.ts'
import * as organisations from './organisations/routes.ts'
import * as organisationSheets from './organisations/sheets.ts'
import * as papers from './papers/routes.ts'
import * as paperTemplates from './papers/template-routes.ts'
import * as people from './people/routes.ts'
import * as registerDesigns from './registers/designs.ts'
import * as registers from './registers/routes.ts'
import * as registerSheets from './registers/sheets.ts'
import * as returnDesigns from './returns/designs.ts'
import * as returns from './returns/routes.ts'
import * as reports from './reports/routes.ts'
import * as claims from './statistics/claims.ts'
import * as academy from './skills/academy-routes.ts'
import * as contests from './skills/routes.ts'
import * as contestResults from './skills/result-routes.ts'
import * as contestRounds from './skills/round-routes.ts'
import * as judgeLinks from './skills/judge-link-routes.ts'
import * as judging from './skills/judge-routes.ts'
import * as statistics from './statistics/routes.ts'
import * as venueBookings from './venues/booking-routes.ts'
import * as venueOffice from './venues/office-routes.ts'
import * as venues from './venues/routes.ts'
import * as cockpit from './statistics/cockpit.ts'
import * as figureDesigns from './statistics/designs.ts'
import * as targets from './statistics/targets.ts'

const isRoute = (value: unknown): value is Route => typeof value === 'object' && value !== null && 'door' in value && 'url' in value

type RoutesIn<M> = { [K in keyof M as M[K] extends { door: Door } ? K : never]: M[K] }
const routesIn = <M extends object>(module: M) => Object.fromEntries(Object.entries(module).filter(([, v]) => isRoute(v))) as unknown as RoutesIn<M>

/** Every route of the system by its operation id. */
export const routes = {
  ...routesIn(people),
  ...routesIn(organisations),
  ...routesIn(organisationSheets),
  ...routesIn(documents),
  ...routesIn(notices),
  ...routesIn(accounts),
  ...routesIn(myAccount),
  ...routesIn(personas),
  ...routesIn(audit),
  ...routesIn(registers),
  ...routesIn(registerSheets),
  ...routesIn(registerDesigns),
  ...routesIn(catalogue),
  ...routesIn(designs),
  ...routesIn(desk),
  ...routesIn(cases),
  ...routesIn(caseLinks),
  ...routesIn(caseWays),
  ...routesIn(activities),
  ...routesIn(activitiesOffice),
  ...routesIn(activitiesDesk),
  ...routesIn(activityStation),
  ...routesIn(activityKinds),
  ...routesIn(matchmaking),
  ...routesIn(venues),
  ...routesIn(venueOffice),
  ...routesIn(venueBookings),
  ...routesIn(clocks),
  ...routesIn(papers),
  ...routesIn(paperTemplates),
  ...routesIn(membership),
  ...routesIn(mine),
  ...routesIn(persons),
  ...routesIn(transfers),
  ...routesIn(rosters),
  ...routesIn(hotline),
  ...routesIn(contests),
  ...routesIn(contestRounds),
  ...routesIn(judging),
  ...routesIn(judgeLinks),
  ...routesIn(contestResults),
  ...routesIn(academy),
  ...routesIn(statistics),
  ...routesIn(claims),
  ...routesIn(figureDesigns),
  ...routesIn(targets),
  ...routesIn(cockpit),
  ...routesIn(returns),
  ...routesIn(returnDesigns),
  ...routesIn(reports),
}
export type Routes = typeof routes
