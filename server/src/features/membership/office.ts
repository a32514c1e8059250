import * as unions from '@gongyou/contract/organisations/routes.ts'
import * as persons from '@gongyou/contract/membership/persons.ts'
import * as transfers from '@gongyou/contract/membership/transfers.ts'
import type { Room } from '../../kit/http/server.ts'
import { organisationOf } from '../organisations/index.ts'
import { correct, openSealed } from './correct-person.ts'
import { duplicatesOf } from './duplicates.ts'
import { closeCode, codesOf, countsOf, openCode } from './join-codes.ts'
import { type Keeping, forgetPerson } from './keeping.ts'
import { changeStatus } from './lifecycle.ts'
import { merge, mergesOf, undoMerge } from './merge-persons.ts'
import { personPage } from './person-page.ts'
import { addProspect } from './prospects.ts'
import { qualityOf } from './quality.ts'
import { askTransfer, receive, receivingUnionsOf, refuseTransfer, release, transfersOf } from './transfers.ts'
import { dissolveUnion, mergeUnion, splitUnion } from './unions.ts'

const done = { done: true as const }

/** Persons as the officer meets them, transfers, joining codes, and what moves members between unions. */
export const membershipOffice =
  (keeping: Keeping): Room =>
  (mount, { keys, setup }) => {
    mount(persons.getPerson, ({ params, read }) => read((look) => personPage(look, params.id)))
    mount(persons.openSealed, ({ params, body, write }) => write((work) => openSealed(work, keys, params.id, body.purpose)))
    mount(persons.correctPerson, async ({ params, body, write, read }) => {
      await write((work) => correct(work, keys, params.id, body))
      return read((look) => personPage(look, params.id))
    })
    mount(persons.listDuplicates, ({ read }) => read(duplicatesOf))
    mount(persons.mergePersons, ({ body, write }) =>
      write(async (work) => {
        const merged = await merge(work, body.keep, body.gone, body.because)
        await forgetPerson(work, keeping, body.gone)
        return merged
      }),
    )
    mount(persons.listMerges, ({ read }) => read(mergesOf))
    mount(persons.undoMerge, async ({ params, write }) => (await write((work) => undoMerge(work, params.id)), done))
    mount(persons.listQuality, ({ read }) => read(qualityOf))

    mount(transfers.askTransfer, ({ body, write }) => write((work) => askTransfer(work, body)))
    mount(transfers.listReceivingUnions, ({ read }) => read(receivingUnionsOf))
    mount(transfers.listTransfers, ({ query, read }) => read((look) => transfersOf(look, query)))
    mount(transfers.releaseTransfer, async ({ params, body, write }) => (await write((work) => release(work, params.id, body.version)), done))
    mount(transfers.receiveTransfer, async ({ params, body, write }) => (await write((work) => receive(work, params.id, body.version)), done))
    mount(
      transfers.refuseTransfer,
      async ({ params, body, write }) => (await write((work) => refuseTransfer(work, params.id, body.version, body.reason)), done),
    )
    mount(transfers.changeMembership, async ({ params, body, write }) => {
      await write(async (work) => {
        await changeStatus(work, params.id, body)
        if (body.to === 'deceased') await forgetPerson(work, keeping, params.id)
      })
      return done
    })
    mount(transfers.addProspect, ({ body, write }) => write((work) => addProspect(work, keys, body)))
    mount(transfers.listJoinPoints, ({ read }) => read((look) => codesOf(look, setup.publicUrl)))
    mount(transfers.openJoinPoint, ({ body, write }) => write((work) => openCode(work, body)))
    mount(transfers.closeJoinPoint, async ({ params, write }) => (await write((work) => closeCode(work, params.id)), done))
    mount(transfers.countByOrganisation, ({ read }) => read(countsOf))

    mount(unions.mergeOrganisation, async ({ params, body, write, read }) => {
      await write((work) => mergeUnion(work, params.id, body.intoId, body))
      return read((look) => organisationOf(look, params.id))
    })
    mount(unions.dissolveOrganisation, async ({ params, body, write, read }) => {
      await write((work) => dissolveUnion(work, params.id, body))
      return read((look) => organisationOf(look, params.id))
    })
    mount(unions.splitOrganisation, async ({ params, body, write, read }) => {
      const child = await write((work) => splitUnion(work, params.id, body))
      return read((look) => organisationOf(look, child))
    })
  }
