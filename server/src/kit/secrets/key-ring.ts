import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const KeyFile = z.object({
  /** Newest last; the last one encrypts, all decrypt. Base64, 32 bytes each. */
  field: z.array(z.object({ id: z.int().min(1).max(32000), key: z.string() })).min(1),
  /** Keys the match hashes. Changing it means hashing every number anew. */
  match: z.string(),
  /** Seed of signatures (member cards) and cookies. */
  sign: z.string(),
})
type KeyFile = z.infer<typeof KeyFile>

const fresh = () => randomBytes(32).toString('base64')

const save = (path: string, keys: KeyFile) => {
  // Only the innermost folder is closed: the database, which may run as another user, stands beside it.
  mkdirSync(dirname(dirname(path)), { recursive: true })
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(`${path}.new`, JSON.stringify(keys, null, 2), { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

const load = (path: string): KeyFile => {
  if (!existsSync(path)) save(path, { field: [{ id: 1, key: fresh() }], match: fresh(), sign: fresh() })
  return KeyFile.parse(JSON.parse(readFileSync(path, 'utf8')))
}

/** Adds a new field key; what was sealed before stays readable and is sealed anew by the `reseal` job. */
export const rotate = (path: string) => {
  const keys = load(path)
  const id = Math.max(...keys.field.map((k) => k.id)) + 1
  save(path, { ...keys, field: [...keys.field, { id, key: fresh() }] })
  return id
}

/** How long a process goes on sealing with the key it knows before it looks whether a newer one was added. */
const lookAgainMs = 60_000

const nonceBytes = 12
// Drawn by the thousand: one question to the random source for each field took a third of the sealing.
let nonces = Buffer.alloc(0)
const nextNonce = () => {
  if (nonces.length === 0) nonces = randomBytes(nonceBytes * 1024)
  const nonce = nonces.subarray(0, nonceBytes)
  nonces = nonces.subarray(nonceBytes)
  return nonce
}

type Sealed = { keyId: number; cipher: Buffer }

const openFile = (path: string) => {
  const file = load(path)
  return { file, keys: new Map(file.field.map((k) => [k.id, Buffer.from(k.key, 'base64')])), current: file.field[file.field.length - 1]!.id }
}

/**
 * Seals personal data of class P3 field by field: AES-256-GCM, nonce 12 bytes, tag 16 bytes, bound to the place it
 * stands in, so that a cipher text copied to another person's row does not open. Matching uses HMAC-SHA-256.
 * A key that another process added is found when it is first needed, and within a minute when sealing.
 */
export const openKeyRing = (path: string) => {
  let ring = openFile(path)
  let looked = performance.now()
  const { file } = ring
  const match = Buffer.from(file.match, 'base64')
  const reload = () => {
    ring = openFile(path)
    looked = performance.now()
  }
  const keyOf = (id: number) => {
    if (!ring.keys.has(id)) reload()
    const key = ring.keys.get(id)
    if (!key) throw new Error(`key ${id} is not in the key ring`)
    return key
  }
  const openBytes = ({ keyId, cipher }: Sealed, place: string) => {
    const opened = createDecipheriv('aes-256-gcm', keyOf(keyId), cipher.subarray(0, nonceBytes))
      .setAAD(Buffer.from(place))
      .setAuthTag(cipher.subarray(-16))
    return Buffer.concat([opened.update(cipher.subarray(nonceBytes, -16)), opened.final()])
  }
  return {
    current: () => ring.current,
    reload,
    seal: (clear: string | Buffer, place: string): Sealed => {
      if (performance.now() - looked > lookAgainMs) reload()
      const nonce = nextNonce()
      const cipher = createCipheriv('aes-256-gcm', keyOf(ring.current), nonce).setAAD(Buffer.from(place))
      const sealed = typeof clear === 'string' ? cipher.update(clear, 'utf8') : cipher.update(clear)
      return { keyId: ring.current, cipher: Buffer.concat([nonce, sealed, cipher.final(), cipher.getAuthTag()]) }
    },
    openBytes,
    open: (sealed: Sealed, place: string) => openBytes(sealed, place).toString(),
    /** Equal inputs, equal 32 bytes; nothing else can be learnt without the key. */
    hash: (clear: string) => createHmac('sha256', match).update(clear).digest(),
    /** 32 bytes for one named purpose, stable over restarts. */
    derive: (purpose: string) => Buffer.from(hkdfSync('sha256', Buffer.from(file.sign, 'base64'), '', purpose, 32)),
  }
}
export type KeyRing = ReturnType<typeof openKeyRing>
