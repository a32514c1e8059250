import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, Done, Id, Instant } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { RegisterSent } from './definition.ts'
import { ByCode } from './routes.ts'
import { Said } from './shapes.ts'

/** What is being designed may be half done: it is kept as it is and its faults are named. */
const Unfinished = z.record(z.string().max(40), z.unknown())
const Because = z.string().trim().min(2).max(300)

export const RegisterDesign = z
  .object({
    id: Id,
    code: z.string(),
    definition: Unfinished,
    faults: z.array(z.object({ path: z.string(), says: Said })),
    /** The revision it will become. */
    revision: z.int(),
    changedAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'RegisterDesign' })
export type RegisterDesign = z.infer<typeof RegisterDesign>

export const listRegisterDesigns = route({
  id: 'listRegisterDesigns',
  method: 'GET',
  url: '/api/register-designs',
  door: 'registers.design',
  summary: t('名册草稿', 'Registers being designed'),
  reply: z.object({ drafts: z.array(z.object({ id: Id, code: z.string(), title: z.string(), revision: z.int(), changedAt: Instant })) }),
})
/** Begins a register, or with `from` the next revision of one. */
export const createRegisterDesign = route({
  id: 'createRegisterDesign',
  method: 'POST',
  url: '/api/register-designs',
  door: 'registers.design',
  summary: t('新建名册', 'Begin a register'),
  body: z.object({ title: z.string().trim().min(2).max(40), from: z.string().max(60).optional() }),
  reply: RegisterDesign,
})
export const getRegisterDesign = route({
  id: 'getRegisterDesign',
  method: 'GET',
  url: '/api/register-designs/:id',
  door: 'registers.design',
  summary: t('名册草稿', 'A register being designed'),
  params: ById,
  reply: RegisterDesign,
})
export const saveRegisterDesign = route({
  id: 'saveRegisterDesign',
  method: 'PUT',
  url: '/api/register-designs/:id',
  door: 'registers.design',
  summary: t('保存名册草稿', 'Save a register being designed'),
  params: ById,
  body: z.object({ version: z.int(), definition: Unfinished }),
  reply: RegisterDesign,
})
export const dropRegisterDesign = route({
  id: 'dropRegisterDesign',
  method: 'DELETE',
  url: '/api/register-designs/:id',
  door: 'registers.design',
  summary: t('删除名册草稿', 'Throw a draft away'),
  params: ById,
  reply: Done,
})
export const publishRegisterDesign = route({
  id: 'publishRegisterDesign',
  method: 'POST',
  url: '/api/register-designs/:id/publish',
  door: 'registers.design',
  summary: t('发布名册', 'Publish a register'),
  params: ById,
  body: z.object({ version: z.int(), because: Because }),
  reply: z.object({ code: z.string(), revision: z.int() }),
})
export const retireRegister = route({
  id: 'retireRegister',
  method: 'POST',
  url: '/api/registers/:code/retire',
  door: 'registers.design',
  summary: t('停用名册', 'Retire a register'),
  params: ByCode,
  body: z.object({ because: Because }),
  reply: Done,
})
export const getRegisterHistory = route({
  id: 'getRegisterHistory',
  method: 'GET',
  url: '/api/registers/:code/revisions',
  door: 'registers.read',
  summary: t('名册的各版本', 'Revisions of a register'),
  params: ByCode,
  reply: z.object({
    revisions: z.array(
      z.object({
        revision: z.int(),
        publishedAt: Instant,
        by: z.string().nullable(),
        because: z.string(),
        entries: z.int(),
        definition: RegisterSent,
      }),
    ),
  }),
})
