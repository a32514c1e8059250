import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Done, Id, Instant } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { Marks, Scheme } from './shapes.ts'

/** 外聘评委: somebody of no union here; he is entered by name and scores by a link. */
export const addOutsideJudge = route({
  id: 'addOutsideJudge',
  method: 'POST',
  url: '/api/skills/contests/:id/outside-judges',
  door: 'skills.run',
  summary: t('增加外聘评委', 'Add a judge from outside'),
  params: ById,
  body: z.object({
    name: z.string().trim().min(2).max(40),
    /** Where he comes from, as it stands on the list of judges. */
    from: z.string().trim().min(2).max(60),
  }),
  reply: z.object({ person: Id }),
})

/** Makes the one standing link of a judge for a contest; the one before it ends. */
export const makeJudgeLink = route({
  id: 'makeJudgeLink',
  method: 'POST',
  url: '/api/skills/contests/:id/judges/:person/link',
  door: 'skills.run',
  summary: t('生成评委链接', 'Make the link of a judge'),
  params: ById.extend({ person: Id }),
  body: z.object({ days: z.int().min(1).max(30).default(7) }),
  reply: z.object({ url: z.string(), expiresAt: Instant }),
})
export const endJudgeLink = route({
  id: 'endJudgeLink',
  method: 'DELETE',
  url: '/api/skills/contests/:id/judges/:person/link',
  door: 'skills.run',
  summary: t('收回评委链接', 'Take back the link of a judge'),
  params: ById.extend({ person: Id }),
  reply: Done,
})

const Secret = { token: z.string().min(20).max(80), key: z.string().min(32).max(80) }

/** What a judge sees by his link: his rounds of this contest, numbers, never names. The first device keeps the link. */
export const openJudgeLink = route({
  id: 'openJudgeLink',
  method: 'POST',
  url: '/api/skills/judge-links/open',
  door: 'anyone',
  perMinute: 60,
  summary: t('打开评委链接', 'Open the link of a judge'),
  body: z.object(Secret),
  reply: z.object({
    judge: z.string(),
    contest: z.string(),
    expiresAt: Instant,
    rounds: z.array(
      z.object({
        round: Id,
        trade: z.string(),
        name: z.string(),
        heldOn: CivilDate.nullable(),
        place: z.string(),
        scheme: Scheme,
        opened: z.boolean(),
        sheets: z.array(z.object({ blind: z.int(), handedIn: z.boolean(), absent: z.boolean() })),
      }),
    ),
  }),
})
export const handInByLink = route({
  id: 'handInByLink',
  method: 'POST',
  url: '/api/skills/judge-links/sheets',
  door: 'anyone',
  perMinute: 120,
  summary: t('凭链接交评分表', 'Hand in a sheet by a link'),
  body: z.object({ ...Secret, round: Id, blind: z.int().min(1), marks: Marks }),
  reply: Done,
})
