import type { Language } from '@gongyou/contract/kit/text.ts'
import type { FastifyRequest } from 'fastify'

/** The language a browser asks for: Chinese, unless it says English first. */
export const languageOf = (request: FastifyRequest): Language => (/^en/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh')
