import { readFile, writeFile } from 'node:fs/promises'
import pg from 'pg'
import { describeSchema } from '../kit/db/describe.ts'
import { inScratchDatabase } from '../kit/postgres/scratch.ts'

/** `npm run schema`: migrates an empty database and writes what came out: `schema.sql` to review, `tables.ts` to compile against. */
await inScratchDatabase(async (url) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { sql, types } = await describeSchema(client)
  await client.end()
  for (const [path, text] of [
    ['server/schema.sql', sql],
    ['server/src/kit/db/tables.ts', types],
  ] as const) {
    const before = await readFile(path, 'utf8').catch(() => '')
    if (before !== text) await writeFile(path, text)
    console.log(before === text ? `  ${path} 无变化` : `  ${path} 已更新`)
  }
})
