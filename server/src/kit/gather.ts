import { setImmediate } from 'node:timers/promises'

/** So many are told before the process listens again: the next batch waits for its database meanwhile. */
const toldAtOnce = 50

type Waiting<I, O> = { item: I; resolve: (out: O) => void; reject: (error: unknown) => void }

/** Says that the next batch of the same keys may begin: what it needs from this one it will wait for elsewhere, at a lock. */
export type Pass = () => void

/**
 * Does together what was asked at about the same time. While a batch runs the next ones wait and become one batch; a quiet
 * hour pays nothing for it. Batches of one key begin in the order their items came, each when the one before has passed or
 * is done.
 */
export const gather = <I, O>(
  work: (items: readonly I[], pass: Pass) => Promise<readonly (O | Error)[]>,
  { most, lanes, keyOf = () => '' }: { most: number; lanes: number; keyOf?: (item: I) => string },
) => {
  const waiting = new Map<string, Waiting<I, O>[]>()
  const busy = new Set<string>()
  let running = 0
  let woken = false

  const take = () => {
    const batch: Waiting<I, O>[] = []
    const keys: string[] = []
    for (const [key, queue] of waiting) {
      if (busy.has(key)) continue
      const room = most - batch.length
      if (room <= 0) break
      batch.push(...queue.splice(0, room))
      if (queue.length === 0) waiting.delete(key)
      keys.push(key)
    }
    return { batch, keys }
  }

  const hold = (keys: readonly string[]): Pass => {
    for (const key of keys) busy.add(key)
    let held = true
    return () => {
      if (held) for (const key of keys) busy.delete(key)
      held = false
    }
  }

  const tell = async (batch: readonly Waiting<I, O>[], answers: readonly (O | Error | undefined)[]) => {
    for (const [i, w] of batch.entries()) {
      if (i % toldAtOnce === toldAtOnce - 1) await setImmediate()
      const answer = answers[i]
      if (answer instanceof Error) w.reject(answer)
      else w.resolve(answer as O)
    }
  }
  const run = (batch: readonly Waiting<I, O>[], pass: Pass) =>
    work(
      batch.map((w) => w.item),
      pass,
    ).catch((error: unknown) => batch.map(() => (error instanceof Error ? error : new Error(String(error)))))

  // All that is asked in this turn of the loop goes into the batch.
  const wake = () => {
    if (woken || running >= lanes) return
    woken = true
    void setImmediate().then(next)
  }
  const next = () => {
    woken = false
    while (running < lanes) {
      const { batch, keys } = take()
      if (batch.length === 0) return
      running++
      const letGo = hold(keys)
      const pass = () => {
        letGo()
        wake()
      }
      void run(batch, pass).then((answers) => {
        running--
        pass()
        return tell(batch, answers)
      })
    }
  }

  return (item: I) =>
    new Promise<O>((resolve, reject) => {
      const key = keyOf(item)
      const queue = waiting.get(key)
      if (queue) queue.push({ item, resolve, reject })
      else waiting.set(key, [{ item, resolve, reject }])
      wake()
    })
}
