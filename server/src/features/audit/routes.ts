import * as routes from '@gongyou/contract/audit/routes.ts'
import type { Room } from '../../kit/http/server.ts'
import { linesOf } from './lines.ts'
import { check } from './verify.ts'

export const audit: Room = (mount) => {
  mount(routes.listAudit, ({ query, read }) => read((look) => linesOf(look, query)))
  mount(routes.verifyAudit, ({ read }) => read(check))
}
