import type { Frame } from '@gongyou/contract/forms/index.ts'
import { type Look, anyOf } from '../../kit/db/database.ts'

/** Those of these persons who hold a title that stands. */
const honouredOf = async (look: Look, persons: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await look.db
    .selectFrom('skills.certificate')
    .select('person_id')
    .where('region', '=', look.region)
    .where('kind', '=', 'title')
    .where('withdrawn_on', 'is', null)
    .where('person_id', '=', anyOf(persons))
    .execute()
  return new Set(rows.flatMap((r) => r.person_id ?? []))
}

type Frames = (look: Look, persons: readonly string[]) => Promise<ReadonlyMap<string, Frame>>

/** What the registry knows of many persons, and whether each holds a title. */
export const knowingHonours =
  (framesOf: Frames): Frames =>
  async (look, persons) => {
    const [frames, honoured] = [await framesOf(look, persons), await honouredOf(look, persons)]
    return new Map([...frames].map(([id, frame]) => [id, { ...frame, 'person.honoured': honoured.has(id) }]))
  }
