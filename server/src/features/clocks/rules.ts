import type { RuleTerms } from '@gongyou/contract/clocks/rule-declaration.ts'
import type { Text } from '@gongyou/contract/kit/text.ts'
import type { Look } from '../../kit/db/database.ts'
import { limitOf, warnOf } from './row.ts'

export type KnownRule = RuleTerms & { code: string; revision: number; name: Text }

/** The revision of a rule that holds on a day: the newest that has begun, or the first where none has. */
export const ruleOn = async (look: Pick<Look, 'db' | 'region'>, code: string, on: string): Promise<KnownRule | undefined> => {
  const rows = await look.db
    .selectFrom('clocks.rule')
    .selectAll()
    .where('region', '=', look.region)
    .where('code', '=', code)
    .orderBy('revision', 'desc')
    .execute()
  const row = rows.find((r) => r.valid_from <= on) ?? rows.at(-1)
  return row && { code, revision: row.revision, name: row.name as Text, ...limitOf(row), extension: row.extension, warn: warnOf(row) }
}
