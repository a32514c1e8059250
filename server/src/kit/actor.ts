import type { Right } from '@gongyou/contract/kit/right.ts'

/** What somebody may do in one part of the tree, and why. */
export type Standing = {
  orgId: string
  orgName: string
  /** ltree path of that organisation; everything beneath is included. */
  path: string
  rights: readonly Right[]
  /** How the post is shown: organisation and name. */
  post: string
  /** Code of the post held, or of the post whose rights were lent. */
  code: string
  via: 'post' | 'delegation' | 'break-glass'
}

/** Who is acting. `system` is the machine itself: jobs, first start, example district. */
export type Actor = {
  kind: 'nobody' | 'worker' | 'staff' | 'system'
  accountId: string | null
  personId: string | null
  sessionId: string | null
  name: string
  standings: readonly Standing[]
  /** Staff who must set up a second factor before anything else. */
  mustSetUpSecondFactor?: boolean
  /** Came with an API token, not with a browser. */
  token?: boolean
}

export const nobody: Actor = { kind: 'nobody', accountId: null, personId: null, sessionId: null, name: '', standings: [] }
export const system: Actor = { ...nobody, kind: 'system', name: '系统' }

export const holds = (by: Actor, right: Right) => by.kind === 'system' || by.standings.some((s) => s.rights.includes(right))

/** How the actor is named in the audit trail: person and the post acted from. */
export const labelOf = (by: Actor) => [by.name || '未登录', by.standings[0]?.post].filter(Boolean).join(' · ')
