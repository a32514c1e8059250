import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Done, Id, Instant } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'

const Phase = z.enum(['write', 'meet', 'choose', 'comparing', 'told', 'gone'])
const Shown = {
  nickname: z.string().trim().min(1).max(20),
  occupation: z.string().trim().max(30).default(''),
  words: z.string().trim().max(200).default(''),
}
const Other = z.object({ id: Id, nickname: z.string(), ageBand: z.string(), occupation: z.string(), words: z.string() })

/** What one who takes part sees: his own card, those who were there, and later who chose him back. */
export const MyMatching = z
  .object({
    id: Id,
    title: z.string(),
    phase: Phase,
    startsAt: Instant,
    endsAt: Instant,
    chooseUntil: Instant,
    goneOn: CivilDate,
    keepDays: z.int(),
    most: z.int(),
    wasThere: z.boolean(),
    ageBand: z.string(),
    card: z.object({ ...Shown, contact: z.string() }).nullable(),
    others: z.array(Other.extend({ chosen: z.boolean() })),
    matches: z.array(Other.extend({ contact: z.string() })),
  })
  .meta({ id: 'MyMatching' })
export type MyMatching = z.infer<typeof MyMatching>

export const getMyMatching = route({
  id: 'getMyMatching',
  method: 'GET',
  url: '/api/matchmaking/:id',
  door: 'person',
  summary: t('我的联谊互选', 'My choosing'),
  params: ById,
  reply: MyMatching,
})
export const writeMatchCard = route({
  id: 'writeMatchCard',
  method: 'PUT',
  url: '/api/matchmaking/:id/card',
  door: 'person',
  summary: t('填写联谊卡', 'Write the card others see'),
  params: ById,
  body: z.object({
    ...Shown,
    /** Shown to nobody but whoever is chosen and chooses back. */
    contact: z.string().trim().min(2).max(60),
    /** The wording that was agreed to. */
    consent: z.literal('1'),
  }),
  reply: MyMatching,
})
export const chooseMatches = route({
  id: 'chooseMatches',
  method: 'PUT',
  url: '/api/matchmaking/:id/choices',
  door: 'person',
  summary: t('选择想认识的人', 'Choose whom one would like to know'),
  params: ById,
  body: z.object({ cards: z.array(Id).max(10) }),
  reply: MyMatching,
})
export const endMatch = route({
  id: 'endMatch',
  method: 'DELETE',
  url: '/api/matchmaking/:id/matches/:match',
  door: 'person',
  summary: t('撤回一个互选结果', 'Withdraw from a match'),
  params: ById.extend({ match: Id }),
  reply: MyMatching,
})
export const leaveMatching = route({
  id: 'leaveMatching',
  method: 'DELETE',
  url: '/api/matchmaking/:id',
  door: 'person',
  summary: t('退出互选并删除我的内容', 'Leave, and have everything of mine deleted'),
  params: ById,
  reply: Done,
})

/** All that whoever organises it ever learns. */
export const getMatchCounts = route({
  id: 'getMatchCounts',
  method: 'GET',
  url: '/api/activities/:id/match-counts',
  door: 'activities.read',
  summary: t('联谊互选计数', 'Counts of the choosing'),
  params: ById,
  reply: z.object({
    phase: Phase,
    cards: z.int(),
    /** Null before the comparison, and where there were so few that the number would tell. */
    pairs: z.int().nullable(),
    chooseUntil: Instant,
    goneOn: CivilDate,
  }),
})
