import type { RosterCounts } from '@gongyou/contract/membership/roster.ts'
import type { Look, Work } from '../../../kit/db/database.ts'
import type { Building } from '../../../kit/http/building.ts'
import { newId } from '../../../kit/ids.ts'
import type { Row } from '../../../kit/sheets/cell.ts'
import { thriftily } from '../../../kit/thrift.ts'
import type { KeyRing } from '../../../kit/secrets/key-ring.ts'
import { type Reach, reachOf } from '../../organisations/index.ts'
import { identityHash, sealedPlace } from '../../people/index.ts'
import { type BatchRow, changeBatch, findBatch, findImporter, lockBatch } from './batch.ts'
import { type Mapping, placesOf } from './columns.ts'
import { employersFor } from './employers.ts'
import { type Fault, bad, whole } from './faults.ts'
import { fileOf, withSheet } from './file.ts'
import { inputOf } from './input.ts'
import { type Known, knownPersons, openRegister, phonesTaken } from './known.ts'
import { type SealedName, planOf } from './plan.ts'
import { type WaitingRow, numbersSeen, storeChecked } from './chunks.ts'
import { type Kept, problemsOf, sealedCells } from './problems.ts'
import { insertRows } from '../../../kit/db/rows-in-bulk.ts'
import { type Read, rowReader } from './typed-row.ts'
import { type Union, unionsWithin } from './unions.ts'
import { t } from '@gongyou/contract/kit/text.ts'

/** Rows that are dealt with in one transaction. 5,000 were no quicker and took 40 MB more, 1,000 saved another 40 MB and were 2 % slower. */
export const chunkRows = 2_000

const none: RosterCounts = { new: 0, update: 0, unchanged: 0, bad: 0, look: 0 }

/** A row about which there is something to say. */
type Line = { batch_id: string; row: number; outcome: 'bad' | 'look'; problems: Kept[]; raw: string | null; raw_key: number | null }

/** What was seen in the rows before: numbers and mobiles with the row that brought them. */
type Seen = { numbers: Map<string, number>; mobiles: Map<number, number> }

/** Opens a sealed field of the register to compare it; what does not open (a lost key) differs from everything. */
export const revealWith = (keys: KeyRing, region: number) => (known: Known, field: SealedName) => {
  const sealed = known.sealed.get(field)
  return sealed ? keys.open(sealed, sealedPlace(region, known.id, field)) : null
}

const missingUnion = bad(
  'union',
  t('没有填写所属工会', 'No union is given'),
  t('请填写，或为本批选一个默认工会。', 'Fill it in, or choose a default union for the batch.'),
)

/** Everything that stays the same for one run over a file. */
const checkerOf = async (look: Look, building: Building, batch: BatchRow, reach: Reach, seen: Seen) => {
  const { keys } = building
  const read = rowReader(placesOf(batch.mapping as Mapping), look.today)
  const unions = await unionsWithin(look, reach)
  const employers = employersFor()
  const usual = unions.byId(batch.default_org_id)
  const region = look.region

  const lineOf = (row: Row, isRefused: boolean, faults: readonly Fault[], name: string): Line => {
    const sealed = isRefused ? sealedCells(keys, region, batch, row) : null
    return {
      batch_id: batch.id,
      row: row.number,
      outcome: isRefused ? 'bad' : 'look',
      problems: problemsOf(faults, batch, name),
      raw: sealed?.cipher ?? null,
      raw_key: sealed?.key ?? null,
    }
  }

  const unionFor = ({ typed, faults }: Read): Union | undefined => {
    if (typed.union === null) {
      if (!usual) faults.push(missingUnion)
      return usual
    }
    const found = unions.of(typed.union)
    if (found && 'union' in found) return found.union
    if (found) faults.push(found.fault)
    return undefined
  }

  const repeated = ({ typed, faults }: Read, hash: string) => {
    const before = seen.numbers.get(hash)
    if (before !== undefined) faults.push(whole.sameRowBefore(before))
    else seen.numbers.set(hash, typed.row)
    if (typed.mobile === null) return
    const mobile = Number(typed.mobile)
    const caller = seen.mobiles.get(mobile)
    if (caller === undefined) seen.mobiles.set(mobile, typed.row)
    else if (before === undefined) faults.push(whole.samePhoneRow(caller))
  }

  /** One chunk of rows: what is said about them, what waits to be written, what was counted. */
  return async (work: Work, rows: readonly Row[]) => {
    const reads = rows.map(read)
    await employers.learn(
      work,
      reads.flatMap((r) => r.typed.employer ?? []),
    )
    await unions.learn(
      work,
      reads.flatMap((r) => r.typed.union ?? []),
    )
    const hashes = reads.map((r) => (r.typed.idNumber ? identityHash(keys, r.typed.idType, r.typed.idNumber).toString('base64') : null))
    const named = reads.flatMap(({ typed }) => (typed.name && typed.mobile ? [{ name: typed.name, mobile: typed.mobile }] : []))
    const register = await knownPersons(work, {
      hashes: hashes.flatMap((h) => h ?? []),
      named,
      sealed: reads.some((r) => r.typed.politicalStatus ?? r.typed.bankCard),
    })
    const phones = await phonesTaken(
      work,
      named.map((n) => n.mobile),
    )
    const counts = { ...none }
    const lines: Line[] = []
    const waiting: WaitingRow[] = []
    const alsoSeen: [row: number, hash: string][] = []
    for (const [i, one] of reads.entries()) {
      const { typed, faults } = one
      const hash = hashes[i] ?? null
      const union = unionFor(one)
      const told = typed.employer === null ? {} : employers.of(typed.employer)
      if (told.fault) faults.push(told.fault)
      if (hash) repeated(one, hash)
      let outcome: 'new' | 'update' | 'unchanged' | 'bad' = 'bad'
      if (hash && union && !isBad(faults)) {
        const known = register.of(hash, typed.name, typed.mobile)
        const input = inputOf(typed, union, told.employer)
        const plan = planOf(input, known, reach, revealWith(keys, region))
        faults.push(...plan.faults)
        outcome = plan.outcome
        const personId = known?.id ?? newId()
        if (outcome !== 'bad' && typed.mobile && phones.get(typed.mobile)?.some((p) => p.id !== personId)) faults.push(whole.samePhone)
        if (outcome === 'new' || outcome === 'update') waiting.push({ row: typed.row, outcome, personId, hash, look: faults.length > 0, input })
      }
      if (hash && outcome !== 'new' && outcome !== 'update') alsoSeen.push([typed.row, hash])
      counts[outcome]++
      if (outcome !== 'bad' && faults.length > 0) counts.look++
      if (faults.length > 0) lines.push(lineOf(rows[i]!, outcome === 'bad', faults, typed.name))
    }
    return { lines, counts, checked: { seen: alsoSeen, rows: waiting } }
  }
}

const isBad = (faults: readonly Fault[]) => faults.some((f) => f.level === 'bad')
const columns = { batch_id: 'uuid', row: 'int', outcome: 'text', problems: 'jsonb', raw: 'bytes', raw_key: 'smallint' } as const

// Mobiles of rows before a restart are not remembered: a repetition is only worth a look.
const seenBefore = async (look: Look, keys: KeyRing, batch: BatchRow): Promise<Seen> => ({
  numbers: await numbersSeen(look, keys, batch.id),
  mobiles: new Map(),
})

/** Checks the rows of a batch chunk by chunk, each with its checkpoint; begun anew, it goes on where it was. */
export const check = (building: Building, batchId: string, region: number, goOn: () => boolean, chunk = chunkRows) =>
  thriftily(() => checkAll(building, batchId, region, goOn, chunk))

const checkAll = async (building: Building, batchId: string, region: number, goOn: () => boolean, chunk: number) => {
  const { db, keys, setup } = building
  const call = await findImporter(db, batchId, region, 'checkRoster')
  const { batch, checkRows } = await db.read(call, async (look) => {
    const batch = await findBatch(look, batchId)
    return { batch, checkRows: await checkerOf(look, building, batch, await reachOf(look, 'membership.import'), await seenBefore(look, keys, batch)) }
  })
  let found: RosterCounts = (batch.found as RosterCounts | null) ?? none
  let checkpoint = batch.checkpoint
  let done = batch.done_rows

  const write = async (rows: readonly Row[], last: boolean) =>
    db.write(call, async (work) => {
      const now = await lockBatch(work, batchId, 'mapped', 'checking')
      if (now.checkpoint !== checkpoint) throw new Error('another process went on with this roster')
      await openRegister(work)
      const { lines, counts, checked } = await checkRows(work, rows)
      await insertRows(work.tx, region, 'membership.roster_row', columns, lines)
      if (rows.length > 0) await storeChecked(work, keys, batchId, rows[0]!.number, rows.at(-1)!.number, checked)
      found = {
        new: found.new + counts.new,
        update: found.update + counts.update,
        unchanged: found.unchanged + counts.unchanged,
        bad: found.bad + counts.bad,
        look: found.look + counts.look,
      }
      done += rows.length
      checkpoint = rows.at(-1)?.number ?? checkpoint
      await changeBatch(work, batchId, {
        state: last ? 'checked' : 'checking',
        found: JSON.stringify(found),
        done_rows: done,
        checkpoint,
        ...(last ? { checked_at: work.at, total_rows: done } : {}),
      })
      if (rows.length > 0) work.ledger.audit({ subject: batchId, purpose: 'roster-import', detail: { to: checkpoint, ...counts } })
    })

  await withSheet(fileOf(setup, batchId), async (source) => {
    let waiting: Row[] = []
    // While PostgreSQL takes one chunk, the next is being read.
    let written = Promise.resolve()
    const first = Math.max(checkpoint, batch.header_to)
    try {
      for await (const rows of source.rows(batch.sheet)) {
        for (const row of rows) if (row.number > first) waiting.push(row)
        if (waiting.length < chunk) continue
        await written
        if (!goOn()) return
        written = write(waiting, false)
        written.catch(() => {})
        waiting = []
      }
    } finally {
      await written
    }
    if (goOn()) await write(waiting, true)
  })
}
