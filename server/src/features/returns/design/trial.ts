import { dueOf } from '@gongyou/contract/kit/clock/due.ts'
import { instantOf } from '@gongyou/contract/kit/clock/instant.ts'
import type { ReturnForm } from '@gongyou/contract/returns/form.ts'
import { type Period, periodBefore, periodName } from '@gongyou/contract/returns/period.ts'
import type { Look } from '../../../kit/db/database.ts'
import { refuse } from '../../../kit/refuse.ts'
import { calendarFor, ruleOn } from '../../clocks/index.ts'
import type { Catalogue } from '../../statistics/index.ts'
import { countLines, countYearBefore, describeLine, linesOf } from '../lines.ts'
import { askedIn, viewQuestion } from '../questions.ts'
import { countedFrom, obligedUnits } from '../rounds.ts'
import { formOfDesign } from './drafts.ts'

const dueDay = async (look: Look, form: ReturnForm, period: Period) => {
  const start = countedFrom(look, period)
  const rule = await ruleOn(look, form.rule, start)
  if (!rule) throw refuse('clocks.no-such-rule')
  return dueOf({ limit: rule, start: instantOf(start), calendar: await calendarFor(look) }).on
}

/** What one unit would find in its sheet for the last whole period, by the day, and how many would get one. Nothing is kept. */
export const tryDesign = async (look: Look, catalogue: Catalogue, id: string, org: string | undefined) => {
  const { form } = await formOfDesign(look, catalogue, id)
  const period = periodBefore(form.every, look.today)
  const units = await obligedUnits(look, form, period)
  const unit = org ? units.find((u) => u.id === org) : units[0]
  if (org && !unit) throw refuse('returns.not-obliged', { fields: [{ path: 'org', message: '这个单位不报这张报表' }] })
  const ofForm = await linesOf(look, catalogue, form)
  const at = unit && { org_id: unit.id, from_on: period.from, to_on: period.to }
  const counted = at && (await countLines(look, ofForm, at))
  const before = at && (await countYearBefore(look, ofForm, at))
  return {
    org: unit ? { id: unit.id, name: unit.name } : null,
    period: periodName(form.every, period),
    ...period,
    dueOn: await dueDay(look, form, period),
    obliged: units.length,
    lines: ofForm.map((one) => ({
      ...describeLine(form, one),
      lastYear: before?.get(one.line.code) ?? null,
      counted: counted?.get(one.line.code) ?? null,
      told: null,
      because: '',
      added: 0,
      removed: 0,
    })),
    questions: askedIn(form, ofForm).map((q) => viewQuestion(form, q, undefined, undefined)),
  }
}
