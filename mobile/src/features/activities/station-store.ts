import type { CheckInAnswer, CheckInItem, Snapshot } from '@gongyou/contract/activities/station.ts'
import { useSyncExternalStore } from 'react'
import type { z } from 'zod'
import { ask } from '../../kit/api.ts'
import { isUnreached, wordsOf } from '../../kit/failure.ts'
import { newId } from '../../kit/form/new-id.ts'
import { keep, recall, recallAll } from '../../kit/form/phone-store.ts'

export type Item = z.input<typeof CheckInItem>
/** One check-in on this phone: it waits, was received, asks to be looked at, or cannot be. */
export type Entry = Item & {
  session: string
  name: string
  state: 'waiting' | 'done' | 'conflict' | 'refused'
  says: string
  differences: CheckInAnswer['differences']
}
export type List = { snapshot: Snapshot; cardKey: string; at: string }

const bytes = (text: string) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))

/** Whether the union signed this list; a browser without Ed25519 cannot tell and is told so. */
const genuine = async (signed: string, signature: string, key: string) => {
  const imported = await crypto.subtle.importKey('jwk', { kty: 'OKP', crv: 'Ed25519', x: key }, 'Ed25519', false, ['verify'])
  return crypto.subtle.verify('Ed25519', imported, bytes(signature), new TextEncoder().encode(signed))
}

const listAt = (session: string) => `station/list/${session}`
const keyAt = 'station/key'
const entryAt = (e: Pick<Entry, 'session' | 'id'>) => `station/entry/${e.session}/${e.id}`

/** The key this phone has met first stays: a list signed by another is refused, also without a network. */
const trusted = async (key: string) => {
  const known = await recall<string>(keyAt)
  if (!known) await keep(keyAt, key)
  return !known || known === key
}

/** The list as the union has it now; without a network the one that was taken along. */
export const fetchList = async (session: string): Promise<List> => {
  try {
    const got = await ask('getSnapshot', { params: { id: session } })
    if (!(await trusted(got.key)) || !(await genuine(got.signed, got.signature, got.key))) throw new Error('forged')
    const list: List = { snapshot: JSON.parse(got.signed) as Snapshot, cardKey: got.cardKey, at: new Date().toISOString() }
    await keep(listAt(session), list)
    return list
  } catch (error) {
    const kept = isUnreached(error) && !(error instanceof Error && error.message === 'forged') ? await recall<List>(listAt(session)) : undefined
    if (!kept) throw error
    return kept
  }
}

let entries: readonly Entry[] = []
const listeners = new Set<() => void>()
const tell = (next: readonly Entry[]) => {
  entries = next
  for (const heard of listeners) heard()
}
void recallAll<Entry>('station/entry/').then((kept) => tell([...kept.filter((k) => !entries.some((e) => e.id === k.id)), ...entries]))

const listen = (heard: () => void) => {
  listeners.add(heard)
  return () => void listeners.delete(heard)
}
const now = () => entries
export const useEntries = (session: string) => useSyncExternalStore(listen, now).filter((e) => e.session === session)

const change = async (id: string, part: Partial<Entry>) => {
  tell(entries.map((e) => (e.id === id ? { ...e, ...part } : e)))
  const e = entries.find((x) => x.id === id)
  if (e) await keep(entryAt(e), e)
}

/** Checks somebody in on this phone; kept before anything is sent. */
export const checkIn = async (
  session: string,
  who: { name: string; signUpId?: string; personId?: string; card?: string; heads: number; via: 'list' | 'card' },
) => {
  const { name, ...item } = who
  const entry: Entry = { ...item, session, id: newId(), at: new Date().toISOString(), name, state: 'waiting', says: '', differences: [] }
  tell([...entries, entry])
  await keep(entryAt(entry), entry)
  void sendAll(session)
}

/** Somebody has looked: what the phone holds, or what the register holds. */
export const settle = async (entry: Entry, keeps: 'phone' | 'register') => {
  await change(entry.id, { keep: keeps, state: 'waiting' })
  await sendAll(entry.session)
}

const partOf = ({ result, says, differences, person }: CheckInAnswer): Partial<Entry> => ({
  state: result === 'conflict' ? 'conflict' : result === 'refused' ? 'refused' : 'done',
  says,
  differences,
  ...(person?.name ? { name: person.name } : {}),
})

let sending = false
/** Sends what waits, a hundred at a time; each is answered for itself. */
export const sendAll = async (session: string): Promise<string | undefined> => {
  if (sending) return undefined
  sending = true
  try {
    for (;;) {
      const waiting = entries.filter((e) => e.session === session && e.state === 'waiting').slice(0, 100)
      if (waiting.length === 0) return undefined
      const items = waiting.map(({ session: _s, name: _n, state: _t, says: _y, differences: _d, ...item }) => item)
      const { items: answers } = await ask('sendCheckIns', { params: { id: session }, body: { device: navigator.userAgent.slice(0, 60), items } })
      for (const a of answers) await change(a.id, partOf(a))
    }
  } catch (error) {
    return wordsOf(error)
  } finally {
    sending = false
  }
}
