/** What a card says of its holder, once its signature is proved. */
export type Verdict = { is: 'good'; region: string; number: string; name: string; on: string } | { is: 'not-a-card' | 'forged' | 'cannot' | 'no-key' }

type Key = { id: string; publicKey: string }

const bytes = (text: string) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))

const importKey = (key: Key) => crypto.subtle.importKey('jwk', { kty: 'OKP', crv: 'Ed25519', x: key.publicKey }, 'Ed25519', false, ['verify'])

/** Proves a card without a network: `GY1.<payload>.<signature>`, Ed25519 over the payload as it stands. */
export const verifyCard = async (token: string, keys: readonly Key[]): Promise<Verdict> => {
  const [kind, payload, signature, more] = token.trim().split('.')
  if (kind !== 'GY1' || !payload || !signature || more !== undefined) return { is: 'not-a-card' }
  if (keys.length === 0) return { is: 'no-key' }
  try {
    for (const key of keys) {
      const proved = await crypto.subtle.verify('Ed25519', await importKey(key), bytes(signature), new TextEncoder().encode(payload))
      if (!proved) continue
      const [region = '', number = '', name = '', on = ''] = new TextDecoder().decode(bytes(payload)).split('|')
      return { is: 'good', region, number, name, on }
    }
    return { is: 'forged' }
  } catch (error) {
    // `atob` refuses what is no base64: that is no card. Anything else is a browser that does not know Ed25519.
    return { is: error instanceof DOMException && error.name === 'InvalidCharacterError' ? 'not-a-card' : 'cannot' }
  }
}
