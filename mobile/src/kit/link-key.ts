import { newId } from './form/new-id.ts'

const place = (token: string) => `gongyou.link.${token}`

const read = (store: Storage, token: string) => {
  try {
    return store.getItem(place(token)) ?? undefined
  } catch {
    return undefined
  }
}
const write = (store: Storage, token: string, key: string) => {
  try {
    store.setItem(place(token), key)
  } catch {
    // A browser that keeps nothing: the key lives as long as the page.
  }
}

const held = new Map<string, string>()

/** The key this device opened the link with, if it did. */
export const knownKey = (token: string) => held.get(token) ?? read(sessionStorage, token) ?? read(localStorage, token)

/**
 * The key of this device for a link, made before the link is opened and kept in both stores: if the answer is lost on
 * the way, or the tab is closed, the same device opens it again.
 */
export const keyOf = (token: string): string => {
  const key = knownKey(token) ?? newId() + newId()
  held.set(token, key)
  write(sessionStorage, token, key)
  write(localStorage, token, key)
  return key
}
