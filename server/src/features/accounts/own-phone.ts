import { changeMyMobile } from '@gongyou/contract/accounts/mine.ts'
import { listPersonas } from '@gongyou/contract/accounts/personas.ts'
import type { Room } from '../../kit/http/server.ts'
import { refuse } from '../../kit/refuse.ts'
import { changeMobile } from './mobile.ts'
import { codeRefusal, tryCode } from './phone-codes.ts'

/** What the holder of an account does with it alone, and who can be tried in the example. */
export const ownAccount: Room = (mount, { setup }) => {
  mount(changeMyMobile, async ({ by, body, write }) => {
    const trial = await write((work) => tryCode(work, body.challenge, body.code, false))
    if (!trial.ok) throw codeRefusal(trial)
    return {
      mobile: await write(async (work) => {
        await tryCode(work, body.challenge, body.code, true)
        return changeMobile(work, by.personId!, trial.mobile)
      }),
    }
  })

  mount(listPersonas, async () => {
    if (!setup.demo || !setup.example) throw refuse('request.no-such-page')
    return setup.example
  })
}
