import * as routes from '@gongyou/contract/matchmaking/routes.ts'
import type { Room } from '../../kit/http/server.ts'
import { leave, writeCard } from './cards.ts'
import { choose, endMatch } from './choices.ts'
import { matchCounts, myMatching } from './view.ts'

export const matchmaking: Room = (mount, { keys }) => {
  mount(routes.getMyMatching, ({ params, read }) => read((look) => myMatching(look, keys, params.id)))
  mount(routes.writeMatchCard, ({ params, body, write }) =>
    write(async (work) => {
      await writeCard(work, keys, params.id, body)
      return myMatching(work, keys, params.id)
    }),
  )
  mount(routes.chooseMatches, ({ params, body, write }) =>
    write(async (work) => {
      await choose(work, params.id, body.cards)
      return myMatching(work, keys, params.id)
    }),
  )
  mount(routes.endMatch, ({ params, write }) =>
    write(async (work) => {
      await endMatch(work, params.id, params.match)
      return myMatching(work, keys, params.id)
    }),
  )
  mount(routes.leaveMatching, async ({ params, write }) => {
    await write((work) => leave(work, params.id))
    return { done: true as const }
  })
  mount(routes.getMatchCounts, ({ params, read }) => read((look) => matchCounts(look, params.id)))
}
