import { countingWays, newFormOccupations, joinChannels, organisationKinds, placeKinds, towns, venueKinds } from '@gongyou/contract/codes/index.ts'
import type { Look } from '../../kit/db/database.ts'

type Entry = { readonly code: string; readonly zh: string }
const inList = (list: readonly Entry[]) => {
  const names = new Map(list.map((e) => [e.code, e.zh]))
  return (key: string) => names.get(key) ?? key
}
const lists: Record<string, (key: string) => string> = {
  town: inList(towns),
  channel: inList(joinChannels),
  occupation: inList(newFormOccupations),
  kind: inList(organisationKinds),
  venueKind: inList(venueKinds),
  way: inList(countingWays),
  placeKind: inList(placeKinds),
  month: (key) => `${key.slice(0, 4)}年${Number(key.slice(5))}月`,
}

/** How the groups of a dimension are called; a missing value is said to be missing, not hidden. */
export const labelsOf = async (look: Look, by: string | undefined, keys: readonly (string | null)[]): Promise<(key: string | null) => string> => {
  const nameless = '未登记'
  if (by === 'org') {
    const ids = keys.filter((k): k is string => k !== null)
    const rows =
      ids.length > 0
        ? await look.db.selectFrom('organisations.org').select(['id', 'name']).where('region', '=', look.region).where('id', 'in', ids).execute()
        : []
    const names = new Map(rows.map((r) => [r.id, r.name]))
    return (key) => (key === null ? nameless : (names.get(key) ?? key))
  }
  const label = by ? lists[by] : undefined
  return (key) => (key === null ? nameless : (label?.(key) ?? key))
}
