import { towns } from '@gongyou/contract/codes/index.ts'
import { type Text, t } from '@gongyou/contract/kit/text.ts'
import type { Look } from '../../kit/db/database.ts'
import { type Catalogue, dimensionOf } from './catalogue.ts'

/** A missing value is said to be missing, not hidden. */
const nameless = t('未登记', 'Not recorded')
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const monthName = (key: string) => {
  const [year, month] = [key.slice(0, 4), Number(key.slice(5))]
  return t(`${year}年${month}月`, `${months[month - 1]} ${year}`)
}

const unionNames = async (look: Look, keys: readonly (string | null)[]) => {
  const ids = keys.filter((k): k is string => k !== null)
  if (ids.length === 0) return new Map<string, Text>()
  const rows = await look.db.selectFrom('organisations.org').select(['id', 'name']).where('region', '=', look.region).where('id', 'in', ids).execute()
  return new Map(rows.map((r) => [r.id, t(r.name, r.name)]))
}

/** How the groups of a dimension are called. */
export const labelsOf = async (look: Look, catalogue: Catalogue, fact: string, by: string, keys: readonly (string | null)[]) => {
  const { values, namesOf } = dimensionOf(catalogue, fact, by)
  const list = by === 'town' ? towns : values
  const names =
    by === 'org' ? await unionNames(look, keys) : list ? new Map<string, Text>(list.map((e) => [e.code, t(e.zh, e.en)])) : await namesOf?.(look)
  return (key: string | null): Text => (key === null ? nameless : by === 'month' ? monthName(key) : (names?.get(key) ?? t(key, key)))
}
