import { z } from 'zod'
import { newFormOccupations } from '../codes/work-codes.ts'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Done, Id, Instant, Named } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { codesOf } from '../people/codes-of.ts'
import { MyPerson, TextShape } from '../people/routes.ts'
import { Application } from './routes.ts'

/** Everything the union holds about the person who asks (PIPL art. 45). */
export const MyData = z
  .object({
    person: MyPerson,
    membership: z
      .object({
        status: z.string(),
        org: Named,
        cardNumber: z.string().nullable(),
        joinedOn: CivilDate.nullable(),
        channel: z.string().nullable(),
        occupation: z.string().nullable(),
      })
      .nullable(),
    employments: z.array(
      z.object({
        id: Id,
        employer: z.string(),
        occupation: z.string().nullable(),
        form: z.string().nullable(),
        since: CivilDate,
        until: CivilDate.nullable(),
      }),
    ),
    applications: z.array(
      Application.pick({
        id: true,
        number: true,
        org: true,
        status: true,
        occupation: true,
        employer: true,
        platforms: true,
        reason: true,
        submittedAt: true,
        dueOn: true,
        decidedAt: true,
      }),
    ),
    consents: z.array(
      z.object({ id: Id, purpose: z.string(), wording: z.string(), channel: z.string(), givenAt: Instant, withdrawnAt: Instant.nullable() }),
    ),
    history: z.array(z.object({ id: Id, day: CivilDate, at: Instant, what: TextShape, org: z.string().nullable() })),
    messages: z.object({ total: z.int(), unread: z.int() }),
    files: z.array(z.object({ id: Id, name: z.string(), mediaType: z.string(), bytes: z.int(), at: Instant })),
    platforms: z.array(z.string()),
    /** What departments keep: sign-ups, bookings, contests, what one wrote for a matchmaking. */
    kept: z.array(
      z.object({
        title: TextShape,
        entries: z.array(z.object({ title: z.string(), at: Instant.nullable(), lines: z.array(z.object({ label: TextShape, says: TextShape })) })),
      }),
    ),
  })
  .meta({ id: 'MyData' })
export type MyData = z.infer<typeof MyData>

export const myData = route({
  id: 'myData',
  method: 'GET',
  url: '/api/membership/mine/data',
  door: 'person',
  summary: t('工会保存的我的全部信息', 'Everything the union holds about me'),
  reply: MyData,
})

const languageQuery = z.object({ language: z.enum(['zh', 'en']).default('zh') })
export const exportMyData = route({
  id: 'exportMyData',
  method: 'GET',
  url: '/api/membership/mine/data.json',
  door: 'person',
  perMinute: 10,
  summary: t('导出我的信息（机器可读）', 'Export my data, for machines'),
  sends: 'application/json',
})
export const printMyData = route({
  id: 'printMyData',
  method: 'GET',
  url: '/api/membership/mine/data.html',
  door: 'person',
  perMinute: 10,
  summary: t('导出我的信息（可打印）', 'Export my data, to read and print'),
  query: languageQuery,
  sends: 'text/html',
})

export const correctMyWork = route({
  id: 'correctMyWork',
  method: 'PUT',
  url: '/api/membership/mine/work',
  door: 'person',
  summary: t('本人更正工作信息', 'One corrects one’s own work details'),
  body: z.object({ occupation: codesOf(newFormOccupations).nullable(), employers: z.array(z.string().trim().min(2).max(120)).max(6) }),
  reply: Done,
})

/** Name and ID number are corrected by the station against the card; this asks for it. */
export const askCorrection = route({
  id: 'askCorrection',
  method: 'POST',
  url: '/api/membership/mine/corrections',
  door: 'person',
  perMinute: 10,
  summary: t('申请更正姓名或证件', 'Ask for a correction of name or ID'),
  body: z.object({ about: z.enum(['name', 'id-number', 'other']), says: z.string().trim().min(2).max(300) }),
  reply: z.object({ org: Named, dueOn: CivilDate }),
})

export const withdrawConsent = route({
  id: 'withdrawConsent',
  method: 'POST',
  url: '/api/membership/mine/consents/:id/withdraw',
  door: 'person',
  summary: t('撤回同意', 'Withdraw a consent'),
  params: ById,
  reply: z.object({ applicationWithdrawn: z.boolean(), org: Named.nullable() }),
})

/** Answers a returned application: work details corrected, a word to the officer, and it is checked again. */
export const resubmitApplication = route({
  id: 'resubmitApplication',
  method: 'POST',
  url: '/api/membership/mine/applications/:id/resubmit',
  door: 'person',
  summary: t('补正后重新提交入会申请', 'Send a returned application again'),
  params: ById,
  body: z.object({ says: z.string().trim().max(300).default('') }),
  reply: z.object({ number: z.string(), dueOn: CivilDate }),
})
