import * as routes from '@gongyou/contract/organisations/routes.ts'
import type { Room } from '../../kit/http/server.ts'
import { addEmployer, changeEmployer, employersOf } from './employers.ts'
import { change, found } from './found.ts'
import { organisationOf } from './one.ts'
import { move } from './rearrange.ts'
import { addTerm, endingTermsOf } from './terms.ts'
import { treeOf } from './tree.ts'

/** The union tree and the employers. Merging, splitting and dissolving move members and stand in the membership room. */
export const organisations: Room = (mount) => {
  mount(routes.listTree, ({ read }) => read(treeOf))
  mount(routes.listEndingTerms, ({ query, read }) => read((look) => endingTermsOf(look, query.until)))
  mount(routes.getOrganisation, ({ params, read }) => read((look) => organisationOf(look, params.id)))
  mount(routes.foundOrganisation, async ({ body, write, read }) => {
    const id = await write((work) => found(work, body))
    return read((look) => organisationOf(look, id))
  })
  mount(routes.changeOrganisation, async ({ params, body, write, read }) => {
    await write((work) => change(work, params.id, body.version, body))
    return read((look) => organisationOf(look, params.id))
  })
  mount(routes.moveOrganisation, async ({ params, body, write, read }) => {
    await write((work) => move(work, params.id, body.parentId, body))
    return read((look) => organisationOf(look, params.id))
  })
  mount(routes.addTerm, async ({ params, body, write, read }) => {
    await write((work) => addTerm(work, params.id, body))
    return read((look) => organisationOf(look, params.id))
  })
  mount(routes.listEmployers, ({ query, read }) => read((look) => employersOf(look, query)))
  mount(routes.addEmployer, ({ body, write }) => write((work) => addEmployer(work, body)))
  mount(routes.changeEmployer, ({ params, body, write }) => write((work) => changeEmployer(work, params.id, body.version, body)))
}
