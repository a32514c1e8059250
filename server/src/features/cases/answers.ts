import { type Answers, type Form, type Frame, checkAnswers } from '@gongyou/contract/forms/index.ts'
import { sql } from 'kysely'
import type { Work } from '../../kit/db/database.ts'
import { anyOf } from '../../kit/db/database.ts'
import { fieldsOf, refuse } from '../../kit/refuse.ts'
import { namedAnswers } from '../registers/index.ts'
import type { Matter } from './matter.ts'

/** The answers tidied, or a refusal that names every field at once. */
export const readAnswers = (work: Work, form: Form, given: Answers, names: readonly string[], known: Frame): Answers => {
  const { answers, faults } = checkAnswers(form, given, { today: work.today, names, known })
  if (faults.length > 0) throw refuse('request.invalid', { fields: fieldsOf(faults, 'answers.') })
  return answers
}

type Held = { name: string; ids: string[] }

/** The files an answer holds. */
const filesIn = (form: Form, answers: Answers): Held[] =>
  Object.entries(answers).flatMap(([name, value]) => {
    const { kind } = form[name]!
    if (kind === 'files') return [{ name, ids: (value as { id: string }[]).map((f) => f.id) }]
    return kind === 'signature' ? [{ name, ids: [(value as { id: string }).id] }] : []
  })

/** Files must be one's own, or already belong to the case. */
const ownFiles = (work: Work, ids: readonly string[], caseId: string) =>
  work.db
    .selectFrom('documents.file as f')
    .select('f.id')
    .where('f.region', '=', work.region)
    .where('f.id', '=', anyOf(ids))
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

const refuseField = (name: string, message: string) => refuse('request.invalid', { fields: [{ path: `answers.${name}`, message }] })

/**
 * Records that are named must exist, and stand under the name of the registry. A person's name must have been known to
 * whoever names him: an identifier alone tells nobody who that is.
 */
export const mustPointRight = async (work: Work, form: Form, answers: Answers, caseId: string): Promise<Answers> => {
  const right = await namedAnswers(work, form, answers)
  for (const [name, value] of Object.entries(answers))
    if (form[name]!.kind === 'person' && (value as { name: string }).name !== (right[name] as { name: string }).name)
      throw refuseField(name, '名册里没有这一条，请重新选择')
  for (const { name, ids } of filesIn(form, answers)) {
    const found = await ownFiles(work, ids, caseId)
    if (new Set(found.map((f) => f.id)).size !== new Set(ids).size) throw refuseField(name, '附件不是您上传的，请重新上传')
  }
  return right
}

/** Files of the answers now belong to the case: whoever may read it may open them. */
export const keepPapers = async (work: Work, { row, service }: Matter, answers: Answers, actId: string | null) => {
  const rows = filesIn(service.form, answers).flatMap((h) =>
    h.ids.map((id) => ({ region: work.region, case_id: row.id, file_id: id, field: h.name, act_id: actId, added_at: work.at })),
  )
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
