import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'

// PKCS#8 frame of an Ed25519 seed (RFC 8410).
const frame = Buffer.from('302e020100300506032b657004220420', 'hex')
const privateKey = (keys: KeyRing) => createPrivateKey({ key: Buffer.concat([frame, keys.derive('member-card')]), format: 'der', type: 'pkcs8' })

export const cardPublicKey = (keys: KeyRing) => createPublicKey(privateKey(keys)).export({ format: 'jwk' }).x!

/**
 * What the QR of a member card says, signed with Ed25519, so that a station's phone can check it without a network:
 * `GY1.<payload>.<signature>`, payload = region | card number | name | day of issue. No ID number, no phone.
 */
export const cardToken = (keys: KeyRing, card: { region: number; number: string; name: string; on: string }) => {
  const payload = Buffer.from([card.region, card.number, card.name, card.on].join('|')).toString('base64url')
  return `GY1.${payload}.${sign(null, Buffer.from(payload), privateKey(keys)).toString('base64url')}`
}
