import type { Text } from '@gongyou/contract/kit/text.ts'
import type { Register } from '@gongyou/contract/registers/register.ts'
import { shownMasked } from '@gongyou/contract/registers/shown.ts'
import { sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { openRegister } from './definitions.ts'

/** A column as it is read: numbers with their unit. */
const factOf = (register: Register, column: string, value: unknown): Text => {
  const field = register.form[column]
  const said = shownMasked(register, column, value)
  return field?.kind === 'number' && field.unit && said.zh ? { zh: `${said.zh} ${field.unit.zh}`, en: `${said.en} ${field.unit.en}` } : said
}

/** Entries of an open register that stand today, by a part of their name, for whoever fills in a form: the name and what the list shows of it. */
export const findOpenEntries = async (look: Look, code: string, q: string, limit = 12) => {
  const register = await openRegister(look, code)
  if (!register.open) throw refuse('registers.no-such-register')
  const typed = q.trim().toLowerCase()
  const rows = await look.db
    .selectFrom('registers.entry')
    .select(['id', 'title', 'town', 'answers'])
    .where('region', '=', look.region)
    .where('register', '=', code)
    .where('ended_on', 'is', null)
    .where('valid_from', '<=', look.today)
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>=', look.today)]))
    .$if(typed !== '', (x) => x.where(sql<boolean>`position(${typed} in lower(title)) > 0`))
    .orderBy(sql`length(title)`)
    .orderBy('title')
    .limit(limit)
    .execute()
  return rows.map((r) => {
    const facts = register.columns.map((c) => factOf(register, c, (r.answers as Record<string, unknown>)[c])).filter((f) => f.zh)
    return {
      id: r.id,
      name: r.title,
      town: r.town,
      about: facts
        .map((f) => f.zh)
        .join(' · ')
        .slice(0, 120),
      facts,
    }
  })
}
