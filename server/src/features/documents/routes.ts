import * as routes from '@gongyou/contract/documents/routes.ts'
import type { Room } from '../../kit/http/server.ts'
import { fileView, findFile, sendFile } from './files.ts'
import { storeOf } from './store.ts'
import { upload } from './upload.ts'

export const documents: Room = (mount, { setup }) => {
  const store = storeOf(setup)
  mount(routes.uploadFile, async ({ query, write, request }) => fileView(await upload(request, setup, store, write, query)))
  mount(routes.getFile, ({ params, read }) => read(async (look) => fileView(await findFile(look, params.id))))
  mount(routes.downloadFile, async ({ params, read, write, reply, by }) => {
    const file = await read((look) => findFile(look, params.id))
    // Seeing somebody's papers leaves a line that this person can read.
    if (file.owner_person_id !== by.personId && file.secrecy !== 'P0')
      await write(async (work) => work.ledger.audit({ subject: file.id, person: file.owner_person_id, detail: { name: file.name } }))
    return sendFile(reply, store, file)
  })
}
