type Waiting<I, O> = { item: I; resolve: (out: O) => void; reject: (error: unknown) => void }

/**
 * Does together what was asked at about the same time. While a batch runs the next ones wait and become one batch; a quiet
 * hour pays nothing for it. Items of one key are never in two batches at once, and are answered in the order they came.
 */
export const gather = <I, O>(
  work: (items: readonly I[]) => Promise<readonly (O | Error)[]>,
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

  const run = async (batch: readonly Waiting<I, O>[]) => {
    try {
      const answers = await work(batch.map((w) => w.item))
      for (const [i, w] of batch.entries()) {
        const answer = answers[i]
        if (answer instanceof Error) w.reject(answer)
        else w.resolve(answer as O)
      }
    } catch (error) {
      for (const w of batch) w.reject(error)
    }
  }

  const next = () => {
    woken = false
    while (running < lanes) {
      const { batch, keys } = take()
      if (batch.length === 0) return
      running++
      for (const key of keys) busy.add(key)
      void run(batch).finally(() => {
        running--
        for (const key of keys) busy.delete(key)
        next()
      })
    }
  }

  return (item: I) =>
    new Promise<O>((resolve, reject) => {
      const key = keyOf(item)
      const queue = waiting.get(key)
      if (queue) queue.push({ item, resolve, reject })
      else waiting.set(key, [{ item, resolve, reject }])
      // All that arrived in this turn of the loop goes into the first batch.
      if (!woken && running < lanes) {
        woken = true
        setImmediate(next)
      }
    })
}
