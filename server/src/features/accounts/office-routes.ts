import { postCodes, posts } from '@gongyou/contract/organisations/posts.ts'
import * as routes from '@gongyou/contract/accounts/routes.ts'
import type { Room } from '../../kit/http/server.ts'
import { appointTo, createAccount, dismiss, issueCode, resetFactors, setDisabled } from './office.ts'
import { accountOf, accountsOf } from './staff.ts'

const done = { done: true as const }

export const office: Room = (mount, { keys }) => {
  mount(routes.listPostKinds, async () => ({ posts: postCodes.map((code) => ({ code, name: posts[code].name, rights: [...posts[code].rights] })) }))
  mount(routes.listAccounts, ({ query, read }) => read((look) => accountsOf(look, query)))
  mount(routes.getAccount, ({ params, read }) => read((look) => accountOf(look, params.id)))
  mount(routes.createStaffAccount, ({ body, write }) => write((work) => createAccount(work, keys, body)))
  mount(routes.issueSignInCode, ({ params, write }) => write((work) => issueCode(work, params.id)))
  mount(routes.disableAccount, ({ params, body, write }) =>
    write(async (work) => {
      await setDisabled(work, params.id, true, body.because)
      return accountOf(work, params.id)
    }),
  )
  mount(routes.enableAccount, ({ params, body, write }) =>
    write(async (work) => {
      await setDisabled(work, params.id, false, body.because)
      return accountOf(work, params.id)
    }),
  )
  mount(routes.resetSecondFactor, ({ params, body, write }) =>
    write(async (work) => {
      await resetFactors(work, params.id, body.because)
      return done
    }),
  )
  mount(routes.givePost, ({ params, body, write }) =>
    write(async (work) => {
      await appointTo(work, params.id, body)
      return accountOf(work, params.id)
    }),
  )
  mount(routes.endPost, ({ params, body, write }) =>
    write(async (work) => {
      await dismiss(work, params.id, body.on, body.because)
      return done
    }),
  )
}
