import * as routes from '@gongyou/contract/registers/routes.ts'
import { reachOf } from '../organisations/index.ts'
import { findFile, sendFile, storeOf } from '../documents/index.ts'
import { holds } from '../../kit/actor.ts'
import type { Work } from '../../kit/db/database.ts'
import type { Room } from '../../kit/http/server.ts'
import { refuse } from '../../kit/refuse.ts'
import { closedFields } from '@gongyou/contract/forms/index.ts'
import { unsealAnswers } from '../../kit/secrets/answers.ts'
import { changeEntry, endEntry, renewEntry, restoreEntry } from './change.ts'
import { allRegisters, newestRegister } from './definitions.ts'
import { enterEntry } from './enter.ts'
import { entryWithin, placeOf } from './entry.ts'
import { countOf, entriesOf, standingsOf } from './list.ts'
import { findOpenEntries } from './open-entries.ts'
import { entryView } from './view.ts'

/** The organisation lies where the caller may keep registers. */
const mustKeep = async (work: Work, orgId: string) => {
  const reach = await reachOf(work, 'registers.edit')
  if (reach !== 'all' && !reach.includes(orgId)) throw refuse('registers.no-such-place')
}

/** Registers, their entries, and what officers do with them. */
export const registersRoom: Room = (mount, building) => {
  const { keys } = building
  const store = storeOf(building.setup)
  mount(routes.listRegisters, ({ read }) =>
    read(async (look) => {
      const standings = await standingsOf(look)
      return {
        registers: (await allRegisters(look)).map(({ register, retired, madeBy }) => ({
          code: register.code,
          revision: register.revision,
          title: register.title,
          summary: register.summary,
          owner: register.owner,
          madeBy,
          open: register.open ?? false,
          retired,
          entries: standings.get(register.code)?.entries ?? 0,
          ending: standings.get(register.code)?.ending ?? 0,
          expired: standings.get(register.code)?.expired ?? 0,
        })),
      }
    }),
  )
  mount(routes.getRegister, ({ params, read, by }) =>
    read(async (look) => ({
      ...(await newestRegister(look, params.code)),
      mayEdit: holds(by, 'registers.edit'),
      mayUnmask: holds(by, 'people.unmask'),
    })),
  )
  mount(routes.listEntries, ({ params, query, read }) =>
    read(async (look) => entriesOf(look, (await newestRegister(look, params.code)).register, query)),
  )
  mount(routes.findOpenEntries, ({ params, query, read }) =>
    read(async (look) => ({ found: await findOpenEntries(look, params.code, query.q, query.limit) })),
  )
  mount(routes.countEntries, ({ params, query, read }) =>
    read(async (look) => countOf(look, (await newestRegister(look, params.code)).register, query)),
  )
  mount(routes.addEntry, ({ params, body, write }) =>
    write(async (work) => {
      await mustKeep(work, body.orgId)
      const { id } = await enterEntry(work, keys, { register: params.code, ...body })
      return entryView(work, id)
    }),
  )
  mount(routes.getEntry, ({ params, read }) => read((look) => entryView(look, params.id)))
  mount(routes.changeEntry, ({ params, body, write }) =>
    write(async (work) => {
      await entryWithin(work, params.id, 'registers.edit')
      if (body.orgId) await mustKeep(work, body.orgId)
      await changeEntry(work, keys, params.id, body)
      return entryView(work, params.id)
    }),
  )
  mount(routes.renewEntry, ({ params, body, write }) =>
    write(async (work) => {
      await entryWithin(work, params.id, 'registers.edit')
      await renewEntry(work, keys, params.id, body)
      return entryView(work, params.id)
    }),
  )
  mount(routes.endEntry, ({ params, body, write }) =>
    write(async (work) => {
      await entryWithin(work, params.id, 'registers.edit')
      await endEntry(work, keys, params.id, body)
      return entryView(work, params.id)
    }),
  )
  mount(routes.restoreEntry, ({ params, body, write }) =>
    write(async (work) => {
      await entryWithin(work, params.id, 'registers.edit')
      await restoreEntry(work, keys, params.id, body)
      return entryView(work, params.id)
    }),
  )
  mount(routes.openSealedEntry, ({ params, body, write }) =>
    write(async (work) => {
      await entryWithin(work, params.id, 'registers.read')
      const { row, register } = await entryWithin(work, params.id, 'people.unmask')
      const shut = new Set(closedFields(register.form))
      work.ledger.audit({ subject: row.id, person: row.person_id, purpose: body.purpose })
      const opened = unsealAnswers(keys, placeOf(row.region, row.id), row)
      return { answers: Object.fromEntries(Object.entries(opened).filter(([name]) => shut.has(name))) }
    }),
  )
  mount(routes.getEntryFile, async ({ params, read, reply }) => {
    const found = await read(async (look) => {
      await entryWithin(look, params.id, 'registers.read')
      const held = await look.db
        .selectFrom('registers.entry_file')
        .select('file_id')
        .where('region', '=', look.region)
        .where('entry_id', '=', params.id)
        .where('file_id', '=', params.file)
        .executeTakeFirst()
      if (!held) throw refuse('record.not-found')
      return findFile(look, params.file, async () => true)
    })
    return sendFile(reply, store, found)
  })
}
