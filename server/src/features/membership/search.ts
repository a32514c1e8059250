import { type RawBuilder, sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'

/**
 * More hits than this and the word is so common that walking the list in its own order finds a page sooner. Within one
 * town walking takes twenty times as long, so there more hits are looked up first.
 */
const many = { all: 3_000, part: 20_000 } as const

const lexeme = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
const pairs = (text: string) => {
  const signs = [...text]
  return signs.length < 2 ? signs : signs.slice(0, -1).map((sign, i) => sign + signs[i + 1]!)
}

type Wanted = { query: string; like: string | null }

/** What was typed as a text-search query over `people.person.search`; see migration 0031 for the keys. */
export const wantedOf = (typed: string): Wanted | null => {
  const q = typed.trim().replace(/[%_\\]/g, '')
  if (q === '') return null
  if (/^\d{3}[\dx]$/i.test(q)) return { query: `${lexeme(`m${q}`)} | ${lexeme(`i${q.toLowerCase()}`)}`, like: null }
  if (/^\d+$/.test(q)) return { query: `${lexeme(q)}${q.length < 11 ? ':*' : ''}`, like: null }
  if (/^[a-z' ]+$/i.test(q) && !/^[A-Z][a-z]/.test(q)) {
    const latin = q.toLowerCase().replace(/[^a-z]/g, '')
    return latin === '' ? null : { query: `${lexeme(latin)}:*`, like: null }
  }
  const found = pairs(q)
  // Pairs may meet out of order; the name itself is compared last, on the few that are left.
  return { query: found.map(lexeme).join(' & '), like: `%${q}%` }
}

const matches = (w: Wanted): RawBuilder<boolean> =>
  w.like ? sql<boolean>`(p.search @@ ${w.query}::tsquery and p.name like ${w.like})` : sql<boolean>`p.search @@ ${w.query}::tsquery`

// `null` means no limit to PostgreSQL.
const hits = (w: Wanted, most: number | null) => sql`select people.find(${w.query}::tsquery, ${w.like}, ${most}::int)`

const isCommon = async (look: Look, w: Wanted, limit: number) => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from (${hits(w, limit)}) x`.execute(look.raw)
  return rows[0]!.n >= limit
}

/**
 * Members who fit what was typed, as a predicate over `p`. Rare words are looked up first and only then joined: left to
 * itself the planner walks a million members in list order to find nine. Common words are better found by walking.
 */
export const fitting = async (look: Look, typed: string, reach: 'all' | 'part'): Promise<RawBuilder<boolean>> => {
  const w = wantedOf(typed)
  if (!w) return sql<boolean>`false`
  if (await isCommon(look, w, many[reach])) return matches(w)
  return sql<boolean>`m.person_id = any(array(${hits(w, null)}))`
}
