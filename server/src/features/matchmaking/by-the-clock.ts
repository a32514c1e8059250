import { t } from '@gongyou/contract/kit/text.ts'
import { countedFrom } from '@gongyou/contract/matchmaking/phase.ts'
import { sql } from 'kysely'
import { system } from '../../kit/actor.ts'
import type { Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import type { Scheduled, Tasks } from '../../kit/jobs/tasks.ts'
import { forgetAnswers } from '../activities/index.ts'
import { tellAll } from '../notices/index.ts'
import { deleteCards } from './cards.ts'
import { type Meeting, holdMeeting, openFor, openMeetings } from './meeting.ts'
import { cardsOfThose } from './view.ts'

type Standing = NonNullable<Meeting>
const linkTo = (activityId: string) => `/m/matchmaking/${activityId}`

const setMeeting = (work: Work, id: string, set: { asked_at?: Date; matched_at?: Date; cleared_at?: Date; cards?: number; pairs?: number | null }) =>
  work.tx.updateTable('matchmaking.meeting').set(set).where('region', '=', work.region).where('activity_id', '=', id).execute()

const ask = async (work: Work, { row, terms }: Standing) => {
  await setMeeting(work, row.id, { asked_at: work.at })
  await tellAll(
    work,
    (await cardsOfThose(work, row.id)).map((c) => c.person_id),
    {
      kind: 'matchmaking.choose',
      link: linkTo(row.id),
      title: t(`可以互选了：${row.title}`, `You may choose: ${row.title}`),
      body: t(
        `${terms.chooseHours} 小时内可选最多 ${terms.most} 人。只有互相选择的人才会知道。`,
        `Choose up to ${terms.most} within ${terms.chooseHours} hours. Only those who chose each other will know.`,
      ),
    },
  )
}

/** Keeps those who chose each other and deletes every choice, answered or not. */
const compare = async (work: Work, { row }: Standing) => {
  const cards = await cardsOfThose(work, row.id)
  await openFor(work, '*')
  const { rows } = await sql<{ n: number }>`
    with mine as (select id from matchmaking.card where region = ${work.region} and activity_id = ${row.id}),
    made as (
      insert into matchmaking.pair (region, one_id, other_id, one_person, other_person)
      select a.region, a.card_id, b.card_id, a.person_id, b.person_id
        from matchmaking.choice a join matchmaking.choice b on b.region = a.region and b.card_id = a.chosen_id and b.chosen_id = a.card_id
       where a.region = ${work.region} and a.card_id < b.card_id and a.card_id in (select id from mine)
      on conflict do nothing returning 1
    ) select count(*)::int as n from made`.execute(work.tx)
  await sql`
    delete from matchmaking.choice where region = ${work.region}
       and card_id in (select id from matchmaking.card where region = ${work.region} and activity_id = ${row.id})`.execute(work.tx)
  const pairs = cards.length < countedFrom ? null : rows[0]!.n
  await setMeeting(work, row.id, { matched_at: work.at, cards: cards.length, pairs })
  work.ledger.act({
    kind: 'matchmaking.compared',
    subject: row.id,
    org: row.org_id,
    data: { kind: row.kind, town: row.town, cards: cards.length, ...(pairs === null ? {} : { pairs }) },
  })
  // Everybody gets the same words: the message itself tells nobody how it came out.
  await tellAll(
    work,
    cards.map((c) => c.person_id),
    {
      kind: 'matchmaking.told',
      link: linkTo(row.id),
      title: t(`互选结果已出：${row.title}`, `The choosing is over: ${row.title}`),
      body: t('打开看看。没有互选的内容已全部删除。', 'Have a look. Choices that were not mutual have been deleted.'),
    },
  )
}

/** Deletes what is left: cards, matches, and what was declared at sign-up. Only counts remain. */
const clear = async (work: Work, { row }: Standing) => {
  const cards = await work.tx
    .selectFrom('matchmaking.card')
    .select('id')
    .where('region', '=', work.region)
    .where('activity_id', '=', row.id)
    .execute()
  await deleteCards(
    work,
    cards.map((c) => c.id),
  )
  await forgetAnswers(work, row.id)
  await setMeeting(work, row.id, { cleared_at: work.at })
  work.ledger.act({ kind: 'matchmaking.cleared', subject: row.id, org: row.org_id, data: { cards: cards.length } })
}

const stepOf = ({ phase, row }: Standing) => {
  if (phase === 'gone') return clear
  if (phase === 'comparing') return compare
  return phase === 'choose' && !row.asked_at ? ask : undefined
}

/** Asks, compares and deletes when it is time; each meeting in a transaction of its own. Done twice it changes nothing. */
const turnMatchmaking: Tasks[string] = async (_, { db, setup }) => {
  const call = { region: setup.region, by: system, operation: 'turnMatchmaking', request: newId() }
  for (const { row } of await db.read(call, openMeetings))
    await db.write(call, async (work) => {
      const meeting = await holdMeeting(work, row.id)
      if (!meeting.clearedAt) await stepOf(meeting)?.(work, meeting)
    })
}

export const matchmakingTasks: Tasks = { turnMatchmaking }
export const matchmakingSchedule: readonly Scheduled[] = [{ task: 'turnMatchmaking', cron: '*/5 * * * *' }]
