import type { Text } from '@gongyou/contract/kit/text.ts'
import type { ProblemCode } from '@gongyou/contract/problems.ts'
import { sql } from 'kysely'
import type { Look, Work } from './db/database.ts'
import { textOfMessage } from './field-words.ts'
import { newId } from './ids.ts'
import { refuse } from './refuse.ts'

export type Bag = Record<string, unknown>
type Issue = { path: readonly PropertyKey[]; message: string }
const mostIssues = 50

/** What the shape of a definition found wrong, in words: the officer who designs knows nothing of shapes. */
export const issuesInWords = (issues: readonly Issue[]): { path: string; says: Text }[] =>
  issues.slice(0, mostIssues).map((i) => ({ path: i.path.join('.'), says: textOfMessage(i.message) }))

/** The title of a draft; it may hold anything, a title that is none included. */
export const titleOfDraft = (definition: unknown) => {
  const title = (definition as { title?: { zh?: unknown } | null }).title?.zh
  return typeof title === 'string' ? title : undefined
}

/** A code from the sound of a title (its search key), so that an officer need not invent names for machines. */
export const codeFromSound = (prefix: string, searchKey: string, otherwise: string) => {
  const words = searchKey.split(/\s+/).filter((w) => /^[a-z]+$/.test(w))
  return `${prefix}-${(words[0] ?? otherwise).slice(0, 12)}`
}

/** Where the drafts of one kind of definition are kept, where its revisions are, and how the ledger calls them. */
type Place = {
  drafts: string
  published: string
  /** Acts are `<act>.design-begun`, `.design-dropped`, `.published`, `.retired`; `as` names the code in their data. */
  act: string
  as: string
  /** Said where there is no such definition to retire. */
  none: ProblemCode
}
export type Draft = { id: string; code: string; definition: Bag; version: number; changed_at: Date }
type Published = { code: string; revision: number }

/** The life of drafts, the same for whatever officers design: begun, saved on top of what was read, dropped or published. */
export const draftsOf = <More extends object = object>({ drafts, published, act, as, none }: Place) => {
  const remove = (work: Work, id: string) => sql`delete from ${sql.table(drafts)} where region = ${work.region} and id = ${id}`.execute(work.tx)

  const row = async (look: Look, id: string): Promise<Draft & More> => {
    const { rows } = await sql<Draft & More>`select * from ${sql.table(drafts)} where region = ${look.region} and id = ${id}`.execute(look.raw)
    if (!rows[0]) throw refuse('record.not-found')
    return rows[0]
  }

  return {
    row,

    /** The code that was wanted, numbered where it is taken. */
    freeCode: async (look: Look, wanted: string) => {
      const { rows } = await sql<{ code: string }>`
        select code from ${sql.table(published)} where region = ${look.region} union select code from ${sql.table(drafts)} where region = ${look.region}`.execute(
        look.raw,
      )
      const taken = new Set(rows.map((r) => r.code))
      for (let n = 1; ; n++) {
        const code = n === 1 ? wanted : `${wanted}-${n}`
        if (!taken.has(code)) return code
      }
    },

    /** Fails on the unique code where a draft of it is begun already. */
    begin: async (work: Work, code: string, definition: object, more: Bag = {}) => {
      const id = newId()
      const row = { region: work.region, id, code, definition: JSON.stringify(definition), made_by: work.by.personId, changed_at: work.at, ...more }
      const names = Object.keys(row).map((name) => sql.ref(name))
      await sql`insert into ${sql.table(drafts)} (${sql.join(names)}) values (${sql.join(Object.values(row))})`.execute(work.tx)
      work.ledger.act({ kind: `${act}.design-begun`, subject: id, data: { [as]: code } })
      return id
    },

    /** Refused where somebody has saved since it was read. */
    save: async (work: Work, id: string, version: number, definition: object, more: Bag = {}) => {
      const row = { definition: JSON.stringify(definition), changed_at: work.at, version: version + 1, ...more }
      const sets = Object.entries(row).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
      const done =
        await sql`update ${sql.table(drafts)} set ${sql.join(sets)} where region = ${work.region} and id = ${id} and version = ${version}`.execute(
          work.tx,
        )
      if (done.numAffectedRows === 0n) throw refuse('record.changed')
    },

    drop: async (work: Work, id: string) => {
      const { code } = await row(work, id)
      await remove(work, id)
      work.ledger.act({ kind: `${act}.design-dropped`, subject: id, data: { [as]: code } })
    },

    /** The draft is over: its definition is the newest revision now. */
    published: async (work: Work, id: string, { code, revision }: Published, because: string): Promise<Published> => {
      await remove(work, id)
      work.ledger.act({ kind: `${act}.published`, subject: id, data: { [as]: code, revision, because } })
      return { code, revision }
    },

    /** No revision of it is offered any more; `madeBy` spares those of other hands. */
    retire: async (work: Work, code: string, because: string, madeBy?: 'officer') => {
      const mine = madeBy ? sql`and made_by = ${madeBy}` : sql``
      const done =
        await sql`update ${sql.table(published)} set retired_at = ${work.at} where region = ${work.region} and code = ${code} and retired_at is null ${mine}`.execute(
          work.tx,
        )
      if (done.numAffectedRows === 0n) throw refuse(none)
      work.ledger.act({ kind: `${act}.retired`, subject: newId(), data: { [as]: code, because } })
    },
  }
}
