/** The seconds that something takes, with what it gives. */
export const seconds = async <T>(fn: () => Promise<T>): Promise<[number, T]> => {
  const start = performance.now()
  const value = await fn()
  return [(performance.now() - start) / 1000, value]
}

/** The largest memory of this process while something runs, in MB, with what it gives. */
export const peakOf = async <T>(fn: () => Promise<T>): Promise<[number, T]> => {
  let peak = 0
  const look = () => (peak = Math.max(peak, process.memoryUsage.rss()))
  look()
  const watch = setInterval(look, 20)
  try {
    const value = await fn()
    look()
    return [Math.round(peak / 1e6), value]
  } finally {
    clearInterval(watch)
  }
}
