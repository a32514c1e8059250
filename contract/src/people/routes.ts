import { z } from 'zod'
import { educations, householdTypes } from '../codes/person-codes.ts'
import { ethnicities } from '../codes/ethnicities.ts'
import { professionalTitles, skillLevels } from '../codes/work-codes.ts'
import { route } from '../kit/route.ts'
import { CivilDate, Done, Id, Instant } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { codesOf } from './codes-of.ts'

export const TextShape = z.object({ zh: z.string(), en: z.string() })

/** A person as the person sees it: nothing left out, the ID number shown by its ends only. */
export const MyPerson = z
  .object({
    id: Id,
    name: z.string(),
    idType: z.string().nullable(),
    idMasked: z.string().nullable(),
    sex: z.int(),
    birthOn: CivilDate.nullable(),
    mobile: z.string().nullable(),
    education: z.string().nullable(),
    ethnicity: z.string().nullable(),
    householdType: z.string().nullable(),
    isMigrant: z.boolean().nullable(),
    residenceTown: z.int().nullable(),
    skillLevel: z.string().nullable(),
    title: z.string().nullable(),
    /** Which sensitive fields are kept, each encrypted. */
    sealed: z.array(z.string()),
    registeredAt: Instant,
    changedAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'MyPerson' })
export type MyPerson = z.infer<typeof MyPerson>

/** One line of the audit trail about a person, for that person. */
export const Sight = z
  .object({ id: Id, at: Instant, who: z.string(), self: z.boolean(), what: TextShape, purpose: z.string().nullable() })
  .meta({ id: 'Sight' })
export type Sight = z.infer<typeof Sight>

export const showMyIdNumber = route({
  id: 'showMyIdNumber',
  method: 'POST',
  url: '/api/people/mine/id-number',
  door: 'person',
  perMinute: 20,
  summary: t('本人查看完整证件号码', 'One sees one’s own ID number'),
  reply: z.object({ idNumber: z.string() }),
})

/** What a person may correct alone. Name and number need the card: see `askCorrection`. */
export const correctMyData = route({
  id: 'correctMyData',
  method: 'PATCH',
  url: '/api/people/mine',
  door: 'person',
  summary: t('本人更正资料', 'One corrects one’s own data'),
  body: z.object({
    version: z.int(),
    education: codesOf(educations).nullable().optional(),
    ethnicity: codesOf(ethnicities).nullable().optional(),
    householdType: codesOf(householdTypes).nullable().optional(),
    isMigrant: z.boolean().nullable().optional(),
    residenceTown: z.int().nullable().optional(),
    skillLevel: codesOf(skillLevels).nullable().optional(),
    title: codesOf(professionalTitles).nullable().optional(),
  }),
  reply: Done,
})

export const whoSawMyData = route({
  id: 'whoSawMyData',
  method: 'GET',
  url: '/api/people/mine/sights',
  door: 'person',
  summary: t('谁看过、改过我的信息', 'Who saw or changed my data'),
  query: z.object({
    by: z.enum(['others', 'all']).default('others'),
    after: z.string().max(80).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  reply: z.object({ rows: z.array(Sight), next: z.string().nullable() }),
})
