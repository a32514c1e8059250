import * as accounts from './accounts/routes.ts'
import type { Route } from './kit/route.ts'
import * as persons from './membership/persons.ts'
import * as membership from './membership/routes.ts'
import * as rosters from './membership/roster.ts'
import * as transfers from './membership/transfers.ts'
import * as organisations from './organisations/routes.ts'
import * as statistics from './statistics/routes.ts'

const isRoute = (value: unknown): value is Route => typeof value === 'object' && value !== null && 'door' in value && 'url' in value

type RoutesIn<M> = { [K in keyof M as M[K] extends Route ? K : never]: M[K] & Route }
const routesIn = <M extends object>(module: M) => Object.fromEntries(Object.entries(module).filter(([, v]) => isRoute(v))) as unknown as RoutesIn<M>

/** Every route of the system by its operation id. */
export const routes = { ...routesIn(organisations), ...routesIn(accounts), ...routesIn(membership), ...routesIn(persons), ...routesIn(transfers), ...routesIn(rosters), ...routesIn(statistics) }
export type Routes = typeof routes
