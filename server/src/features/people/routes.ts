import * as routes from '@gongyou/contract/people/routes.ts'
import type { Room } from '../../kit/http/server.ts'
import { refuse } from '../../kit/refuse.ts'
import { correct, myIdNumber } from './mine.ts'
import { sightsOf } from './sights.ts'

/** What a person may see and correct of the own record. Nobody else's can be named in these addresses. */
export const people: Room = (mount, { keys }) => {
  mount(routes.showMyIdNumber, async ({ by, write }) => {
    const idNumber = await write((work) => myIdNumber(work, keys, by.personId!, '本人查看'))
    if (!idNumber) throw refuse('record.not-found')
    return { idNumber }
  })
  mount(routes.correctMyData, async ({ by, body, write }) => {
    await write((work) => correct(work, by.personId!, body))
    return { done: true as const }
  })
  mount(routes.whoSawMyData, ({ by, query, read }) => read((look) => sightsOf(look, by.personId!, query)))
}
