import { createReadStream } from 'node:fs'
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { AwsClient } from 'aws4fetch'
import type { Setup } from '../../kit/http/building.ts'
import { refuse } from '../../kit/refuse.ts'

/** Where contents lie, each under the hash of itself: equal files lie there once, and a changed one is noticed. */
export type Store = {
  name: 'folder' | 's3'
  /** Takes over a file that lies in the incoming folder. */
  keep(from: string, hash: string): Promise<void>
  read(hash: string): Promise<Readable>
}

export const filesFolder = (setup: Setup) => path.join(setup.folder, 'files')
const placeOf = (hash: string) => `${hash.slice(0, 2)}/${hash.slice(2)}`

const folderStore = (folder: string): Store => ({
  name: 'folder',
  keep: async (from, hash) => {
    const to = path.join(folder, placeOf(hash))
    await mkdir(path.dirname(to), { recursive: true, mode: 0o700 })
    await rename(from, to)
  },
  read: async (hash) => {
    const at = path.join(folder, placeOf(hash))
    await stat(at).catch(() => Promise.reject(refuse('documents.store-away')))
    return createReadStream(at)
  },
})

const s3Store = (endpoint: string, bucket: string, client: AwsClient): Store => {
  const at = (hash: string) => `${endpoint.replace(/\/$/, '')}/${bucket}/${placeOf(hash)}`
  const ask = (url: string, init?: RequestInit) => client.fetch(url, init).catch(() => Promise.reject(refuse('documents.store-away')))
  return {
    name: 's3',
    keep: async (from, hash) => {
      // Signed over the hash of the content: the store refuses what was changed on the way.
      const body = await readFile(from)
      const answer = await ask(at(hash), { method: 'PUT', body: new Uint8Array(body), headers: { 'x-amz-content-sha256': hash } })
      await answer.body?.cancel()
      if (!answer.ok) throw refuse('documents.store-away')
      await rm(from, { force: true })
    },
    read: async (hash) => {
      const answer = await ask(at(hash))
      if (!answer.ok || !answer.body) throw refuse('documents.store-away')
      return Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0])
    },
  }
}

/** The store this installation uses: GONGYOU_S3_URL, _BUCKET, _KEY and _SECRET (and _REGION), or else its own folder. */
export const storeOf = (setup: Setup): Store => {
  const {
    GONGYOU_S3_URL: url,
    GONGYOU_S3_BUCKET: bucket,
    GONGYOU_S3_KEY: accessKeyId,
    GONGYOU_S3_SECRET: secretAccessKey,
    GONGYOU_S3_REGION: region,
  } = setup.settings ?? {}
  if (!url || !bucket || !accessKeyId || !secretAccessKey) return folderStore(filesFolder(setup))
  return s3Store(url, bucket, new AwsClient({ accessKeyId, secretAccessKey, service: 's3', region: region ?? 'us-east-1', retries: 2 }))
}
