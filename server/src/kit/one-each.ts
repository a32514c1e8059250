/** One and the same value for each key: what many rows share is then written once. */
export const oneEach = <T>() => {
  const made = new Map<string, T>()
  return (key: string, make: () => T): T => {
    const kept = made.get(key) ?? make()
    made.set(key, kept)
    return kept
  }
}
