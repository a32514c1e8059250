import { questionsOf } from '@gongyou/contract/activities/kind.ts'
import type { Eligibility } from '@gongyou/contract/activities/kind.ts'
import type { OpenActivity } from '@gongyou/contract/activities/shapes.ts'
import type { Field, Form } from '@gongyou/contract/forms/index.ts'
import { closedFields } from '@gongyou/contract/forms/index.ts'
import { type Text, t } from '@gongyou/contract/kit/text.ts'
import type { Look } from '../../../kit/db/database.ts'
import { refuse } from '../../../kit/refuse.ts'
import { findActivity, poolsOf, sessionsOf } from '../rows.ts'
import { lineOf, lineView } from './lines.ts'
import { mySignUps } from './mine.ts'
import { poolViews, sessionView } from './parts.ts'

/** What the plan says, in words for everybody; money and files stay in the office. */
const worded = (field: Field, value: unknown): Text | undefined => {
  if (field.kind === 'choice') return field.options.find((o) => o.code === value)?.label
  if (field.kind === 'many') return joined(field.options.filter((o) => (value as string[]).includes(o.code)).map((o) => o.label))
  if (field.kind === 'number') return t(`${String(value)}${field.unit?.zh ?? ''}`, `${String(value)} ${field.unit?.en ?? ''}`.trim())
  return (field.kind === 'text' || field.kind === 'date') && typeof value === 'string' ? t(value, value) : undefined
}
const joined = (parts: readonly Text[]): Text => t(parts.map((p) => p.zh).join('、'), parts.map((p) => p.en).join(', '))

const shown = (form: Form, answers: Readonly<Record<string, unknown>>) => {
  const shut = new Set(closedFields(form))
  return Object.entries(form).flatMap(([name, field]) => {
    const value = answers[name]
    const words = value === undefined || shut.has(name) || field.secrecy === 'P2' ? undefined : worded(field, value)
    return words ? [{ label: field.label, value: words }] : []
  })
}

/** What everybody may read of a public activity; drafts are of the office alone. */
export const openActivity = async (look: Look, id: string): Promise<OpenActivity> => {
  const { row, kind } = await findActivity(look, id)
  if (row.published_at === null || row.template) throw refuse('record.not-found')
  const sessions = await sessionsOf(look, id)
  const own = row.rules as Eligibility[]
  return {
    ...(await lineView(look, (await lineOf(look, id))!)),
    about: row.about,
    contact: row.contact,
    whole: row.whole,
    partyMost: row.party_most,
    answers: shown(kind.form, row.answers as Record<string, unknown>),
    questions: questionsOf(kind, row.questions as Form),
    rules: [...(kind.rules ?? []), ...own].map((r) => r.says),
    first: (kind.first ?? []).map((f) => f.says),
    matches: kind.match !== undefined,
    sessionList: sessions.map(sessionView),
    pools: await poolViews(look, await poolsOf(look, id), sessions, row.whole),
    because: row.because,
    mine: look.by.personId ? await mySignUps(look, look.by.personId, id) : [],
  }
}
