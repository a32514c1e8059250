import { type Answers, type Form, type Frame, checkAnswers } from '@gongyou/contract/forms/index.ts'
import { sql } from 'kysely'
import type { Work } from '../../kit/db/database.ts'
import { anyOf } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import type { Matter } from './matter.ts'

/** The answers tidied, or a refusal that names every field at once. */
export const readAnswers = (work: Work, form: Form, given: Answers, names: readonly string[], known: Frame): Answers => {
  const { answers, faults } = checkAnswers(form, given, { today: work.today, names, known })
  if (faults.length > 0) throw refuse('request.invalid', { fields: faults.map((f) => ({ path: `answers.${f.path}`, message: f.says.zh })) })
  return answers
}

type Held = { name: string; kind: string; ids: string[] }

/** The records and files an answer points to. */
const pointsTo = (form: Form, answers: Answers): Held[] =>
  Object.entries(answers).flatMap(([name, value]) => {
    const kind = form[name]!.kind
    if (kind === 'files') return [{ name, kind: 'file', ids: (value as { id: string }[]).map((f) => f.id) }]
    if (kind === 'signature') return [{ name, kind: 'file', ids: [(value as { id: string }).id] }]
    if (kind === 'person' || kind === 'organisation') return [{ name, kind, ids: [(value as { id: string }).id] }]
    if (kind === 'employer' && (value as { id?: string }).id) return [{ name, kind, ids: [(value as { id: string }).id] }]
    return []
  })

const tables = { person: 'people.person', organisation: 'organisations.org', employer: 'organisations.employer' } as const

/** Records that are named must exist; files must be one's own, or already belong to the case. */
export const mustPointRight = async (work: Work, form: Form, answers: Answers, caseId: string) => {
  for (const held of pointsTo(form, answers)) {
    const found =
      held.kind === 'file'
        ? await work.db
            .selectFrom('documents.file as f')
            .select('f.id')
            .where('f.region', '=', work.region)
            .where('f.id', '=', anyOf(held.ids))
            .where('f.removed_at', 'is', null)
            .where((e) =>
              e.or([
                e('f.created_by', '=', work.by.personId),
                e('f.owner_person_id', '=', work.by.personId),
                e.exists(
                  e
                    .selectFrom('cases.paper as p')
                    .select('p.file_id')
                    .where('p.region', '=', work.region)
                    .where('p.case_id', '=', caseId)
                    .whereRef('p.file_id', '=', 'f.id'),
                ),
              ]),
            )
            .execute()
        : await work.db
            .selectFrom(tables[held.kind as keyof typeof tables])
            .select('id')
            .where('region', '=', work.region)
            .where('id', '=', anyOf(held.ids))
            .execute()
    if (new Set(found.map((f) => f.id)).size === new Set(held.ids).size) continue
    const message = held.kind === 'file' ? '附件不是您上传的，请重新上传' : '名册里没有这一条，请重新选择'
    throw refuse('request.invalid', { fields: [{ path: `answers.${held.name}`, message }] })
  }
}

/** Files of the answers now belong to the case: whoever may read it may open them. */
export const keepPapers = async (work: Work, { row, service }: Matter, answers: Answers, actId: string | null) => {
  const rows = pointsTo(service.form, answers)
    .filter((h) => h.kind === 'file')
    .flatMap((h) => h.ids.map((id) => ({ region: work.region, case_id: row.id, file_id: id, field: h.name, act_id: actId, added_at: work.at })))
  if (rows.length > 0)
    await work.tx
      .insertInto('cases.paper')
      .values(rows)
      .onConflict((c) => c.columns(['region', 'case_id', 'file_id']).doNothing())
      .execute()
}

/** What the person told once: kept under what it asks for, offered in the next form, never what is secret. */
export const remember = async (work: Work, form: Form, answers: Answers, personId: string) => {
  const rows = Object.entries(answers).flatMap(([name, value]) => {
    const field = form[name]!
    return field.asks && field.secrecy !== 'P3' ? [{ asks: field.asks, value }] : []
  })
  if (rows.length > 0)
    await sql`insert into cases.memory (region, person_id, asks, value, said_at)
      select ${work.region}, ${personId}, r.asks, r.value, ${work.at} from json_to_recordset(${JSON.stringify(rows)}::json) as r(asks text, value json)
      on conflict (region, person_id, asks) do update set value = excluded.value, said_at = excluded.said_at`.execute(work.tx)
}
