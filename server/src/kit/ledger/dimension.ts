import type { CodeList } from '@gongyou/contract/codes/code-list.ts'
import type { Text } from '@gongyou/contract/kit/text.ts'
import type { Look } from '../db/database.ts'

/** How a dimension of facts is called, and how its values are called: a code list, or names that the database knows. */
export type Dimension = {
  readonly name: Text
  readonly values?: CodeList
  readonly namesOf?: (look: Look) => Promise<ReadonlyMap<string, Text>>
}

/** Dimensions by their key; `fact.key` where a key means something else in one fact. */
export type Dimensions = Readonly<Record<string, Dimension>>

const said = (zh: string, en: string) => ({ zh, en })
/** Yes and no as acts write them. */
export const yesNo: CodeList = [
  { code: 'true', ...said('是', 'Yes') },
  { code: 'false', ...said('否', 'No') },
]
