import { ownerPool } from '../kit/db/pool.ts'
import { afterAll, expect, test } from 'vitest'
import { aDatabase } from './database.ts'

const { name, url } = await aDatabase()
const pool = ownerPool(url)
afterAll(() => pool.end())

test('each test file has a database of its own, migrated from the template', async () => {
  const { rows } = await pool.query('select current_database() as name')
  expect(rows).toEqual([{ name }])
})
