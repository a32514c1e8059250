import * as routes from '@gongyou/contract/accounts/routes.ts'
import type { Room } from '../../kit/http/server.ts'
import { colleaguesOf, endLending, lend, lendingOf } from './lending.ts'

export const lending: Room = (mount) => {
  mount(routes.findColleagues, ({ query, read }) => read(async (look) => ({ rows: await colleaguesOf(look, query.q) })))
  mount(routes.myLending, ({ read }) => read(lendingOf))
  mount(routes.lendRights, ({ body, write }) => write((work) => lend(work, body)))
  mount(routes.endLending, ({ params, write }) =>
    write(async (work) => {
      await endLending(work, params.id)
      return { done: true as const }
    }),
  )
}
