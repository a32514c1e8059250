import * as routes from '@gongyou/contract/accounts/routes.ts'
import type { Room } from '../../kit/http/server.ts'
import { breakIn, emergenciesOf, endOwn, mine, review } from './break-glass.ts'

export const breakingGlass: Room = (mount) => {
  mount(routes.breakGlass, ({ body, write }) => write((work) => breakIn(work, body)))
  mount(routes.endBreakGlass, ({ params, write }) =>
    write(async (work) => {
      await endOwn(work, params.id)
      return { done: true as const }
    }),
  )
  mount(routes.myBreakGlass, ({ read }) => read(async (look) => ({ rows: await mine(look) })))
  mount(routes.listBreakGlass, ({ query, read }) => read((look) => emergenciesOf(look, query)))
  mount(routes.reviewBreakGlass, ({ params, body, write }) => write((work) => review(work, params.id, body.verdict, body.note)))
}
