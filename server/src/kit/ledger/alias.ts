import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'

/** Acts that say that two persons are one, or that they are two after all: `subject` is kept, `data.gone` is the other. */
const merged = 'person.merged'
const parted = 'person.merge-undone'

export const isAboutMerging = ({ kind }: { kind: string }) => kind === merged || kind === parted

type Said = { id: string; kind: string; subject_id: string; data: unknown }
type Touched = { fact: string; day: string }

const goneOf = (act: Said) => String((act.data as { gone?: unknown }).gone)

const rootOf = async (tx: Tx, region: number, person: string) => {
  const row = await tx.selectFrom('ledger.alias').select('root_id').where('region', '=', region).where('gone_id', '=', person).executeTakeFirst()
  return row?.root_id ?? person
}

/** Two persons are one from now on, and so are all facts about them. */
const join = async (tx: Tx, region: number, kept: string, gone: string): Promise<Touched[]> => {
  const root = await rootOf(tx, region, kept)
  await sql`update ledger.alias set root_id = ${root} where region = ${region} and root_id = ${gone}`.execute(tx)
  await sql`insert into ledger.alias (region, gone_id, kept_id, root_id) values (${region}, ${gone}, ${kept}, ${root})
    on conflict (region, gone_id) do update set kept_id = excluded.kept_id, root_id = excluded.root_id`.execute(tx)
  const { rows } = await sql<Touched>`
    update ledger.fact set person_id = ${root} where region = ${region} and person_id = ${gone} returning fact, day`.execute(tx)
  return rows
}

/** Everything that was written of the parted person, and of those merged into it before, is theirs again. */
const part = async (tx: Tx, region: number, gone: string): Promise<Touched[]> => {
  const was = await rootOf(tx, region, gone)
  if (was === gone) return []
  await sql`delete from ledger.alias where region = ${region} and gone_id = ${gone}`.execute(tx)
  const { rows: beneath } = await sql<{ gone_id: string }>`
    with recursive below as (
      select gone_id from ledger.alias where region = ${region} and kept_id = ${gone}
      union select a.gone_id from ledger.alias a join below b on a.kept_id = b.gone_id where a.region = ${region})
    select gone_id from below`.execute(tx)
  const theirs = [gone, ...beneath.map((b) => b.gone_id)]
  await sql`update ledger.alias set root_id = ${gone} where region = ${region} and gone_id = any(${theirs}::uuid[])`.execute(tx)
  const { rows } = await sql<Touched>`
    update ledger.fact f set person_id = ${gone} from ledger.act a
     where f.region = ${region} and f.person_id = ${was} and a.region = f.region and a.id = f.act_id and a.person_id = any(${theirs}::uuid[])
    returning f.fact, f.day`.execute(tx)
  return rows
}

const one = (tx: Tx, region: number, act: Said) =>
  act.kind === merged ? join(tx, region, act.subject_id, goneOf(act)) : act.kind === parted ? part(tx, region, goneOf(act)) : []

/** Follows the merging and parting of one transaction; answers which facts changed hands. */
export const followMerges = async (tx: Tx, region: number, acts: readonly Said[]) => {
  const touched: Touched[] = []
  for (const act of acts) if (isAboutMerging(act)) touched.push(...(await one(tx, region, act)))
  return touched
}

/** Who is one with whom, drawn anew from all acts. */
export const rebuildAliases = async (tx: Tx, region: number) => {
  const { rows } = await sql<Said>`
    select id, kind, subject_id, data from ledger.act where region = ${region} and kind in (${merged}, ${parted}) order by at, id`.execute(tx)
  await sql`delete from ledger.alias where region = ${region}`.execute(tx)
  const kept = new Map<string, string>()
  for (const act of rows) {
    if (act.kind === merged) kept.set(goneOf(act), act.subject_id)
    else kept.delete(goneOf(act))
  }
  const root = (person: string): string => (kept.has(person) ? root(kept.get(person)!) : person)
  const list = [...kept].map(([gone, to]) => ({ region, gone_id: gone, kept_id: to, root_id: root(gone) }))
  if (list.length > 0) await tx.insertInto('ledger.alias').values(list).execute()
}
