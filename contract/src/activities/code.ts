/** Seconds for which a check-in code stands on the screen. */
export const codeStep = 30
/** A code older than this many steps was photographed and passed on; a step ahead is a clock that runs fast (setting). */
export const codeBack = 2
export const codeAhead = 1
/** Check-in opens so long before the start, and ends so long after the end (setting). */
export const checkInOpens = { beforeMinutes: 60, afterMinutes: 120 } as const

export const stepOf = (at: Date) => Math.floor(at.getTime() / 1000 / codeStep)

/** `GYS1.<session>.<step>.<signature>`: what the screen at the door shows. */
export const writeCode = (sessionId: string, step: number, signature: string) => `GYS1.${sessionId}.${step}.${signature}`

export const readCode = (text: string): { sessionId: string; step: number; signature: string } | undefined => {
  const parts = /^GYS1\.([0-9a-f-]{36})\.(\d{1,12})\.([A-Za-z0-9_-]{16})$/.exec(text.trim())
  return parts ? { sessionId: parts[1]!, step: Number(parts[2]), signature: parts[3]! } : undefined
}

/** Whether a code of this step may be used now; the two clocks may differ by half a minute either way. */
export const codeIsFresh = (step: number, now: Date) => step <= stepOf(now) + codeAhead && step >= stepOf(now) - codeBack
