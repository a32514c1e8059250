import { z } from 'zod'
import { type Right, rights } from '../kit/right.ts'
import { postCodes } from '../organisations/posts.ts'

export const RightCode = z.enum(Object.keys(rights) as [Right, ...Right[]])
export const PostKind = z.enum(postCodes as [(typeof postCodes)[number], ...typeof postCodes])

/** What the browser's `navigator.credentials` gave, as JSON. Checked in depth by the server's library, not here. */
export const WebauthnReply = z.object({
  id: z.string().max(1400),
  rawId: z.string().max(1400),
  type: z.literal('public-key'),
  response: z.record(z.string(), z.unknown()),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
  authenticatorAttachment: z.string().max(40).optional(),
})

/** The first step is done, and this account wants a second one. */
export const SecondFactor = z.object({ step: z.literal('second-factor'), challenge: z.uuid(), methods: z.array(z.enum(['totp', 'passkey'])) })
export const SignedIn = z.object({ step: z.literal('done') })
export const Login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9._-]{2,40}$/)
