import * as routes from '@gongyou/contract/accounts/routes.ts'
import type { Work } from '../../kit/db/database.ts'
import type { Room } from '../../kit/http/server.ts'
import { refuse } from '../../kit/refuse.ts'
import { addPasskey, passkeyView, passkeysOf, startPasskey } from './passkeys.ts'
import { checkNewPassword, proveOwner, setPassword } from './passwords.ts'
import { confirmTotp, removeTotp, startTotp } from './second-factor.ts'
import { endOwnSession, endSessions, openApiToken, sessionsOf } from './sessions.ts'

const done = { done: true as const }
type SessionRow = Awaited<ReturnType<typeof sessionsOf>>[number]
const times = (s: SessionRow) => ({ createdAt: s.created_at.toISOString(), seenAt: s.seen_at.toISOString(), expiresAt: s.expires_at.toISOString() })

type Write = <T>(fn: (work: Work) => Promise<T>) => Promise<T>
type Owner = NonNullable<Awaited<ReturnType<typeof proveOwner>>['account']>

/** Changes how somebody signs in, once the password was given again. A wrong one is counted, and then refused. */
const proven = async <T>(write: Write, password: string, change: (work: Work, account: Owner) => Promise<T>): Promise<T> => {
  const outcome = await write(async (work) => {
    const proof = await proveOwner(work, password)
    return proof.account ? { value: await change(work, proof.account) } : { refusal: proof.refusal }
  })
  if ('refusal' in outcome) throw outcome.refusal
  return outcome.value
}

const secondFactors: Room = (mount, { keys, setup }) => {
  mount(routes.mySecondFactors, ({ by, read }) =>
    read(async (look) => {
      const account = await look.db
        .selectFrom('accounts.account')
        .select(['login', 'totp_cipher'])
        .where('region', '=', look.region)
        .where('id', '=', by.accountId!)
        .executeTakeFirstOrThrow()
      return { login: account.login, totp: account.totp_cipher !== null, passkeys: (await passkeysOf(look, by.accountId!)).map(passkeyView) }
    }),
  )
  mount(routes.startTotp, ({ body, write }) => proven(write, body.password, (work, account) => startTotp(work, keys, account)))
  mount(routes.confirmTotp, async ({ body, by, write }) => {
    const refusal = await write((work) => confirmTotp(work, keys, by.accountId!, body.challenge, body.code))
    if (refusal) throw refusal
    return done
  })
  mount(routes.removeTotp, ({ body, write }) =>
    proven(write, body.password, async (work, account) => {
      await removeTotp(work, account.id)
      work.ledger.audit({ subject: account.id, person: account.person_id })
      return done
    }),
  )
  mount(routes.startPasskey, ({ body, write }) => proven(write, body.password, (work, account) => startPasskey(work, setup, account)))
  mount(routes.addPasskey, ({ body, write }) => write((work) => addPasskey(work, setup, body)))
  mount(routes.removePasskey, ({ body, write }) =>
    proven(write, body.password, async (work, account) => {
      const gone = await work.tx
        .deleteFrom('accounts.passkey')
        .where('region', '=', work.region)
        .where('account_id', '=', account.id)
        .where('id', '=', body.id)
        .executeTakeFirst()
      if (gone.numDeletedRows === 0n) throw refuse('record.not-found')
      work.ledger.audit({ subject: account.id, person: account.person_id })
      return done
    }),
  )
  mount(routes.changePassword, ({ body, by, write }) =>
    proven(write, body.old, async (work, account) => {
      await checkNewPassword(body.new, account)
      await setPassword(work, account.id, body.new)
      // Whoever knew the old password is out; this browser stays.
      await endSessions(work, account.id, by.sessionId)
      work.ledger.audit({ subject: account.id, person: account.person_id })
      return done
    }),
  )
}

const sessions: Room = (mount) => {
  mount(routes.listMySessions, ({ by, read }) =>
    read(async (look) => ({
      rows: (await sessionsOf(look, by.accountId!, 'browser')).map((s) => ({
        id: s.id,
        label: s.label,
        ...times(s),
        current: s.id === by.sessionId,
      })),
    })),
  )
  mount(routes.endMySession, ({ params, by, write }) =>
    write(async (work) => {
      if (!(await endOwnSession(work, by.accountId!, params.id, 'browser'))) throw refuse('record.not-found')
      return done
    }),
  )
  mount(routes.endMyOtherSessions, ({ by, write }) => write(async (work) => ({ ended: await endSessions(work, by.accountId!, by.sessionId) })))
}

const tokens: Room = (mount) => {
  mount(routes.createApiToken, ({ body, by, write }) =>
    write(async (work) => {
      // Borrowed and emergency rights end soon; a token lives on, so it is cut from one's own posts only.
      const mine = new Set(by.standings.filter((s) => s.via === 'post').flatMap((s) => s.rights))
      if (!body.rights.every((r) => mine.has(r))) throw refuse('accounts.rights-too-wide')
      const made = await openApiToken(work, { id: by.accountId!, staff: true }, body)
      work.ledger.audit({ subject: made.id, person: by.personId, detail: { name: body.name, rights: body.rights, days: body.days } })
      const at = work.at.toISOString()
      return {
        id: made.id,
        name: body.name,
        rights: body.rights,
        createdAt: at,
        seenAt: at,
        expiresAt: made.expires.toISOString(),
        token: made.token,
      }
    }),
  )
  mount(routes.listMyApiTokens, ({ by, read }) =>
    read(async (look) => ({
      rows: (await sessionsOf(look, by.accountId!, 'api')).map((s) => ({ id: s.id, name: s.label, rights: s.rights, ...times(s) })),
    })),
  )
  mount(routes.revokeApiToken, ({ params, by, write }) =>
    write(async (work) => {
      if (!(await endOwnSession(work, by.accountId!, params.id, 'api'))) throw refuse('record.not-found')
      work.ledger.audit({ subject: params.id, person: by.personId })
      return done
    }),
  )
}

export const own: Room = (mount, building) => {
  for (const part of [secondFactors, sessions, tokens]) part(mount, building)
}
