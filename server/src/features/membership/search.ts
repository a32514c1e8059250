import { type RawBuilder, sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'

/** More hits than this and the word is so common that walking the list in its own order finds a page sooner. */
const many = 20_000

const lexeme = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
const pairs = (text: string) => {
  const signs = [...text]
  return signs.length < 2 ? signs : signs.slice(0, -1).map((sign, i) => sign + signs[i + 1]!)
}

type Wanted = { query: string; like: string | null; maybeCommon: boolean }

/** What was typed as a text-search query over `people.person.search`; see migration 0031 for the keys. */
export const wantedOf = (typed: string): Wanted | null => {
  const q = typed.trim().replace(/[%_\\]/g, '')
  if (q === '') return null
  if (/^\d{3}[\dx]$/i.test(q)) return { query: `${lexeme(`m${q}`)} | ${lexeme(`i${q.toLowerCase()}`)}`, like: null, maybeCommon: false }
  if (/^\d+$/.test(q)) return { query: `${lexeme(q)}${q.length < 11 ? ':*' : ''}`, like: null, maybeCommon: q.length < 7 }
  if (/^[a-z' ]+$/i.test(q) && !/^[A-Z][a-z]/.test(q)) {
    const latin = q.toLowerCase().replace(/[^a-z]/g, '')
    return latin === '' ? null : { query: `${lexeme(latin)}:*`, like: null, maybeCommon: latin.length < 6 }
  }
  const found = pairs(q)
  // Pairs may meet out of order; the name itself is compared last, on the few that are left.
  return { query: found.map(lexeme).join(' & '), like: `%${q}%`, maybeCommon: found.length === 1 && [...q].length === 1 }
}

const matches = (w: Wanted, person: string): RawBuilder<boolean> =>
  w.like ? sql<boolean>`(${sql.ref(`${person}.search`)} @@ ${w.query}::tsquery and ${sql.ref(`${person}.name`)} like ${w.like})` : sql<boolean>`${sql.ref(`${person}.search`)} @@ ${w.query}::tsquery`

const isCommon = async (look: Look, w: Wanted) => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from (select 1 from people.person p where p.region = ${look.region} and ${matches(w, 'p')} limit ${many}) x`.execute(look.raw)
  return rows[0]!.n >= many
}

/**
 * Members who fit what was typed, as a predicate over `p`. Rare words are looked up first and only then joined: left to
 * itself the planner walks a million members in list order to find nine. Common words are better found by walking.
 */
export const fitting = async (look: Look, typed: string): Promise<RawBuilder<boolean>> => {
  const w = wantedOf(typed)
  if (!w) return sql<boolean>`false`
  if (w.maybeCommon && (await isCommon(look, w))) return matches(w, 'p')
  return sql<boolean>`m.person_id = any(array(select h.id from people.person h where h.region = ${look.region} and ${matches(w, 'h')}))`
}
