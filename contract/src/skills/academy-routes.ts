import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Done, Id, Instant, Named, Page, listOf } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { Title } from './shapes.ts'

export const HalfDay = z.object({ on: CivilDate, part: z.enum(['am', 'pm', 'eve']) })
const Mode = z.enum(['site', 'online', 'both'])
const ClassState = z.enum(['coming', 'running', 'over', 'finished'])

const ClassLine = z
  .object({
    id: Id,
    name: z.string(),
    edition: z.int(),
    course: Named,
    academy: Named,
    mode: Mode,
    from: CivilDate,
    to: CivilDate,
    /** In tenths. */
    hours: z.int(),
    trainees: z.int(),
    seats: z.int().nullable(),
    state: ClassState,
    org: Named,
  })
  .meta({ id: 'AcademyClassLine' })

export const listClasses = route({
  id: 'listClasses',
  method: 'GET',
  url: '/api/skills/classes',
  door: 'skills.read',
  summary: t('培训班', 'Classes'),
  query: z.object({ q: z.string().trim().max(60).optional(), year: z.coerce.number().int().min(2000).max(2199).optional(), ...Page }),
  reply: listOf(ClassLine),
})

export const createClass = route({
  id: 'createClass',
  method: 'POST',
  url: '/api/skills/classes',
  door: 'skills.run',
  summary: t('开班', 'Open a class'),
  body: z.object({
    name: z.string().trim().min(2).max(80),
    edition: z.int().min(1).max(500),
    /** Entries of the registers of academies, courses and lecturers. */
    academy: Id,
    course: Id,
    lecturer: Id.nullable().default(null),
    org: Id,
    mode: Mode,
    place: z.string().trim().max(80).default(''),
    hours: z.int().min(1).max(20_000),
    seats: z.int().min(1).max(10_000).nullable().default(null),
    costCents: z.int().min(0).max(100_000_000_00).default(0),
    mustAttend: z.int().min(0).max(100).default(80),
    passMark: z.int().min(0).max(100_000).nullable().default(null),
    halfDays: z.array(HalfDay).min(1).max(200),
  }),
  reply: z.object({ id: Id }),
})

export const getClass = route({
  id: 'getClass',
  method: 'GET',
  url: '/api/skills/classes/:id',
  door: 'skills.read',
  summary: t('培训班详情', 'A class'),
  params: ById,
  reply: ClassLine.extend({
    lecturer: Named.nullable(),
    place: z.string(),
    costCents: z.int(),
    /** Null before anybody has been there. */
    costPerHeadCents: z.int().nullable(),
    mustAttend: z.int(),
    passMark: z.int().nullable(),
    version: z.int(),
    mayRun: z.boolean(),
    halfDays: z.array(HalfDay.extend({ present: z.int() })),
    people: z.array(
      z.object({
        person: Named,
        unit: z.string(),
        present: z.array(HalfDay),
        score: z.int().nullable(),
        completed: z.boolean().nullable(),
        certificate: z.string().nullable(),
        withdrawn: z.boolean(),
      }),
    ),
    /** How many of those who came said what they thought, in hundredths of a star on average, and their words; never their names. */
    ratings: z.object({ answered: z.int(), of: z.int(), average: z.int().nullable(), said: z.array(z.object({ stars: z.int(), said: z.string() })) }),
  }),
})

export const enrol = route({
  id: 'enrol',
  method: 'POST',
  url: '/api/skills/classes/:id/trainees',
  door: 'skills.enter',
  summary: t('报名参加培训', 'Enrol people in a class'),
  params: ById,
  body: z.object({ unit: Id, names: z.array(z.string().trim().min(1).max(40)).min(1).max(200), dry: z.boolean().default(false) }),
  reply: z.object({
    enrolled: z.int(),
    rows: z.array(z.object({ name: z.string(), is: z.enum(['known', 'unknown', 'several', 'on-the-list', 'twice']) })),
  }),
})
export const leaveClass = route({
  id: 'leaveClass',
  method: 'DELETE',
  url: '/api/skills/classes/:id/trainees/:person',
  door: 'skills.enter',
  summary: t('退出培训', 'Take somebody out of a class'),
  params: ById.extend({ person: Id }),
  reply: Done,
})

/** 签到: who was there on one half day; sent again it says the same. */
export const markAttendance = route({
  id: 'markAttendance',
  method: 'PUT',
  url: '/api/skills/classes/:id/attendance',
  door: 'skills.run',
  summary: t('登记出勤', 'Mark attendance'),
  params: ById,
  body: HalfDay.extend({ present: z.array(Id).max(2000) }),
  reply: Done,
})
export const recordTests = route({
  id: 'recordTests',
  method: 'PUT',
  url: '/api/skills/classes/:id/tests',
  door: 'skills.run',
  summary: t('登记考核成绩', 'Record test results'),
  params: ById,
  body: z.object({
    rows: z
      .array(z.object({ person: Id, score: z.int().min(0).max(100_000) }))
      .min(1)
      .max(2000),
  }),
  reply: Done,
})

/** 结班: who attended enough and passed has completed and gets a certificate; the class is counted. */
export const finishClass = route({
  id: 'finishClass',
  method: 'POST',
  url: '/api/skills/classes/:id/end',
  door: 'skills.run',
  summary: t('结班', 'Finish a class'),
  params: ById,
  body: z.object({ version: z.int(), costCents: z.int().min(0).max(100_000_000_00) }),
  reply: z.object({ completed: z.int(), trainees: z.int() }),
})

/** 满意度: those who came say what it was like, once, when the class is finished; two stars or less open a return visit. */
export const rateClass = route({
  id: 'rateClass',
  method: 'POST',
  url: '/api/skills/classes/:id/ratings',
  door: 'person',
  perMinute: 30,
  summary: t('评价培训班', 'Rate a class'),
  params: ById,
  body: z.object({ stars: z.int().min(1).max(5), said: z.string().trim().max(500).default('') }),
  reply: Done,
})

const Passport = z.object({
  contests: z.array(
    z.object({
      contest: z.string(),
      contestId: Id,
      trade: z.string(),
      tradeId: Id,
      /** Until when an objection may be raised; null where nothing is posted. */
      noticeUntil: CivilDate.nullable(),
      on: CivilDate,
      place: z.int().nullable(),
      title: Title.nullable(),
      certificate: z.string().nullable(),
    }),
  ),
  courses: z.array(
    z.object({
      name: z.string(),
      academy: z.string(),
      from: CivilDate,
      to: CivilDate,
      hours: z.int(),
      completed: z.boolean().nullable(),
      certificate: z.string().nullable(),
      /** Where one may still say what it was like. */
      rateable: Id.nullable(),
    }),
  ),
  certificates: z.array(z.object({ number: z.string(), code: z.string(), award: z.string(), reason: z.string(), issuedOn: CivilDate })),
  inPool: z.array(z.object({ trade: z.string(), since: Instant })),
})

/** 技能护照: contests, courses, titles of one person in one place. */
export const mySkills = route({
  id: 'mySkills',
  method: 'GET',
  url: '/api/skills/mine',
  door: 'person',
  summary: t('我的技能护照', 'My skill passport'),
  reply: Passport,
})
export const skillsOfPerson = route({
  id: 'skillsOfPerson',
  method: 'GET',
  url: '/api/skills/people/:id',
  door: 'skills.read',
  summary: t('职工的技能护照', 'Skill passport of a person'),
  params: ById,
  reply: Passport,
})
