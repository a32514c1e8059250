/** What lies on this phone until it is sent: answers, pictures. A browser that keeps nothing (private windows) holds it in memory. */
const memory = new Map<string, unknown>()

const opened = new Promise<IDBDatabase | undefined>((resolve) => {
  try {
    const request = indexedDB.open('gongyou', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('kept')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => resolve(undefined)
  } catch {
    resolve(undefined)
  }
})

const run = async <T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> => {
  const db = await opened
  if (!db) throw new Error('no store')
  return new Promise((resolve, reject) => {
    const tx = db.transaction('kept', mode)
    const request = act(tx.objectStore('kept'))
    tx.oncomplete = () => resolve(request.result)
    tx.onerror = tx.onabort = () => reject(tx.error)
  })
}

export const keep = (key: string, value: unknown) =>
  run('readwrite', (s) => s.put(value, key)).then(
    () => undefined,
    () => void memory.set(key, value),
  )

export const recall = async <T>(key: string): Promise<T | undefined> => {
  const found = await run<unknown>('readonly', (s) => s.get(key)).catch(() => undefined)
  return (found ?? memory.get(key)) as T | undefined
}

export const forget = async (key: string) => {
  memory.delete(key)
  await run('readwrite', (s) => s.delete(key)).catch(() => undefined)
}

const under = (beginning: string) => IDBKeyRange.bound(beginning, `${beginning}\uffff`)

/** Everything kept under a beginning. */
export const recallAll = async <T>(beginning: string): Promise<T[]> => {
  const found = (await run('readonly', (s) => s.getAll(under(beginning))).catch(() => [])) ?? []
  return [...(found as T[]), ...[...memory].filter(([k]) => k.startsWith(beginning)).map(([, v]) => v as T)]
}

export const forgetAllUnder = async (beginning: string) => {
  for (const key of memory.keys()) if (key.startsWith(beginning)) memory.delete(key)
  await run('readwrite', (s) => s.delete(under(beginning))).catch(() => undefined)
}
