import path from 'node:path'
import { root } from '../kit/root.ts'

/** Settings from the environment; each has a default that works. */
export const readEnvironment = () => {
  const port = Number(process.env.PORT ?? 8080)
  return {
    port,
    host: process.env.HOST ?? '0.0.0.0',
    databaseUrl: process.env.DATABASE_URL,
    /** Everything the installation keeps: database, files, keys. */
    folder: path.resolve(process.env.GONGYOU_DATA ?? path.join(root, '.data')),
    demo: process.env.GONGYOU_DEMO !== 'off',
    people: Number(process.env.GONGYOU_PEOPLE ?? 100_000),
    region: Number(process.env.GONGYOU_REGION ?? 110118),
    perMinute: Number(process.env.GONGYOU_PER_MINUTE ?? 600),
    publicUrl: process.env.GONGYOU_URL ?? `http://localhost:${port}`,
  }
}
export type Environment = ReturnType<typeof readEnvironment>
