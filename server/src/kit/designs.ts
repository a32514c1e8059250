/** The title of a draft; it may hold anything, a title that is none included. */
export const titleOfDraft = (definition: unknown) => {
  const title = (definition as { title?: { zh?: unknown } | null }).title?.zh
  return typeof title === 'string' ? title : undefined
}

/** A code from the sound of a title (its search key), so that an officer need not invent names for machines. */
export const codeFromSound = (prefix: string, searchKey: string, otherwise: string) => {
  const words = searchKey.split(/\s+/).filter((w) => /^[a-z]+$/.test(w))
  return `${prefix}-${(words[0] ?? otherwise).slice(0, 12)}`
}

/** The code that was wanted, numbered where it is taken. */
export const freeCodeAmong = (taken: ReadonlySet<string>, wanted: string) => {
  for (let n = 1; ; n++) {
    const code = n === 1 ? wanted : `${wanted}-${n}`
    if (!taken.has(code)) return code
  }
}
