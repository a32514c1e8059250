import type { NextStep, Way } from '@gongyou/contract/cases/shapes.ts'
import { actionsFrom } from '@gongyou/contract/cases/service.ts'
import { type Frame, holdsFor, namesIn } from '@gongyou/contract/forms/index.ts'
import { type Actor, holds } from '../../kit/actor.ts'
import type { Look } from '../../kit/db/database.ts'
import type { Standing } from './access.ts'
import type { Matter } from './matter.ts'
import { hindrance, taskFor } from './step.ts'

/** Whether a condition fails already; one that asks for fields of this very step is left to the answer. */
const cannotHold = (when: NonNullable<Parameters<typeof holdsFor>[0]>, asks: readonly string[], frame: Frame) =>
  !namesIn(when).some((n) => asks.includes(n)) && !holdsFor(when, frame)

/** The steps the caller may take now. The server says what may be done; the screens draw the buttons. */
export const nextSteps = (matter: Matter, standing: Standing, by: Actor, frame: Frame): NextStep[] => {
  if (hindrance(matter, standing.open)) return []
  const own = by.personId !== null && by.personId === matter.row.applicant_id
  return actionsFrom(matter.service, matter.row.state)
    .filter(([, a]) => {
      const task = taskFor(standing, a)
      if (!task || (task !== 'applicant' && own)) return false
      return !(a.when && cannotHold(a.when, a.asks ?? [], frame))
    })
    .map(([code, a]) => ({
      code,
      name: a.name,
      asks: Object.fromEntries((a.asks ?? []).map((n) => [n, matter.service.form[n]!])),
      words: a.words ?? null,
      wordsNeeded: a.wordsNeeded ?? false,
      plain: a.plain ?? false,
      outcome: a.outcome ? (matter.service.outcomes[a.outcome]?.name ?? null) : null,
    }))
    .sort((a, b) => Number(a.plain) - Number(b.plain))
}

/** Closed, and not longer ago than the service allows an objection. */
export const mayStillAppeal = (look: Look, { row, service }: Matter) =>
  row.closed_at !== null && service.appealDays !== undefined && look.at.getTime() <= row.closed_at.getTime() + service.appealDays * 86_400_000

/** The ways of an office that are open to the caller now. */
export const waysOf = (
  look: Look,
  { row, service }: Matter,
  s: Standing,
  { canStep, canRecall, canExtend }: { canStep: boolean; canRecall: boolean; canExtend: boolean },
): Way[] => {
  const own = look.by.personId !== null && look.by.personId === row.applicant_id
  const step = !own && s.tasks.some((t) => t.kind === 'step')
  const charge = !own && (step || s.overseer)
  const open = row.closed_at === null
  const moving = open && row.suspended_at === null
  const has = (...kinds: string[]) => s.open.some((t) => kinds.includes(t.kind))
  const mine = (...kinds: string[]) => s.tasks.some((t) => kinds.includes(t.kind))
  const office = s.overseer || s.reader || s.copied || mine('step', 'consult', 'before', 'after', 'delegated', 'extension')
  const free = moving && step && canStep
  const when = (way: Way, holds: boolean): Way[] => (holds ? [way] : [])
  return [
    ...when('claim', free && s.tasks.some((t) => t.kind === 'step' && t.holder_id === null)),
    ...when('askForMore', free && Object.keys(service.form).length > 0),
    ...when('supply', moving && has('supplement') && (s.applicant || charge || mine('supplement'))),
    ...when('transfer', moving && charge && has('step')),
    ...when('delegate', free),
    ...when('report', moving && mine('delegated')),
    ...when('consult', moving && step && !has('delegated', 'supplement')),
    ...when('addBefore', moving && step && !has('delegated', 'supplement')),
    ...when('addAfter', free),
    ...when('giveOpinion', moving && mine('consult', 'before', 'after')),
    ...when('copy', open && charge),
    ...when('sendBack', free && row.acts > 1),
    ...when('recall', moving && canRecall),
    ...when('withdraw', open && s.applicant),
    ...when('urge', moving && (s.applicant || s.overseer)),
    ...when('extend', moving && step && canExtend && !has('extension')),
    ...when('decideExtension', open && !own && mine('extension')),
    ...when('suspend', moving && charge),
    ...when('resume', open && row.suspended_at !== null && charge),
    ...when('terminate', open && charge),
    ...when('reopen', !open && s.overseer && !own),
    ...when('note', office),
    ...when('answer', open && (step || s.overseer) && row.applicant_id !== null),
    ...when('link', open && charge),
    ...when('upgrade', open && step && row.service === 'quick-record'),
    ...when('rate', !open && s.applicant && row.stars === null && row.outcome !== 'withdrawn'),
    ...when('appeal', s.applicant && row.outcome !== 'withdrawn' && mayStillAppeal(look, { row, service })),
    ...when('openSealed', row.sealed !== null && !s.applicant && holds(look.by, 'people.unmask') && (step || s.overseer)),
    ...when('replay', office && (service.rules?.length ?? 0) > 0),
  ]
}
