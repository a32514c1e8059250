/** One message on its way out. `id` is the same on every try, so that a careful receiver can drop the second. */
export type Parcel = { id: string; address: string; title: string; body: string }

/** A way out of the building: resolves when the other side has taken the parcel over. */
export type Channel = { send(parcel: Parcel): Promise<void> }

/** Trying again would not help: wrong address, refused content. Everything else thrown is tried again. */
export class Undeliverable extends Error {}

export type Settings = Readonly<Record<string, string | undefined>>

/** Sends JSON and waits ten seconds at most; client errors other than "later" are final. */
export const post = async (url: string, body: unknown, headers: Record<string, string> = {}) => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  })
  const text = (await answer.text()).slice(0, 300)
  if (answer.ok) return text
  const later = answer.status >= 500 || answer.status === 408 || answer.status === 429
  throw later ? new Error(`${answer.status} ${text}`) : new Undeliverable(`${answer.status} ${text}`)
}
