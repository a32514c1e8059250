import { z } from 'zod'
import { route } from '../kit/route.ts'
import { t } from '../kit/text.ts'

/** A fictional person of the example district that one can be. Staff sign in by password, workers by a code to the phone. */
export const Persona = z
  .object({
    kind: z.enum(['staff', 'worker']),
    name: z.string(),
    post: z.string().nullable(),
    at: z.string().nullable(),
    login: z.string().nullable(),
    password: z.string().nullable(),
    mobile: z.string().nullable(),
    tries: z.string(),
  })
  .meta({ id: 'Persona' })
export type Persona = z.infer<typeof Persona>

/** Exists in the example only; elsewhere 404. */
export const listPersonas = route({
  id: 'listPersonas',
  method: 'GET',
  url: '/api/demo/personas',
  door: 'anyone',
  summary: t('演示人物', 'People of the example district'),
  reply: z.object({ personas: z.array(Persona), joinCodes: z.array(z.object({ code: z.string(), label: z.string(), expired: z.boolean() })) }),
})
