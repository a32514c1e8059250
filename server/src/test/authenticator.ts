import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const b64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

// The few CBOR shapes that WebAuthn needs: small integers, byte strings, texts, maps.
const head = (major: number, n: number) =>
  n < 24 ? Buffer.from([(major << 5) | n]) : n < 256 ? Buffer.from([(major << 5) | 24, n]) : Buffer.from([(major << 5) | 25, n >> 8, n & 255])
const int = (n: number) => (n >= 0 ? head(0, n) : head(1, -n - 1))
const bytes = (b: Uint8Array) => Buffer.concat([head(2, b.length), b])
const text = (s: string) => Buffer.concat([head(3, Buffer.byteLength(s)), Buffer.from(s)])
const map = (pairs: readonly (readonly [Buffer, Buffer])[]) => Buffer.concat([head(5, pairs.length), ...pairs.flat()])

/** A passkey in software, as a phone has it in hardware: registers, signs, counts. `verifies`: it knows its user (finger, PIN). */
export const anAuthenticator = (origin: string, { verifies = true } = {}) => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = publicKey.export({ format: 'jwk' }) as { x: string; y: string }
  const id = randomBytes(32)
  let counter = 0
  const flags = (attested: boolean) => 0x01 | (verifies ? 0x04 : 0) | (attested ? 0x40 : 0)
  const authData = (attested: boolean) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(++counter)
    const start = Buffer.concat([sha256(new URL(origin).hostname), Buffer.from([flags(attested)]), count])
    if (!attested) return start
    const cose = map([
      [int(1), int(2)],
      [int(3), int(-7)],
      [int(-1), int(1)],
      [int(-2), bytes(Buffer.from(jwk.x, 'base64url'))],
      [int(-3), bytes(Buffer.from(jwk.y, 'base64url'))],
    ])
    return Buffer.concat([start, Buffer.alloc(16), Buffer.from([0, id.length]), id, cose])
  }
  const client = (type: string, options: unknown) =>
    Buffer.from(JSON.stringify({ type, challenge: (options as { challenge: string }).challenge, origin, crossOrigin: false }))
  const base = { id: b64(id), rawId: b64(id), type: 'public-key' as const, clientExtensionResults: {} }
  return {
    id: b64(id),
    register: (options: unknown) => ({
      ...base,
      response: {
        clientDataJSON: b64(client('webauthn.create', options)),
        attestationObject: b64(
          map([
            [text('fmt'), text('none')],
            [text('attStmt'), map([])],
            [text('authData'), bytes(authData(true))],
          ]),
        ),
        transports: ['internal'],
      },
    }),
    signIn: (options: unknown) => {
      const clientData = client('webauthn.get', options)
      const data = authData(false)
      const signature = sign('sha256', Buffer.concat([data, sha256(clientData)]), privateKey)
      return { ...base, response: { clientDataJSON: b64(clientData), authenticatorData: b64(data), signature: b64(signature) } }
    },
  }
}
