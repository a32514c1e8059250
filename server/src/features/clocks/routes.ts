import * as routes from '@gongyou/contract/clocks/routes.ts'
import type { Look } from '../../kit/db/database.ts'
import type { Room } from '../../kit/http/server.ts'
import { refuse } from '../../kit/refuse.ts'
import { applyDraft } from './calendar-apply.ts'
import { calendarYearOf, dropDraft, saveDraft } from './calendar-draft.ts'
import { previewOf } from './calendar-preview.ts'
import { explain } from './explain.ts'
import { reviseRule, ruleHistory, rulesOf } from './rules-edit.ts'
import { type SubjectSights, maySee } from './sights.ts'
import { tried } from './try-date.ts'

const explainSeen = async (look: Look, id: string, sights: SubjectSights) => {
  const clock = await look.db
    .selectFrom('clocks.clock')
    .select(['subject_kind', 'subject_id'])
    .where('region', '=', look.region)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!clock || !(await maySee(look, sights, clock))) throw refuse('record.not-found')
  return explain(look, id)
}

/** The room of clocks, given who may see the records they belong to. */
export const clocks =
  (sights: SubjectSights): Room =>
  (mount) => {
    mount(routes.explainClock, ({ params, read }) => read((look) => explainSeen(look, params.id, sights)))
    mount(routes.tryDate, ({ query, read }) => read((look) => tried(look, query)))
    mount(routes.getCalendarYear, ({ params, read }) => read((look) => calendarYearOf(look, params.year)))
    mount(routes.saveCalendarDraft, ({ params, body, write }) => write((work) => saveDraft(work, params.year, body)))
    mount(routes.dropCalendarDraft, async ({ params, write }) => {
      await write((work) => dropDraft(work, params.year))
      return { done: true as const }
    })
    mount(routes.previewCalendar, ({ params, read }) => read((look) => previewOf(look, params.year, sights)))
    mount(routes.applyCalendar, ({ params, body, write }) => write((work) => applyDraft(work, params.year, body.digest)))
    mount(routes.listRules, ({ read }) => read(rulesOf))
    mount(routes.getRule, ({ params, read }) => read((look) => ruleHistory(look, params.code)))
    mount(routes.reviseRule, ({ params, body: { after, ...given }, write }) => write((work) => reviseRule(work, params.code, after, given)))
  }
