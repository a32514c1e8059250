import type { AskOf, ReplyOf } from '@gongyou/contract/kit/route.ts'
import type { tryDate } from '@gongyou/contract/clocks/why.ts'
import { type Limit, largestAmount } from '@gongyou/contract/kit/clock/limit.ts'
import { dueOf } from '@gongyou/contract/kit/clock/due.ts'
import { instantOf } from '@gongyou/contract/kit/clock/instant.ts'
import type { Look } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { calendarFor } from './calendar.ts'
import { ruleOn } from './rules.ts'

type Asked = AskOf<typeof tryDate>['query']

const limitAsked = async (look: Look, asked: Asked): Promise<Limit & { revision: number | null }> => {
  if (asked.rule) {
    const rule = await ruleOn(look, asked.rule, asked.start)
    if (!rule) throw refuse('clocks.no-such-rule')
    if (rule.unit === 'none') throw refuse('clocks.no-limit')
    if (rule.unit === 'as_printed') throw refuse('clocks.date-needed')
    return rule
  }
  const { amount, unit, direction = 'after', roll = 'working_day' } = asked
  if (amount === undefined || unit === undefined)
    throw refuse('request.invalid', { fields: [{ path: 'amount', message: '请选一条规则，或填写数量和单位' }] })
  if (amount > largestAmount[unit]) throw refuse('request.invalid', { fields: [{ path: 'amount', message: `最多 ${largestAmount[unit]}` }] })
  return { amount, unit, direction, roll, revision: null }
}

/** Counts a date without recording anything. */
export const tried = async (look: Look, asked: Asked): Promise<ReplyOf<typeof tryDate>> => {
  const { revision, amount, unit, direction, roll } = await limitAsked(look, asked)
  const limit = { amount, unit, direction, roll }
  const { pausedFrom, pausedUntil } = asked
  const pauses = pausedFrom && pausedUntil ? [{ from: instantOf(pausedFrom), until: instantOf(pausedUntil) }] : []
  const [hour = 0, minute = 0] = asked.time?.split(':').map(Number) ?? []
  const start = new Date(instantOf(asked.start, hour).getTime() + minute * 60_000)
  const due = dueOf({ limit, start, calendar: await calendarFor(look), pauses, extended: asked.extended ?? 0 })
  return { on: due.on, at: unit === 'hours' ? due.at.toISOString() : null, limit, revision, lines: due.lines, uncertain: due.uncertain }
}
