import * as routes from '@gongyou/contract/accounts/routes.ts'
import type { Room } from '../../kit/http/server.ts'
import { breakingGlass } from './break-glass-routes.ts'
import { lending } from './lending-routes.ts'
import { meOf } from './me.ts'
import { office } from './office-routes.ts'
import { own } from './own-routes.ts'
import { signingIn } from './sign-in.ts'

export const accounts: Room = (mount, building) => {
  mount(routes.whoAmI, ({ by, read }) => read((look) => meOf(look, by, building.setup)))
  for (const part of [signingIn, own, office, lending, breakingGlass]) part(mount, building)
}
