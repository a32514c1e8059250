import { ops } from '@gongyou/contract/cases/ops.ts'
import { startFields } from '@gongyou/contract/cases/service.ts'
import type { CaseAct, CaseView } from '@gongyou/contract/cases/shapes.ts'
import type { Answers } from '@gongyou/contract/forms/index.ts'
import { maskPhone } from '@gongyou/contract/kit/masking.ts'
import type { Look } from '../../kit/db/database.ts'
import { anyOf } from '../../kit/db/database.ts'
import { clocksOf } from '../clocks/index.ts'
import { papersOf } from '../papers/index.ts'
import { type Standing, readMatter } from './access.ts'
import { peopleAt } from './desks.ts'
import type { Engine } from './engine.ts'
import { linesOf } from './lines.ts'
import { type Matter, allAnswers, frameOf } from './matter.ts'
import { nextSteps, waysOf } from './offers.ts'
import { closedFields } from './secrecy.ts'
import { verdictsOf } from './snapshot.ts'
import { canRecall, earlierStates } from './ways/sending-back.ts'

const actsOf = async (look: Look, { row, service }: Matter, office: boolean): Promise<CaseAct[]> => {
  const acts = await look.db
    .selectFrom('cases.act')
    .selectAll()
    .where('region', '=', look.region)
    .where('case_id', '=', row.id)
    .$if(!office, (q) => q.where((e) => e.or([e('seen_by', '=', 'applicant'), e('op', 'in', ['step', 'sent_back', 'transferred'])])))
    .orderBy('seq')
    .execute()
  return acts.map((a) => {
    const action = a.action ? service.actions[a.action] : undefined
    // To the applicant an internal opinion is not shown, only that the step was taken.
    const open = office || a.seen_by === 'applicant'
    return {
      id: a.id,
      seq: a.seq,
      op: a.op,
      name: action?.name ?? ops[a.op as keyof typeof ops],
      from: a.from_state === a.to_state ? null : (service.states[a.from_state]?.name ?? null),
      to: a.from_state === a.to_state ? null : (service.states[a.to_state]?.name ?? null),
      by: a.by_name,
      said: open ? a.said : null,
      seenBy: a.seen_by as CaseAct['seenBy'],
      answers: open ? (a.answers as CaseAct['answers']) : null,
      detail: office ? (a.detail as CaseAct['detail']) : null,
      at: a.at.toISOString(),
    }
  })
}

const tasksOf = async (look: Look, { row, service }: Matter, standing: Standing): Promise<CaseView['tasks']> => {
  const seats = await look.db
    .selectFrom('cases.seat')
    .select(['task_id', 'desk'])
    .where('region', '=', look.region)
    .where('case_id', '=', row.id)
    .execute()
  const people = await look.db
    .selectFrom('people.person')
    .select(['id', 'name'])
    .where('region', '=', look.region)
    .where(
      'id',
      '=',
      anyOf(
        await peopleAt(
          look,
          seats.map((s) => s.desk),
        ),
      ),
    )
    .execute()
  return Promise.all(
    standing.open.map(async (t) => {
      const at = new Set(
        await peopleAt(
          look,
          seats.filter((s) => s.task_id === t.id).map((s) => s.desk),
        ),
      )
      return {
        id: t.id,
        kind: t.kind,
        role: t.role ? (service.roles[t.role]?.name ?? null) : null,
        who: people.filter((p) => at.has(p.id) || p.id === t.holder_id).map((p) => p.name),
        asks: t.asks,
        openedAt: t.opened_at.toISOString(),
        mine: standing.tasks.some((m) => m.id === t.id),
      }
    }),
  )
}

const filesOf = async (look: Look, caseId: string, office: boolean): Promise<CaseView['papers']> => {
  const rows = await look.db
    .selectFrom('cases.paper as p')
    .innerJoin('documents.file as f', (j) => j.onRef('f.region', '=', 'p.region').onRef('f.id', '=', 'p.file_id'))
    .leftJoin('cases.act as a', (j) => j.onRef('a.region', '=', 'p.region').onRef('a.id', '=', 'p.act_id'))
    .select(['f.id', 'f.name', 'f.bytes', 'f.media_type', 'p.added_at', 'p.field', 'a.seen_by'])
    .where('p.region', '=', look.region)
    .where('p.case_id', '=', caseId)
    .where('f.removed_at', 'is', null)
    .orderBy('p.added_at')
    .execute()
  return rows
    .filter((r) => office || r.field !== null || r.seen_by === 'applicant')
    .map((r) => ({ id: r.id, name: r.name, bytes: r.bytes, mediaType: r.media_type, addedAt: r.added_at.toISOString(), field: r.field }))
}

const linksOf = async (look: Look, caseId: string): Promise<CaseView['links']> =>
  (
    await look.db.selectFrom('cases.link').selectAll().where('region', '=', look.region).where('case_id', '=', caseId).orderBy('created_at').execute()
  ).map((l) => ({
    id: l.id,
    party: l.party,
    asks: l.asks,
    purpose: l.purpose,
    expiresAt: l.expires_at.toISOString(),
    openedAt: l.opened_at?.toISOString() ?? null,
    repliedAt: l.replied_at?.toISOString() ?? null,
    reply: l.reply,
    revoked: l.revoked_at !== null,
  }))

const relatedOf = async (look: Look, { row }: Matter): Promise<CaseView['related']> =>
  (
    await look.db
      .selectFrom('cases.matter')
      .select(['id', 'number', 'title', 'origin', 'closed_at'])
      .where('region', '=', look.region)
      .where((e) => e.or([e('origin_id', '=', row.id), ...(row.origin_id ? [e('id', '=', row.origin_id)] : [])]))
      .orderBy('opened_at')
      .limit(50)
      .execute()
  ).map((m) => ({
    id: m.id,
    number: m.number,
    title: m.title,
    origin: (m.id === row.origin_id ? row.origin : m.origin) ?? 'copy',
    closed: m.closed_at !== null,
  }))

const personOf = async (look: Look, id: string | null, office: boolean): Promise<CaseView['person']> => {
  const p = id
    ? await look.db
        .selectFrom('people.person')
        .select(['id', 'name', 'mobile'])
        .where('region', '=', look.region)
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined
  return p ? { id: p.id, name: p.name, mobile: p.mobile ? (office ? maskPhone(p.mobile) : p.mobile) : null } : null
}

/** What the person said, and what was filled in with words meant for him; what the office notes for itself is not his to read. */
const forApplicant = ({ service }: Matter, acts: readonly CaseAct[], all: Answers): CaseView['answers'] => {
  const told = Object.values(service.actions).filter((a) => a.by === 'applicant' || a.words === 'answer')
  const names = new Set([...startFields(service), ...told.flatMap((a) => a.asks ?? []), ...acts.flatMap((a) => Object.keys(a.answers ?? {}))])
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)))
}

/** One case as the caller may see it: the applicant sees the public side, the office all of it but what is sealed. */
export const caseView = async (look: Look, engine: Engine, id: string): Promise<CaseView> => viewOf(look, engine, await readMatter(look, id))

export const viewOf = async (look: Look, engine: Engine, { matter, standing }: { matter: Matter; standing: Standing }): Promise<CaseView> => {
  const { row, service } = matter
  const office =
    standing.overseer || standing.reader || standing.copied || standing.tasks.some((t) => t.kind !== 'applicant' && t.kind !== 'supplement')
  const [line] = await linesOf(look, [row])
  const acts = await actsOf(look, matter, office)
  const frame = await frameOf(look, engine, matter)
  const all = allAnswers(engine, matter)
  const supplement = standing.open.find((t) => t.kind === 'supplement')
  const extension = standing.open.find((t) => t.kind === 'extension')
  const been = new Set(acts.flatMap((a) => (a.to ? [a.to.zh] : [])).concat(service.states[service.begins]!.name.zh))
  const clocks = (await clocksOf(look, [row.id])).get(row.id) ?? []
  const next = nextSteps(matter, standing, look.by, frame)
  return {
    ...line!,
    revision: row.revision,
    restricted: row.restricted,
    summary: service.summary,
    stateCode: row.state,
    states: Object.entries(service.states).map(([code, s]) => ({
      code,
      name: s.name,
      says: s.says ?? null,
      final: s.final ?? false,
      been: been.has(s.name.zh),
    })),
    form: service.form,
    asksAtStart: [...startFields(service)],
    // One's own sealed answers are one's own; the office opens them in an audited act.
    answers: standing.applicant ? forApplicant(matter, acts, all) : (row.answers as CaseView['answers']),
    sealed: standing.applicant ? [] : closedFields(service.form).filter((name) => name in all),
    person: await personOf(look, row.applicant_id, office),
    union: row.applicant_org_id ? { id: row.applicant_org_id, name: line!.applicant ?? '' } : null,
    clocks,
    tasks: office ? await tasksOf(look, matter, standing) : [],
    asked: supplement ? { says: supplement.asks, fields: (supplement.held as { fields: string[] } | null)?.fields ?? [] } : null,
    extension: office && extension ? (extension.held as CaseView['extension']) : null,
    next,
    ways: waysOf(look, matter, standing, {
      canStep: next.length > 0,
      canRecall: await canRecall(look, matter, standing),
      canExtend: clocks.some((c) => c.mayExtend > 0),
    }),
    backTo: office ? (await earlierStates(look, matter)).map((state) => ({ state, name: service.states[state]!.name })) : [],
    acts,
    farewell: false,
    papers: await filesOf(look, row.id, office),
    official: (await papersOf(look, { kind: 'case', id: row.id }))
      .filter((p) => office || p.state === 'issued' || p.state === 'sealed')
      .map(({ id, title, number, state }) => ({ id, title, number, state })),
    links: office ? await linksOf(look, row.id) : [],
    led: (await engine.led[row.service]?.(look, matter)) ?? [],
    related: await relatedOf(look, matter),
    checks: office ? verdictsOf(service, frame).map(({ says, weight, holds }) => ({ says, weight, holds })) : [],
  }
}
