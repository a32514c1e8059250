import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Done, Id, Instant } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { Scheme, Standing, State, Title } from './shapes.ts'

/** The ranking: as published where it is, else as it follows from the rounds that are open. */
export const getRanking = route({
  id: 'getRanking',
  method: 'GET',
  url: '/api/skills/trades/:id/ranking',
  door: 'skills.read',
  summary: t('名次', 'Ranking of a trade'),
  params: ById,
  reply: z.object({
    published: z.boolean(),
    complete: z.boolean(),
    decimals: Scheme.shape.decimals,
    rows: z.array(
      Standing.extend({ title: Title.nullable(), certificate: z.string().nullable(), withdrawnOn: CivilDate.nullable(), consented: z.boolean() }),
    ),
    objections: z.array(z.object({ case: Id, number: z.string(), closed: z.boolean(), openedAt: Instant })),
  }),
})

export const publishResult = route({
  id: 'publishResult',
  method: 'POST',
  url: '/api/skills/trades/:id/publication',
  door: 'skills.run',
  summary: t('公示成绩', 'Post the result'),
  params: ById,
  reply: z.object({ paper: Id, until: CivilDate }),
})
export const withdrawResult = route({
  id: 'withdrawResult',
  method: 'POST',
  url: '/api/skills/trades/:id/publication/withdrawal',
  door: 'skills.arbitrate',
  summary: t('撤回公示', 'Take a posted result back'),
  params: ById,
  body: z.object({ because: z.string().trim().min(4).max(200) }),
  reply: Done,
})

export const objectToResult = route({
  id: 'objectToResult',
  method: 'POST',
  url: '/api/skills/trades/:id/objections',
  door: 'person',
  summary: t('对成绩提出异议', 'Object to a posted result'),
  params: ById,
  body: z.object({ why: z.string().trim().min(6).max(1000) }),
  reply: z.object({ number: z.string() }),
})

export const giveTitles = route({
  id: 'giveTitles',
  method: 'POST',
  url: '/api/skills/trades/:id/titles',
  door: 'skills.run',
  summary: t('授予称号', 'Give titles'),
  params: ById,
  body: z.object({ titles: z.array(z.object({ entrant: Id, title: Title })).max(200) }),
  reply: z.object({ given: z.int(), enteredInPool: z.int() }),
})

/** 成绩屏: for a big screen in the hall, without signing in. A round appears when its sheets are opened. */
export const getScoreboard = route({
  id: 'getScoreboard',
  method: 'GET',
  url: '/api/skills/board/:id',
  door: 'anyone',
  summary: t('公开成绩屏', 'Public scoreboard'),
  params: ById,
  reply: z.object({
    name: z.string(),
    org: z.string(),
    heldFrom: CivilDate,
    heldTo: CivilDate,
    trades: z.array(
      z.object({
        id: Id,
        name: z.string(),
        state: State,
        decimals: Scheme.shape.decimals,
        noticeUntil: CivilDate.nullable(),
        rounds: z.array(
          z.object({
            seq: z.int(),
            name: z.string(),
            weight: z.int(),
            opened: z.boolean(),
            seedHash: z.string(),
            seed: z.string().nullable(),
            /** The file of the draw: ids in the order drawn. */
            order: z.array(Id),
            sheetsIn: z.int(),
            sheetsOf: z.int(),
          }),
        ),
        rows: z.array(Standing.omit({ entrant: true }).extend({ title: Title.nullable() })),
      }),
    ),
  }),
})

/** What the QR of a certificate leads to. */
export const verifyCertificate = route({
  id: 'verifyCertificate',
  method: 'GET',
  url: '/api/skills/certificates/:code',
  door: 'anyone',
  perMinute: 60,
  summary: t('核验证书', 'Verify a certificate'),
  params: z.object({ code: z.string().trim().max(40) }),
  reply: z.object({
    number: z.string(),
    /** Masked: who holds the paper knows the rest. */
    holder: z.string(),
    unit: z.string(),
    award: z.string(),
    reason: z.string(),
    issuedBy: z.string(),
    issuedOn: CivilDate,
    withdrawnOn: CivilDate.nullable(),
    withdrawnBecause: z.string().nullable(),
  }),
})

export const downloadCertificate = route({
  id: 'downloadCertificate',
  method: 'GET',
  url: '/api/skills/certificates/:code/pdf',
  door: 'person',
  sends: 'application/pdf',
  summary: t('下载证书', 'Certificate as PDF'),
  params: z.object({ code: z.string().trim().max(40) }),
})

/** Takes a certificate back: it stays in the books, and its QR says from now on that it no longer holds, and why. */
export const withdrawCertificate = route({
  id: 'withdrawCertificate',
  method: 'POST',
  url: '/api/skills/certificates/:code/withdrawal',
  door: 'skills.run',
  summary: t('撤销证书', 'Withdraw a certificate'),
  params: z.object({ code: z.string().trim().max(40) }),
  body: z.object({ because: z.string().trim().min(4).max(200) }),
  reply: Done,
})
