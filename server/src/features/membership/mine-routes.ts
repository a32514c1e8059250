import * as routes from '@gongyou/contract/membership/mine.ts'
import type { Room } from '../../kit/http/server.ts'
import { exportOf, pageOf } from './export.ts'
import type { Keeping } from './keeping.ts'
import { askForCorrection, correctWork, withdraw } from './my-corrections.ts'
import { myDataOf } from './my-data.ts'
import { resubmit } from './resubmit.ts'

/** What the union holds about the person who asks: to see, correct, export and take back. Nobody else's can be named here. */
export const myRecords =
  (keeping: Keeping): Room =>
  (mount, { keys }) => {
    mount(routes.myData, ({ by, read }) => read((look) => myDataOf(look, keys, keeping, by.personId!)))

    mount(routes.exportMyData, async ({ by, write, reply }) => {
      const data = await write((work) => exportOf(work, keys, keeping, by.personId!))
      return reply
        .type('application/json; charset=utf-8')
        .header('content-disposition', 'attachment; filename="my-data.json"')
        .send(JSON.stringify(data, null, 2))
    })
    mount(routes.printMyData, async ({ by, query, write, reply }) => {
      const page = await write(async (work) => {
        const region = await work.db.selectFrom('kit.region_name').select('name').where('region', '=', work.region).executeTakeFirst()
        return pageOf(await exportOf(work, keys, keeping, by.personId!), region?.name ?? '', query.language)
      })
      return reply.type('text/html; charset=utf-8').send(page)
    })

    mount(routes.correctMyWork, async ({ by, body, write }) => {
      await write((work) => correctWork(work, by.personId!, body))
      return { done: true as const }
    })
    mount(routes.askCorrection, ({ by, body, write }) => write((work) => askForCorrection(work, { id: by.personId!, name: by.name }, body)))
    mount(routes.withdrawConsent, ({ by, params, write }) => write((work) => withdraw(work, { id: by.personId!, name: by.name }, params.id)))
    mount(routes.resubmitApplication, ({ by, params, body, write }) => write((work) => resubmit(work, by.personId!, params.id, body.says)))
  }
