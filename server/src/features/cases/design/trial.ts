import type { Language } from '@gongyou/contract/kit/text.ts'
import { fromOf, actionsFrom, type Service } from '@gongyou/contract/cases/service.ts'
import { type Answers, holdsFor } from '@gongyou/contract/forms/index.ts'
import { type Work, anyOf } from '../../../kit/db/database.ts'
import { newId } from '../../../kit/ids.ts'
import { Refused, refuse } from '../../../kit/refuse.ts'
import { clocksOf, isRunning } from '../../clocks/index.ts'
import { readAnswers } from '../answers.ts'
import { peopleAt } from '../desks.ts'
import type { Engine } from '../engine.ts'
import { type Matter, frameOf } from '../matter.ts'
import { openCase } from '../open.ts'
import { publishService } from '../services.ts'
import { take } from '../step.ts'
import { openTasks } from '../tasks.ts'

type Step = { action: string; answers: Answers; said?: string | undefined }
type Stage = {
  action: { zh: string; en: string } | null
  state: { zh: string; en: string }
  stateCode: string
  final: boolean
  desks: { role: { zh: string; en: string } | null; who: string[] }[]
  clocks: { name: { zh: string; en: string }; dueOn: string }[]
  next: { code: string; name: { zh: string; en: string }; by: string }[]
  told: string[]
}
export type Trial = {
  stages: Stage[]
  refused: { step: number; says: string; fields: { path: string; message: string }[] } | null
  counted: { fact: string; amount: number }[]
}

/** Carries the result out of a transaction that must not be kept. */
export class TrialOver extends Error {
  readonly trial: Trial
  constructor(trial: Trial) {
    super('the trial is over')
    this.trial = trial
  }
}

const namesAt = async (work: Work, desks: readonly string[]) => {
  const ids = await peopleAt(work, desks)
  const people = await work.db
    .selectFrom('people.person')
    .select('name')
    .where('region', '=', work.region)
    .where('id', '=', anyOf(ids))
    .orderBy('name')
    .limit(20)
    .execute()
  return people.map((p) => p.name)
}

const stageOf = async (work: Work, { row, service }: Matter, action: string | null, toldBefore: number): Promise<Stage> => {
  const tasks = await openTasks(work, row.id)
  const seats = await work.tx
    .selectFrom('cases.seat')
    .select(['task_id', 'desk'])
    .where('region', '=', work.region)
    .where('case_id', '=', row.id)
    .execute()
  const clocks = (await clocksOf(work, [row.id])).get(row.id) ?? []
  const messages = await work.tx
    .selectFrom('notices.message')
    .select('title')
    .where('region', '=', work.region)
    .where('created_at', '=', work.at)
    .orderBy('id')
    .offset(toldBefore)
    .execute()
  return {
    action: action ? service.actions[action]!.name : null,
    state: service.states[row.state]!.name,
    stateCode: row.state,
    final: row.closed_at !== null,
    desks: await Promise.all(
      tasks.map(async (t) => ({
        role: t.role ? (service.roles[t.role]?.name ?? null) : null,
        who: await namesAt(
          work,
          seats.filter((s) => s.task_id === t.id).map((s) => s.desk),
        ),
      })),
    ),
    clocks: clocks.filter(isRunning).map((c) => ({ name: c.name, dueOn: c.dueOn })),
    next: row.closed_at
      ? []
      : actionsFrom(service, row.state).map(([code, a]) => ({
          code,
          name: a.name,
          by: a.by === 'applicant' ? '申请人' : service.roles[a.by]!.name.zh,
        })),
    told: [...new Set(messages.map((m) => (m.title as { zh: string }).zh))],
  }
}

const takeAnyway = async (work: Work, engine: Engine, matter: Matter, step: Step) => {
  const action = Object.hasOwn(matter.service.actions, step.action) ? matter.service.actions[step.action] : undefined
  if (!action || !fromOf(action).includes(matter.row.state)) throw refuse('cases.not-from-here')
  if (action.wordsNeeded && !step.said?.trim()) throw refuse('cases.words-needed')
  const known = await frameOf(work, engine, matter)
  const answers = readAnswers(work, matter.service.form, step.answers, action.asks ?? [], known)
  if (action.when && !holdsFor(action.when, { ...known, ...answers })) throw refuse('cases.condition-not-met')
  const task = (await openTasks(work, matter.row.id)).find((t) => t.role === action.by) ?? null
  // What an effect would do outside the case is left out of a trial.
  const { effect: _, fills: __, ...harmless } = action
  await take(work, engine, matter, { name: step.action, action: harmless, answers, said: step.said ?? null, task })
}

/**
 * Tries a design for real: publishes it, opens a case, takes the steps as whoever would take them, and reports who would
 * have it, by when, and who would be told. The caller throws the transaction away.
 */
export const tryOut = async (
  work: Work,
  engine: Engine,
  design: Service,
  orgId: string,
  answers: Answers,
  steps: readonly Step[],
  language: Language,
): Promise<Trial> => {
  const org = await work.db
    .selectFrom('organisations.org')
    .select(['id', 'name', 'town'])
    .where('region', '=', work.region)
    .where('id', '=', orgId)
    .executeTakeFirst()
  if (!org) throw refuse('cases.no-such-place')
  // Under a name of its own: nothing that remembers published revisions may meet a trial.
  const service = { ...design, code: `trial-${newId().slice(-12)}` }
  await publishService(work, service, { by: 'officer', because: '试办' })
  const trial: Trial = { stages: [], refused: null, counted: [] }
  let at = 0
  let told = 0
  const add = async (matter: Matter, action: string | null) => {
    const stage = await stageOf(work, matter, action, told)
    told = (
      await work.tx
        .selectFrom('notices.message')
        .select((e) => e.fn.countAll<number>().as('n'))
        .where('region', '=', work.region)
        .where('created_at', '=', work.at)
        .executeTakeFirstOrThrow()
    ).n
    trial.stages.push(stage)
  }
  try {
    // Conditions on persons cannot be tried without a person; they are checked when somebody applies.
    const matter = await openCase(work, engine, {
      service: { ...service, rules: [] },
      org,
      answers,
      channel: 'office',
      title: `试办：${service.title.zh}`,
    })
    matter.service = service
    await add(matter, null)
    for (const [i, step] of steps.entries()) {
      at = i + 1
      await takeAnyway(work, engine, matter, step)
      await add(matter, step.action)
    }
    for (const statement of await work.ledger.close()) await work.tx.executeQuery(statement)
    trial.counted = (
      await work.tx
        .selectFrom('ledger.fact')
        .select(['fact', 'amount'])
        .where('region', '=', work.region)
        .where('dims', '@>', JSON.stringify({ service: service.code }))
        .execute()
    ).map((f) => ({ fact: f.fact, amount: f.amount }))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    trial.refused = { step: at, says: error.in(language), fields: error.fieldsIn(language) ?? [] }
  }
  return trial
}
