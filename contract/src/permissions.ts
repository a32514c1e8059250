import type { Route } from './kit/route.ts'
import { type PostCode, postCodes, posts } from './organisations/posts.ts'
import { routes } from './routes.ts'

/** Whoever may knock: nobody, a worker, or an officer in a post (who may do within the post's reach what a worker may do for himself). */
export const knockers = ['nobody', 'worker', ...postCodes] as const
export type Knocker = (typeof knockers)[number]

/** What a door says, before any record is looked at: `in`, 401 (sign in first) or 403 (no right). */
export type DoorAnswer = 'in' | 401 | 403

export const doorAnswer = ({ door }: Route, who: Knocker): DoorAnswer => {
  if (door === 'anyone') return 'in'
  if (who === 'nobody') return 401
  if (door === 'person') return 'in'
  if (who === 'worker') return 403
  if (door === 'staff') return 'in'
  return (posts[who as PostCode].rights as readonly string[]).includes(door) ? 'in' : 403
}

export type MatrixRow = { id: string; method: string; url: string; door: string; summary: string; answers: Record<Knocker, DoorAnswer> }

/** Every route × everybody, in the order of the addresses. */
export const permissionMatrix = (): MatrixRow[] =>
  Object.values(routes as Record<string, Route>)
    .map((r) => ({
      id: r.id,
      method: r.method,
      url: r.url,
      door: r.door,
      summary: r.summary.zh,
      answers: Object.fromEntries(knockers.map((who) => [who, doorAnswer(r, who)])) as Record<Knocker, DoorAnswer>,
    }))
    .sort((a, b) => a.url.localeCompare(b.url, 'en') || a.method.localeCompare(b.method, 'en'))
