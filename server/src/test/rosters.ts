import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Problem } from '@gongyou/contract/kit/problem.ts'
import { makeIdCard } from '@gongyou/contract/kit/id-card.ts'
import type { RosterBatch } from '@gongyou/contract/membership/roster.ts'
import { afterAll } from 'vitest'
import type { OutRow } from '../kit/sheets/sheet-plan.ts'
import { writeSheet } from '../kit/sheets/write-sheet.ts'
import { RefusedCall, type Union } from './union.ts'

type Staff = Awaited<ReturnType<Union['as']>>

/** A document number that belongs to nobody; `order` odd is a man. */
export const aNumber = (order: number, birth = '1990-03-07') => makeIdCard('110118', birth, order)
export const aMobile = (order: number) => `1370001${String(order).padStart(4, '0')}`

/** An .xlsx of plain text cells, header first. */
export const workbook = async (titles: readonly string[], rows: readonly OutRow[], kinds: Record<string, 'number' | 'date'> = {}) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'roster-'))
  const file = path.join(folder, 'roster.xlsx')
  await writeSheet(file, { sheets: [{ name: '名册', columns: titles.map((title) => ({ title, kind: kinds[title] ?? 'text' })), rows }] })
  const bytes = readFileSync(file)
  rmSync(folder, { recursive: true })
  return bytes
}

/** A folder for files of one test file. */
export const aFolder = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'roster-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return (name: string) => path.join(folder, name)
}

/** Hands a file in as a browser does. */
export const upload = async (staff: Staff, bytes: Buffer, name = '名册.xlsx', language = 'zh'): Promise<RosterBatch> => {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(bytes)]), name)
  const sent = new Response(form)
  const answer = await staff.send({
    method: 'POST',
    url: '/api/membership/rosters',
    headers: { 'content-type': sent.headers.get('content-type')!, 'accept-language': language },
    payload: Buffer.from(await sent.arrayBuffer()),
  })
  if (answer.statusCode >= 400) throw new RefusedCall(answer.statusCode, answer.json<Problem>())
  return answer.json()
}

/** Waits until the job has brought a batch to a step. */
export const until = async (staff: Staff, id: string, ...states: RosterBatch['state'][]) => {
  for (let i = 0; i < 1000; i++) {
    const batch = await staff.ask('getRoster', { params: { id } })
    if (states.includes(batch.state)) return batch
    if (batch.state === 'failed') throw new Error(`the batch failed: ${batch.error}`)
    await pause(15)
  }
  throw new Error('the batch does not come to ' + states.join())
}

/** Uploads and checks under the guessed mapping. */
export const checked = async (staff: Staff, bytes: Buffer, more: { name?: string; defaultOrgId?: string } = {}) => {
  const batch = await upload(staff, bytes, more.name)
  await staff.ask('checkRoster', {
    params: { id: batch.id },
    body: { mapping: batch.mapping, defaultOrgId: more.defaultOrgId ?? batch.defaultOrg?.id ?? null },
  })
  return until(staff, batch.id, 'checked')
}

/** Uploads, checks and imports. */
export const imported = async (staff: Staff, bytes: Buffer, more: { name?: string; defaultOrgId?: string } = {}) => {
  const { id } = await checked(staff, bytes, more)
  await staff.ask('commitRoster', { params: { id }, body: {} })
  return until(staff, id, 'done')
}

export const problemsOf = async (staff: Staff, id: string, level: 'bad' | 'look' = 'bad') =>
  (await staff.ask('listRosterProblems', { params: { id }, query: { level, limit: 200 } })).rows
