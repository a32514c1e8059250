import { Refusal } from '@gongyou/contract/kit/client.ts'
import type { Problem } from '@gongyou/contract/kit/problem.ts'
import { ask } from '../../kit/api.ts'
import { say } from '../../kit/language.ts'
import { LostPaper, withPapersSent } from '../../kit/form/papers.ts'
import { w } from '../../kit/text.ts'
import { type Waiting, change, received, remembered, sealedOf, waitingNow } from './outbox.ts'
import { sendFile } from './tools.ts'

/** Worth another try later: nobody signed in, too many at once, the server busy or restarting. */
const passes = ({ status }: Problem) => status === 401 || status === 429 || status >= 500

const apply = async (e: Extract<Waiting, { kind: 'apply' }>, answers: Waiting['answers']) => {
  const send = () => ask('applyForService', { params: { code: e.code }, body: { revision: e.revision, answers, requestId: e.id } })
  // Two tabs sending at once meet in the database; asked again, the second is given what the first made.
  const done = await send().catch((error: unknown) => {
    if (error instanceof Refusal && error.problem.code === 'record.changed') return send()
    throw error
  })
  return { id: done.id, number: done.number, dueOn: done.dueOn, says: say(done.says) }
}

const supply = async (e: Extract<Waiting, { kind: 'supply' }>, answers: Waiting['answers']) => {
  const now = await ask('getCase', { params: { id: e.caseId } })
  const receipt = { id: e.caseId, number: now.number, dueOn: now.dueOn, says: '' }
  // Nothing is asked any more: the first answer was lost on its way, or the station has it already.
  if (!now.asked) return receipt
  const done = await ask('supplyCase', { params: { id: e.caseId }, body: { version: now.version, answers, said: e.said } })
  return { ...receipt, dueOn: done.dueOn }
}

/** Sends one; whatever comes of it is written down with it. Gives back what became of it. */
export const sendOne = async (entry: Waiting): Promise<Waiting> => {
  const shut = sealedOf(entry)
  const lacking = async () =>
    change(entry.id, {
      state: 'lacking',
      says: w('敏感内容不存在手机里，请补填后再提交', 'Secret answers are not kept on the phone; please fill them in again'),
    })
  try {
    if (entry.sealed.some((name) => !(name in shut))) await lacking()
    else {
      const answers = await withPapersSent(entry.form, { ...entry.answers, ...shut }, sendFile)
      await received(entry, await (entry.kind === 'apply' ? apply(entry, answers) : supply(entry, answers)))
    }
  } catch (error) {
    if (error instanceof LostPaper) await lacking()
    else if (error instanceof Refusal && !passes(error.problem)) {
      const { detail, errors = [] } = error.problem
      const faults = errors.map((f) => ({ path: f.path.replace(/^answers\./, ''), message: f.message }))
      await change(entry.id, { state: 'refused', says: detail, faults })
    } else await change(entry.id, { says: error instanceof Refusal ? error.problem.detail : null })
  }
  return waitingNow().find((e) => e.id === entry.id) ?? entry
}

/** Sends what waits, each for itself: one that is not taken does not hold back the others. Only for whoever is signed in now. */
const round = async () => {
  await remembered
  const waiting = waitingNow().filter((e) => e.state === 'waiting')
  if (waiting.length === 0) return
  const { person } = await ask('whoAmI', {})
  for (const e of [...waiting].reverse()) if (e.person === person?.id) await sendOne(e)
}

// One tab at a time sends, where the browser can tell them apart.
const alone = async (work: () => Promise<void>) => {
  if (!navigator.locks) return work()
  await navigator.locks.request('gongyou.outbox', { ifAvailable: true }, async (lock) => (lock ? work() : undefined))
}

const first = 10_000
const longest = 300_000
let begun = false
let running: Promise<void> | undefined

export const sendWaiting = () =>
  (running ??= alone(round)
    .catch(() => {})
    .finally(() => (running = undefined)))

/** From now on what waits is sent: when the network returns, when the page is looked at again, and now and then. */
export const startSending = () => {
  if (begun) return void sendWaiting()
  begun = true
  let pause = first
  const again = async () => {
    await sendWaiting()
    pause = waitingNow().some((e) => e.state === 'waiting') ? Math.min(pause * 2, longest) : first
    setTimeout(again, pause)
  }
  void again()
  addEventListener('online', () => {
    pause = first
    void sendWaiting()
  })
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'visible' ? void sendWaiting() : undefined))
}
