import { setTimeout as pause } from 'node:timers/promises'
import { dropForeignPidfile, findRunning } from './pidfile.ts'
import { sameSocketFolder } from './place.ts'
import { didNotStart, isPassing, launch, type Launch, type Launched } from './process.ts'

/** So many unexpected ends within so long, and starting again is no help. */
const mostEnds = 5
const withinMs = 600_000

// For ten seconds, as long as the first start waits: children of the dead server, or an errand's server, may be about to go.
const again = async (what: Launch) => {
  for (let attempt = 0; attempt < 50; attempt++, await pause(200)) {
    if (findRunning(what.cluster.data)) continue
    dropForeignPidfile(what.cluster.data)
    const launched = await launch({ ...what, socketFolder: sameSocketFolder(what.socketFolder, what.user) })
    if (launched?.postmaster.socketFolder === what.socketFolder) return launched
    if (!launched && !isPassing(what.cluster)) break
  }
  throw didNotStart(what.cluster)
}

/**
 * Starts a server again whenever it ends by itself, at the same address, so that connections only have to be made anew.
 * PostgreSQL replays its log: nothing acknowledged is lost.
 */
export const keepUp = (what: Launch, first: Launched, tell: (error: Error) => void) => {
  const gaveUp = (error: Error) => void (stopping || tell(error))
  let current = Promise.resolve(first)
  let stopping = false
  const ends: number[] = []

  const watch = async ({ lost }: Launched) => {
    await lost
    if (stopping) return
    ends.push(performance.now())
    if (ends.filter((at) => at > performance.now() - withinMs).length > mostEnds)
      throw new Error(`PostgreSQL ended ${ends.length} times. Its log is ${what.cluster.log}`)
    const started = performance.now()
    current = again(what)
    const next = await current
    what.log(`PostgreSQL is back after ${Math.round(performance.now() - started)} ms`)
    void watch(next).catch(gaveUp)
  }
  void watch(first).catch(gaveUp)

  return {
    stop: async () => {
      stopping = true
      await (await current.catch(() => undefined))?.stop()
    },
  }
}
