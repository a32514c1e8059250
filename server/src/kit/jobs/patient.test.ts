import { expect, test } from 'vitest'
import { aUnion } from '../../test/union.ts'
import { ownerPool } from '../db/pool.ts'
import { patient } from './patient.ts'

const union = await aUnion({ people: 0, empty: true })
const notNow = expect.objectContaining({ code: '57P03' })

test('a connection that breaks under a question is told in the word after which the queue asks again', async () => {
  const pool = patient(ownerPool(union.url, 2))
  const client = await pool.connect()
  client.on('error', () => {})
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const told = expect(client.query('select pg_sleep(20)')).rejects.toEqual(notNow)
  await union.owner.query('select pg_terminate_backend($1)', [rows[0]!.pid])
  await told
  await expect(client.query('select 1')).rejects.toEqual(notNow)
  client.release(true)
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await pool.end()
})

test('so is a database that is not there, and only that: what it refuses keeps its own word', async () => {
  const away = patient(ownerPool('postgres://gongyou@127.0.0.1:1/gongyou', 1))
  await expect(away.connect()).rejects.toEqual(notNow)
  await away.end()
  const pool = patient(ownerPool(union.url, 1))
  const client = await pool.connect()
  await expect(client.query('select 1 from nowhere')).rejects.toMatchObject({ code: '42P01' })
  client.release()
  await pool.end()
})
