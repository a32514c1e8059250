import { hotlineOrder } from '@gongyou/contract/hotline/order.ts'
import * as routes from '@gongyou/contract/hotline/routes.ts'
import type { Look } from '../../kit/db/database.ts'
import type { Room } from '../../kit/http/server.ts'
import { refuse } from '../../kit/refuse.ts'
import { receiveSheet } from '../../kit/sheets/receive-sheet.ts'
import { type House, newestOf } from '../cases/index.ts'
import { reachOf } from '../organisations/index.ts'
import { enterOrders } from './list/enter.ts'
import { fieldOf, knownTitles } from './list/fields.ts'
import { answerOf, planOf } from './list/plan.ts'
import { ratesOf, recordsOf } from './rates.ts'

/** Orders come to the district, whose office assigns them. */
const mustBeDistrict = async (look: Look) => {
  if ((await reachOf(look, 'cases.oversee')) !== 'all') throw refuse('hotline.district-only')
}

export const hotline =
  (house: House): Room =>
  (mount, { keys }) => {
    const engine = { ...house, keys }
    mount(routes.importHotlineOrders, async ({ query, request, read, write }) => {
      await read(mustBeDistrict)
      const sheet = await receiveSheet(request, {
        mostRows: 2000,
        knownTitles,
        fieldOf,
        must: ['order', 'receivedOn', 'matter'],
        unreadable: 'hotline.list-refused',
        noHeader: 'hotline.no-header',
        tooLong: 'hotline.too-many',
      })
      const plan = await read(async (look) => planOf(look, (await newestOf(look, hotlineOrder.code)).service, sheet, query.source))
      return answerOf(plan, query.dry ? 0 : await enterOrders(write, engine, plan))
    })
    mount(routes.getHotlineRates, ({ query, read }) => read((look) => ratesOf(look, query)))
    mount(routes.listHotlineRecords, ({ query, read }) => read((look) => recordsOf(look, query)))
  }
