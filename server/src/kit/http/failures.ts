import { type Problem } from '@gongyou/contract/kit/problem.ts'
import { type ProblemCode, problemTexts } from '@gongyou/contract/problems.ts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { isAway } from '../db/away.ts'
import { Refused, refuse } from '../refuse.ts'
import { textOfMessage } from '../field-words.ts'
import { languageOf } from './language.ts'

/** Which refusal each named constraint of the database means. Unnamed ones fall to `record.refused`. */
export type ConstraintWords = Readonly<Record<string, ProblemCode>>

type DatabaseError = { code: string; constraint?: string; message: string }
const isDatabaseError = (e: unknown): e is DatabaseError =>
  e instanceof Error && 'code' in e && typeof e.code === 'string' && /^[0-9A-Z]{5}$/.test(e.code)

// Citus hides `constraint` and appends a shard number to the name in the message.
const constraintOf = (e: DatabaseError) => (e.constraint ?? /constraint "([^"]+)"/.exec(e.message)?.[1] ?? '').replace(/_\d{6,}$/, '')

const refusalOf = (e: DatabaseError, words: ConstraintWords) => {
  const known = words[constraintOf(e)]
  if (known) return refuse(known)
  if (e.code === '23505' || e.code === '23P01' || e.code === '23514') return refuse('record.refused')
  if (e.code === '23503') return refuse('record.linked')
  if (e.code === '22P02' || e.code === '22003' || e.code === '22007' || e.code === '22008' || e.code === '22021') return refuse('request.invalid')
  if (e.code === '40001' || e.code === '40P01' || e.code === '53300' || e.code === '57014') return refuse('server.busy')
  return undefined
}

const byFastifyCode: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.media-type',
  FST_REQ_FILE_TOO_LARGE: 'request.too-large',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.unreadable',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.unreadable',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.unreadable',
}

const asRefused = (error: unknown, words: ConstraintWords): Refused | undefined => {
  if (error instanceof Refused) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.map((v) => ({
      path: v.instancePath.replace(/^\//, '').replaceAll('/', '.'),
      message: textOfMessage(v.message ?? ''),
    }))
    // One thing at a time: the first that is wrong with a field says enough.
    return refuse('request.invalid', { fields: fields.filter((f, i) => fields.findIndex((o) => o.path === f.path) === i) })
  }
  if (isAway(error)) return refuse('server.database-away')
  if (isDatabaseError(error)) return refusalOf(error, words)
  const { code, statusCode } = error as { code?: string; statusCode?: number }
  if (code && byFastifyCode[code]) return refuse(byFastifyCode[code])
  if (statusCode === 429) return refuse('request.too-often')
  if (statusCode && statusCode >= 400 && statusCode < 500) return refuse('request.unreadable')
  return undefined
}

const send = (reply: FastifyReply, problem: Problem) =>
  reply.code(problem.status).type('application/problem+json').serializer(JSON.stringify).send(problem)

/** Turns every refusal, bad request and named constraint into an RFC 9457 problem; anything else is a 500 with an id, logged once. */
export const addFailures = (app: FastifyInstance, words: ConstraintWords) => {
  app.setErrorHandler((error, request, reply) => {
    const refused = asRefused(error, words)
    if (!refused) {
      request.log.error({ err: error }, 'request failed')
      const detail =
        languageOf(request) === 'en'
          ? 'Something went wrong on our side; nothing was saved'
          : '我们这边出了问题，刚才的内容没有保存。请稍后再试，或把编号告诉管理员'
      return send(reply, { type: 'about:blank', title: 'Internal error', status: 500, code: 'server.failed', detail, request: request.id })
    }
    const [status, text] = problemTexts[refused.code]
    const language = languageOf(request)
    if (status === 503) void reply.header('retry-after', '5')
    return send(reply, {
      type: `https://gongyou.example/problems/${refused.code}`,
      title: text.en,
      status,
      code: refused.code,
      detail: refused.in(language),
      ...(refused.fields ? { errors: refused.fieldsIn(language) } : {}),
      request: request.id,
    })
  })
  app.setNotFoundHandler((request, reply) => {
    const [status, text] = problemTexts['request.no-such-page']
    return send(reply, {
      type: 'about:blank',
      title: text.en,
      status,
      code: 'request.no-such-page',
      detail: text[languageOf(request)],
      request: request.id,
    })
  })
}
