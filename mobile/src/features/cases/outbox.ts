import { type Answers, type Form, closedFields, partAnswers } from '@gongyou/contract/forms/index.ts'
import { useSyncExternalStore } from 'react'
import { newId } from '../../kit/form/new-id.ts'
import { dropPaper, papersIn } from '../../kit/form/papers.ts'
import { forget, forgetAllUnder, keep, recallAll } from '../../kit/form/phone-store.ts'
import { dropSealed, keepSealed, recallSealed } from './sealed.ts'

type What = { kind: 'apply'; code: string; revision: number } | { kind: 'supply'; caseId: string; code: string; revision: number; said: string }

/** Something to be handed in: it waits, was received, was not taken, or lacks what only its tab knew. */
export type Waiting = What & {
  id: string
  person: string
  title: string
  at: string
  form: Form
  answers: Answers
  /** Names of secret answers, which lie in the tab. */
  sealed: readonly string[]
  state: 'waiting' | 'sent' | 'refused' | 'lacking'
  says: string | null
  faults: readonly { path: string; message: string }[]
  receipt: { id: string; number: string; dueOn: string | null; says: string } | null
}

const place = (id: string) => `outbox/${id}`
const flag = 'gongyou.outbox'
let entries: readonly Waiting[] = []
const listeners = new Set<() => void>()

const tell = (next: readonly Waiting[]) => {
  entries = [...next].sort((a, b) => (a.at < b.at ? 1 : -1))
  // Read where the pages begin, so that this code is fetched there only while something waits.
  const waiting = entries.filter((e) => e.state === 'waiting').length
  if (waiting > 0) localStorage.setItem(flag, String(waiting))
  else localStorage.removeItem(flag)
  for (const heard of listeners) heard()
}

/** What this phone remembers from before; received things are forgotten after a week. */
export const remembered = recallAll<Waiting>('outbox/').then((kept) => {
  const old = new Date(Date.now() - 7 * 86_400_000).toISOString()
  for (const e of kept) if (e.state === 'sent' && e.at < old) void forget(place(e.id))
  tell([...entries, ...kept.filter((e) => (e.state !== 'sent' || e.at >= old) && !entries.some((x) => x.id === e.id))])
})

const listen = (heard: () => void) => {
  listeners.add(heard)
  return () => void listeners.delete(heard)
}
export const waitingNow = () => entries
/** What lies on this phone for this person, the newest first. */
export const useOutbox = (person: string | undefined) => useSyncExternalStore(listen, waitingNow).filter((e) => e.person === person)

export const change = async (id: string, part: Partial<Pick<Waiting, 'state' | 'says' | 'faults' | 'receipt' | 'answers'>>) => {
  tell(entries.map((e) => (e.id === id ? { ...e, ...part } : e)))
  const now = entries.find((e) => e.id === id)
  if (now) await keep(place(id), now)
}

/** Puts something into the outbox, before anything is sent: nothing is lost if the page closes now. */
export const put = async (what: What & Pick<Waiting, 'person' | 'title' | 'form' | 'answers'>): Promise<Waiting> => {
  const { open, shut } = partAnswers(what.form, what.answers)
  const entry: Waiting = {
    ...what,
    id: newId(),
    at: new Date().toISOString(),
    answers: open,
    sealed: closedFields(what.form).filter((n) => n in shut),
    state: 'waiting',
    says: null,
    faults: [],
    receipt: null,
  }
  keepSealed(place(entry.id), shut)
  await keep(place(entry.id), entry)
  tell([...entries, entry])
  return entry
}

export const sealedOf = (entry: Waiting) => recallSealed(place(entry.id))

/** Takes something out; `papers` too where nobody will go on with them. */
export const drop = async (id: string, papers: boolean) => {
  const entry = entries.find((e) => e.id === id)
  if (entry && papers) for (const p of papersIn(entry.form, { ...entry.answers, ...sealedOf(entry) })) await dropPaper(p.id)
  dropSealed(place(id))
  await forget(place(id))
  tell(entries.filter((e) => e.id !== id))
}

/** After it was received only the receipt stays. */
export const received = async (entry: Waiting, receipt: NonNullable<Waiting['receipt']>) => {
  for (const p of papersIn(entry.form, { ...entry.answers, ...sealedOf(entry) })) await dropPaper(p.id)
  dropSealed(place(entry.id))
  await change(entry.id, { state: 'sent', receipt, answers: {}, says: null, faults: [] })
}

/** Signing out leaves nothing of the person on the phone. */
export const forgetWork = async () => {
  for (const e of entries) dropSealed(place(e.id))
  for (const beginning of ['outbox/', 'draft/', 'paper/']) await forgetAllUnder(beginning)
  tell([])
}
