import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Done, Id, Instant, Named } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { Application } from './routes.ts'

/** Everything an officer may see of one person on one page; sensitive fields stay closed until opened for a purpose. */
export const PersonPage = z
  .object({
    id: Id,
    name: z.string(),
    sex: z.int(),
    birthOn: CivilDate.nullable(),
    idType: z.string().nullable(),
    idLast4: z.string().nullable(),
    mobile: z.string().nullable(),
    ethnicity: z.string().nullable(),
    education: z.string().nullable(),
    householdType: z.string().nullable(),
    isMigrant: z.boolean().nullable(),
    residenceTown: z.int().nullable(),
    skillLevel: z.string().nullable(),
    title: z.string().nullable(),
    mergedInto: Id.nullable(),
    version: z.int(),
    membership: z
      .object({
        status: z.string(),
        org: Named,
        cardNumber: z.string().nullable(),
        joinedOn: CivilDate.nullable(),
        channel: z.string().nullable(),
        floating: z.boolean(),
        occupation: z.string().nullable(),
        version: z.int(),
      })
      .nullable(),
    stays: z.array(z.object({ org: Named, from: CivilDate, to: CivilDate.nullable() })),
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
    applications: z.array(Application.pick({ id: true, number: true, status: true, submittedAt: true, org: true })),
    consents: z.array(z.object({ purpose: z.string(), givenAt: Instant, withdrawnAt: Instant.nullable() })),
    transfer: z.object({ id: Id, status: z.string(), from: Named, to: Named, version: z.int() }).nullable(),
    history: z.array(z.object({ kind: z.string(), day: CivilDate, at: Instant, actor: z.string().nullable(), org: Named.nullable() })),
    seen: z.array(z.object({ at: Instant, actor: z.string(), action: z.string(), purpose: z.string().nullable() })),
  })
  .meta({ id: 'PersonPage' })
export type PersonPage = z.infer<typeof PersonPage>

export const purposes = ['handling', 'identity-check', 'contact', 'correction'] as const

export const getPerson = route({
  id: 'getPerson',
  method: 'GET',
  url: '/api/membership/persons/:id',
  door: 'people.read',
  summary: t('职工档案', 'A person'),
  params: ById,
  reply: PersonPage,
})
export const openSealed = route({
  id: 'openSealed',
  method: 'POST',
  url: '/api/membership/persons/:id/open',
  door: 'people.unmask',
  summary: t('查看完整证件号码与手机号（留痕）', 'See ID number and phone in full, recorded'),
  params: ById,
  body: z.object({ purpose: z.enum(purposes) }),
  reply: z.object({ idNumber: z.string().nullable(), mobile: z.string().nullable() }),
})
export const correctPerson = route({
  id: 'correctPerson',
  method: 'PATCH',
  url: '/api/membership/persons/:id',
  door: 'people.edit',
  summary: t('更正职工信息', 'Correct a person'),
  params: ById,
  body: z.object({
    version: z.int(),
    name: z.string().max(80).optional(),
    mobile: z.string().max(30).nullish(),
    idNumber: z.string().max(40).optional(),
    ethnicity: z.string().max(4).nullish(),
    education: z.string().max(4).nullish(),
    householdType: z.string().max(20).nullish(),
    isMigrant: z.boolean().nullish(),
    residenceTown: z.int().nullish(),
    skillLevel: z.string().max(30).nullish(),
    title: z.string().max(30).nullish(),
  }),
  reply: PersonPage,
})

const Candidate = z.object({
  id: Id,
  name: z.string(),
  birthOn: CivilDate.nullable(),
  mobile: z.string().nullable(),
  idLast4: z.string().nullable(),
  org: z.string().nullable(),
})
export const listDuplicates = route({
  id: 'listDuplicates',
  method: 'GET',
  url: '/api/membership/duplicates',
  door: 'people.merge',
  summary: t('疑似重复的职工', 'Persons who may be the same'),
  reply: z.object({ pairs: z.array(z.object({ why: z.enum(['name-birth', 'name-mobile']), a: Candidate, b: Candidate })) }),
})
export const mergePersons = route({
  id: 'mergePersons',
  method: 'POST',
  url: '/api/membership/merges',
  door: 'people.merge',
  summary: t('合并重复职工', 'Merge two persons'),
  body: z.object({ keep: Id, gone: Id, because: z.string().trim().min(2).max(200) }),
  reply: z.object({ id: Id }),
})
export const listMerges = route({
  id: 'listMerges',
  method: 'GET',
  url: '/api/membership/merges',
  door: 'people.merge',
  summary: t('合并记录', 'Merges'),
  reply: z.object({
    rows: z.array(z.object({ id: Id, kept: Named, gone: Named, because: z.string(), mergedAt: Instant, undoneAt: Instant.nullable() })),
  }),
})
export const undoMerge = route({
  id: 'undoMerge',
  method: 'POST',
  url: '/api/membership/merges/:id/undo',
  door: 'people.merge',
  summary: t('撤销合并', 'Part two merged persons'),
  params: ById,
  reply: Done,
})

export const listQuality = route({
  id: 'listQuality',
  method: 'GET',
  url: '/api/membership/quality',
  door: 'membership.read',
  summary: t('数据质量待办', 'Data to complete'),
  reply: z.object({
    rows: z.array(
      z.object({
        code: z.enum([
          'no-id-number',
          'no-mobile',
          'shared-mobile',
          'no-occupation',
          'no-education',
          'possible-duplicate',
          'union-without-members',
          'term-overdue',
        ]),
        count: z.int(),
        examples: z.array(Named),
      }),
    ),
  }),
})
