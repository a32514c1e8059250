import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, Done, Id, Instant, Named } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { Marks, RoundLine } from './shapes.ts'

/** How far a round has come: who starts, who judges, which sheets are in. Never what stands on them. */
export const getRound = route({
  id: 'getRound',
  method: 'GET',
  url: '/api/skills/rounds/:id',
  door: 'skills.run',
  summary: t('轮次进度', 'A round'),
  params: ById,
  reply: z.object({
    round: RoundLine,
    trade: Named,
    contest: Named,
    starts: z.array(
      z.object({
        entrant: Id,
        number: z.int(),
        name: z.string(),
        unit: z.string(),
        /** Null for an organiser who judges this round himself. */
        blind: z.int().nullable(),
        absent: z.string().nullable(),
        seconds: z.int().nullable(),
        sheets: z.int(),
        scoreEntered: z.boolean(),
      }),
    ),
    judges: z.array(
      z.object({ person: Id, name: z.string(), unit: z.string(), seat: z.int(), in: z.int(), of: z.int(), stoodDown: z.string().nullable() }),
    ),
    missing: z.int(),
    /** Scores of papers that were entered last and can be taken back together. */
    newestBatch: z.object({ id: Id, papers: z.int(), at: Instant }).nullable(),
  }),
})

/** 抽签: blind numbers and judges by the seed whose hash was published when the round was made. */
export const drawRound = route({
  id: 'drawRound',
  method: 'POST',
  url: '/api/skills/rounds/:id/draw',
  door: 'skills.run',
  summary: t('抽签', 'Draw blind numbers and judges'),
  params: ById,
  body: z.object({
    /** How many judges are drawn from the panel; none where the round is not judged. */
    judges: z.int().min(0).max(50).default(0),
  }),
  reply: z.object({ seed: z.string(), seedHash: z.string(), entrants: z.array(Id), judges: z.array(Id) }),
})

/** Puts a judge in by name where a drawn one cannot come. */
export const nameJudge = route({
  id: 'nameJudge',
  method: 'POST',
  url: '/api/skills/rounds/:id/judges',
  door: 'skills.run',
  summary: t('指定评委', 'Name a judge'),
  params: ById,
  body: z.object({ person: Id }),
  reply: Done,
})
export const standDownJudge = route({
  id: 'standDownJudge',
  method: 'POST',
  url: '/api/skills/rounds/:id/judges/:person/stand-down',
  door: 'skills.run',
  summary: t('评委回避或退出', 'A judge stands down'),
  params: ById.extend({ person: Id }),
  body: z.object({ because: z.string().trim().min(4).max(200) }),
  reply: Done,
})

export const markStart = route({
  id: 'markStart',
  method: 'POST',
  url: '/api/skills/rounds/:id/starts',
  door: 'skills.run',
  summary: t('登记用时或缺席', 'Record time or absence'),
  params: ById,
  body: z.object({
    entrant: Id,
    seconds: z.int().min(0).max(864_000).nullable().optional(),
    /** A reason; null takes the absence back. */
    absent: z.string().trim().min(2).max(100).nullable().optional(),
  }),
  reply: Done,
})

const Entered = z.object({
  entered: z.int(),
  /** Numbers that had a score before. */
  replaces: z.int(),
  /** By which what was entered is taken back. */
  batch: Id,
})
export const enterPaperScores = route({
  id: 'enterPaperScores',
  method: 'POST',
  url: '/api/skills/rounds/:id/scores',
  door: 'skills.run',
  summary: t('录入理论成绩', 'Enter scores of papers'),
  params: ById,
  body: z.object({
    rows: z
      .array(z.object({ blind: z.int().min(1), score: z.int().min(-1_000_000).max(1_000_000) }))
      .min(1)
      .max(1000),
  }),
  reply: Entered,
})

const Cell = z.object({ row: z.int(), says: z.string() })
export const importPaperScores = route({
  id: 'importPaperScores',
  method: 'POST',
  url: '/api/skills/rounds/:id/scores/import',
  door: 'skills.run',
  takesFile: true,
  perMinute: 60,
  summary: t('从表格导入理论成绩', 'Import scores of papers'),
  params: ById,
  query: z.object({
    dry: z
      .enum(['true', 'false'])
      .transform((v) => v === 'true')
      .default(false),
  }),
  /** Of a dry run as of a real one: every row that cannot stand. Nothing is entered unless all can. */
  reply: z.object({ rows: z.int(), entered: z.int(), replaces: z.int(), batch: Id.nullable(), bad: z.array(Cell) }),
})

/** Takes back what was entered last, as long as the round is sealed. */
export const undoPaperScores = route({
  id: 'undoPaperScores',
  method: 'POST',
  url: '/api/skills/rounds/:id/scores/undo',
  door: 'skills.run',
  summary: t('撤销上次录入的理论成绩', 'Take back the scores entered last'),
  params: ById,
  body: z.object({ batch: Id }),
  reply: z.object({ undone: z.int() }),
})

/** 开封: all sheets at once, when all are in. */
export const openRound = route({
  id: 'openRound',
  method: 'POST',
  url: '/api/skills/rounds/:id/opening',
  door: 'skills.run',
  summary: t('统一开封', 'Open the sheets together'),
  params: ById,
  reply: Done,
})

const SheetOpen = z.object({
  judge: Named,
  marks: Marks,
  total: z.int(),
  dropped: z.boolean(),
  corrected: z.string().nullable(),
  handedInAt: Instant,
})
export const getRoundResult = route({
  id: 'getRoundResult',
  method: 'GET',
  url: '/api/skills/rounds/:id/result',
  door: 'skills.read',
  summary: t('本轮成绩', 'Result of a round'),
  params: ById,
  reply: z.object({
    round: RoundLine,
    rows: z.array(
      z.object({
        entrant: Named,
        unit: z.string(),
        blind: z.int(),
        is: z.enum(['scored', 'out', 'absent']),
        score: z.int().nullable(),
        seconds: z.int().nullable(),
        sheets: z.array(SheetOpen),
      }),
    ),
  }),
})

/** After the opening only the arbitration group changes anything: a new act with its reason, beside what stood before. */
export const correctSheet = route({
  id: 'correctSheet',
  method: 'POST',
  url: '/api/skills/rounds/:id/corrections',
  door: 'skills.arbitrate',
  summary: t('仲裁更正评分', 'Correct a sheet by arbitration'),
  params: ById,
  body: z.object({
    entrant: Id,
    /** Whose sheet; without, the score of a written paper. */
    judge: Id.optional(),
    marks: Marks.optional(),
    score: z.int().min(-1_000_000).max(1_000_000).optional(),
    because: z.string().trim().min(4).max(400),
  }),
  reply: Done,
})
