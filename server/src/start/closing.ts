/**
 * Closes on SIGINT or SIGTERM, once. `by` says how, and may be said anew while more is opened: a start that is stopped
 * halfway ends in order too, and what it was about then fails without a word.
 */
export const closeOnSignal = () => {
  let ways = async () => {}
  let closing = false
  const close = async () => {
    if (closing) return
    closing = true
    for (const event of ['uncaughtException', 'unhandledRejection']) process.removeAllListeners(event).on(event, () => {})
    await ways()
    process.exit(0)
  }
  process.on('SIGINT', close)
  process.on('SIGTERM', close)
  return { by: (how: () => Promise<void>) => void (ways = how) }
}
