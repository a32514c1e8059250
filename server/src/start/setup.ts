import { existsSync } from 'node:fs'
import path from 'node:path'

/** The folder of the checkout: where `package.json` with the workspaces stands. */
export const rootFolder = () => {
  let folder = import.meta.dirname
  while (!existsSync(path.join(folder, 'server', 'migrations'))) {
    const above = path.dirname(folder)
    if (above === folder) throw new Error('the folder of the installation was not found')
    folder = above
  }
  return folder
}

/** Settings from the environment; each has a default that works. */
export const readEnvironment = () => {
  const port = Number(process.env.PORT ?? 8080)
  return {
    port,
    host: process.env.HOST ?? '0.0.0.0',
    databaseUrl: process.env.DATABASE_URL,
    /** Everything the installation keeps: database, files, keys. */
    folder: path.resolve(process.env.GONGYOU_DATA ?? path.join(rootFolder(), '.data')),
    demo: process.env.GONGYOU_DEMO !== 'off',
    people: Number(process.env.GONGYOU_PEOPLE ?? 20_000),
    region: Number(process.env.GONGYOU_REGION ?? 110118),
    publicUrl: process.env.GONGYOU_URL ?? `http://localhost:${port}`,
  }
}
export type Environment = ReturnType<typeof readEnvironment>
