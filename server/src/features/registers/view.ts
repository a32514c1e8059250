import type { Field } from '@gongyou/contract/forms/index.ts'
import { type Text, t } from '@gongyou/contract/kit/text.ts'
import type { EntryChange, EntryView } from '@gongyou/contract/registers/shapes.ts'
import { shown } from '@gongyou/contract/registers/shown.ts'
import { renewableFrom, stateOf } from '@gongyou/contract/registers/validity.ts'
import { type Actor, holds } from '../../kit/actor.ts'
import type { Look } from '../../kit/db/database.ts'
import { closedFields } from '@gongyou/contract/forms/index.ts'
import { reachOf } from '../organisations/index.ts'
import { registerOf } from './definitions.ts'
import { type Entry, entryWithin } from './entry.ts'
import type { Turned } from './history.ts'

/** As it is stored: of a sealed field only that it changed, and whether it is empty now. */
type Line = Turned & { sealed?: true; emptied?: boolean }
type SpanSaid = { from: string; to: string | null }
const asText = (text: string): Text => ({ zh: text, en: text })

/** What is no field of the form, by the name under which the history keeps it. */
const besides: Readonly<Record<string, { label: Text; say: (value: unknown) => Text }>> = {
  '@valid': {
    label: t('有效期', 'Validity'),
    say: (v) => {
      const { from, to } = v as SpanSaid
      return to ? t(`${from} 至 ${to}`, `${from} to ${to}`) : t(`${from} 起`, `from ${from}`)
    },
  },
  '@org': { label: t('所属组织', 'Organisation'), say: (v) => asText((v as { name: string }).name) },
  '@ended': { label: t('终止日期', 'Ended on'), say: (v) => asText(String(v)) },
}

/** A field as it was called and read before a change and after it. */
type Fields = { before: Field | undefined; after: Field | undefined }

const changeOf = (name: string, fields: Fields, turned: Line): EntryChange['changes'][number] => {
  const special = besides[name]
  const say = (field: Field | undefined, v: unknown) =>
    v === null || v === undefined ? null : special ? special.say(v) : field ? shown(field, v) : asText(JSON.stringify(v))
  return {
    field: name,
    label: special?.label ?? (fields.after ?? fields.before)?.label ?? asText(name),
    before: turned.sealed ? null : say(fields.before ?? fields.after, turned.before),
    after: turned.sealed ? null : say(fields.after ?? fields.before, turned.after),
    sealed: turned.sealed ?? false,
    emptied: turned.sealed ? turned.emptied === true : turned.after === null,
  }
}

/** The history of an entry, newest first, each line in the words of the revision it was written under. */
const historyOf = async (look: Look, { row }: Entry): Promise<EntryChange[]> => {
  const lines = await look.db
    .selectFrom('registers.entry_change')
    .selectAll()
    .where('region', '=', look.region)
    .where('entry_id', '=', row.id)
    .orderBy('seq', 'desc')
    .execute()
  return Promise.all(
    lines.map(async (l, i) => {
      const then = await registerOf(look, row.register, l.revision)
      const before = await registerOf(look, row.register, lines[i + 1]?.revision ?? l.revision)
      return {
        seq: l.seq,
        op: l.op as EntryChange['op'],
        at: l.at.toISOString(),
        by: l.by_name,
        because: l.because,
        source: l.source as EntryChange['source'],
        sourceId: l.source_id,
        revision: l.revision,
        changes: inOrder(
          Object.entries(l.changes as Record<string, Line>).map(([name, turned]) =>
            changeOf(name, { before: before.form[name], after: then.form[name] }, turned),
          ),
          Object.keys(then.form),
        ),
      }
    }),
  )
}

const inOrder = (changes: EntryChange['changes'], names: readonly string[]) => changes.sort((a, b) => names.indexOf(a.field) - names.indexOf(b.field))

const mayOf = async (look: Look, by: Actor, { row, register }: Entry): Promise<EntryView['may']> => {
  const reach = await reachOf(look, 'registers.edit')
  const edits = reach === 'all' || reach.includes(row.org_id)
  const unmasks = await reachOf(look, 'people.unmask')
  const opens = row.sealed !== null && holds(by, 'people.unmask') && (unmasks === 'all' || unmasks.includes(row.org_id))
  return [
    ...(edits && !row.ended_on ? (['change'] as const) : []),
    ...(edits && !row.ended_on && register.validity && row.valid_to ? (['renew'] as const) : []),
    ...(edits && !row.ended_on ? (['end'] as const) : []),
    ...(edits && row.ended_on ? (['restore'] as const) : []),
    ...(opens ? (['unseal'] as const) : []),
  ]
}

/** Which sealed fields hold an answer can be told without the key: the history says when one was filled and when emptied. */
const sealedNames = (entry: Entry, history: readonly EntryChange[]) =>
  closedFields(entry.register.form).filter((name) => {
    const newest = history.flatMap((l) => l.changes.filter((c) => c.field === name))[0]
    return newest !== undefined && !newest.emptied
  })

/** The entry as a screen needs it. */
export const entryView = async (look: Look, id: string): Promise<EntryView> => {
  const entry = await entryWithin(look, id, 'registers.read')
  const { row, register } = entry
  const name = async (table: 'organisations.org' | 'people.person' | 'organisations.employer', of: string | null) =>
    of
      ? ((await look.db.selectFrom(table).select(['id', 'name']).where('region', '=', look.region).where('id', '=', of).executeTakeFirst()) ?? null)
      : null
  const span = { from: row.valid_from, to: row.valid_to }
  const history = await historyOf(look, entry)
  return {
    id: row.id,
    register,
    revision: row.revision,
    title: row.title,
    org: (await name('organisations.org', row.org_id))!,
    person: await name('people.person', row.person_id),
    employer: await name('organisations.employer', row.employer_id),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    state: stateOf({ ...span, endedOn: row.ended_on }, look.today),
    answers: row.answers as Record<string, unknown>,
    sealed: sealedNames(entry, history),
    endedOn: row.ended_on,
    endedBecause: row.ended_because,
    source: row.source as EntryView['source'],
    sourceId: row.source_id,
    may: await mayOf(look, look.by, entry),
    renewableFrom: row.ended_on ? null : renewableFrom(register, span),
    history,
    version: row.version,
  }
}
