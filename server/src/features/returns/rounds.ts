import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import type { ReturnForm } from '@gongyou/contract/returns/form.ts'
import { type Period, periodAt, periodBefore, periodName } from '@gongyou/contract/returns/period.ts'
import { sql } from 'kysely'
import type { Look, Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { startClock } from '../clocks/index.ts'
import { reachOf } from '../organisations/index.ts'
import { standingForm, standingForms } from './forms.ts'

/** Setting: how many units one transaction gives their sheets. */
const perRound = 150

type Round = { id: string; form: ReturnForm; from: string; to: string }
type Unit = { id: string; name: string; town: number | null }

/** Units of the kinds of a form that stood when a period ended. */
const obliged = (look: Look, form: ReturnForm, to: string) => sql<boolean>`
  o.region = ${look.region} and o.kind = any(${[...form.from] as string[]}::text[])
    and coalesce(o.founded_on, '1900-01-01') <= ${to}::date and (o.dissolved_on is null or o.dissolved_on > ${to}::date)`

/** Every unit that would have to hand a form in, in the order of the district. */
export const obligedUnits = async (look: Look, form: ReturnForm, period: Period) => {
  const { rows } = await sql<Unit>`
    select o.id, o.name, o.town from organisations.org o where ${obliged(look, form, period.to)} order by o.town, o.name`.execute(look.raw)
  return rows
}

/** Units that must hand it in and have no sheet yet. */
const without = async (work: Work, round: Round) => {
  const { rows } = await sql<Unit>`
    select o.id, o.name, o.town from organisations.org o
     where ${obliged(work, round.form, round.to)}
       and not exists (select 1 from returns.sheet s where s.region = o.region and s.round_id = ${round.id} and s.org_id = o.id)
     order by o.id limit ${perRound}`.execute(work.tx)
  return rows
}

/** The time limit runs from the day after the period; of a period that is opened later, from that day: nobody is late before he is asked. */
export const countedFrom = (look: Look, period: { to: string }) => {
  const after = addDays(period.to, 1)
  return after < look.today ? look.today : after
}

const giveSheet = async (work: Work, round: Round, unit: Unit) => {
  const id = newId()
  await work.tx.insertInto('returns.sheet').values({ region: work.region, id, round_id: round.id, org_id: unit.id }).execute()
  const clock = await startClock(work, {
    subject: { kind: 'return', id },
    label: `${periodName(round.form.every, round).zh}${round.form.title.zh} · ${unit.name}`,
    link: `/console/returns/${id}`,
    organisation: unit.id,
    owner: { right: 'returns.fill' },
    rule: round.form.rule,
    duty: 'hand-in',
    start: countedFrom(work, round),
  })
  work.ledger.act(
    { kind: 'return.opened', subject: id, org: unit.id, day: round.to, data: { form: round.form.code, every: round.form.every, town: unit.town } },
    false,
  )
  return clock.dueOn
}

/** Gives the next units their sheets; true while some are left. */
export const fillRound = async (work: Work, id: string) => {
  const row = await work.tx
    .selectFrom('returns.round')
    .select(['definition', 'from_on', 'to_on'])
    .where('region', '=', work.region)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const round = { id, form: row.definition as ReturnForm, from: row.from_on, to: row.to_on }
  const units = await without(work, round)
  let due: string | undefined
  for (const unit of units) due = await giveSheet(work, round, unit)
  if (due) await work.tx.updateTable('returns.round').set({ due_on: due }).where('region', '=', work.region).where('id', '=', id).execute()
  return units.length === perRound
}

/** Opens one period of a form: every unit of its kinds gets a sheet with a clock. What is too many for one transaction follows in the background. */
export const openRound = async (work: Work, form: ReturnForm, period: Period) => {
  if (period.to >= work.today) throw refuse('returns.too-early')
  const id = newId()
  const { region } = work
  await work.tx
    .insertInto('returns.round')
    .values({
      region,
      id,
      form: form.code,
      revision: form.revision,
      definition: JSON.stringify(form),
      from_on: period.from,
      to_on: period.to,
      due_on: period.to,
      opened_at: work.at,
      opened_by: work.by.personId,
    })
    .execute()
  work.ledger.audit({ subject: id, detail: { form: form.code, from: period.from } })
  if (await fillRound(work, id)) work.ledger.job({ task: 'fillReturnRound', payload: { round: id } })
  const { n } = await work.tx
    .selectFrom('returns.sheet')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('region', '=', region)
    .where('round_id', '=', id)
    .executeTakeFirstOrThrow()
  return { id, obliged: n }
}

export const openByHand = async (work: Work, given: { form: string; day?: string | undefined }) => {
  if ((await reachOf(work, 'returns.oversee')) !== 'all') throw refuse('right.missing')
  const form = await standingForm(work, given.form)
  return openRound(work, form, given.day ? periodAt(form.every, given.day) : periodBefore(form.every, work.today))
}

/** Forms whose last whole period has not been opened yet, and whether an earlier one ever was. */
export const unopened = async (look: Look) => {
  const rows = await look.db.selectFrom('returns.round').select(['form', 'from_on']).where('region', '=', look.region).execute()
  return (await standingForms(look))
    .map((form) => ({ form, period: periodBefore(form.every, look.today), begun: rows.some((r) => r.form === form.code) }))
    .filter(({ form, period }) => !rows.some((r) => r.form === form.code && r.from_on === period.from))
}
