import type { z } from 'zod'
import type { Right } from './right.ts'
import type { Text } from './text.ts'

/**
 * Who may knock. `anyone` needs no sign-in; `person` is any signed-in human, worker or staff;
 * `staff` is a signed-in officer; a right is checked against the posts the caller holds.
 */
export type Door = 'anyone' | 'person' | 'staff' | Right

/**
 * A route is a value: the server mounts it, the typed client calls it, OpenAPI prints it,
 * the permission matrix lists it. `id` is the operationId and what a person would say.
 */
export type Route = {
  id: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  door: Door
  summary: Text
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** Shape of the 200 answer. Absent where `sends` says that the answer is a file. */
  reply?: z.ZodType
  /** The request is a multipart upload of one file (field `file`); other fields travel in the query. */
  takesFile?: true
  /** The answer is a file of this media type. */
  sends?: string
  /** Open to staff who have not set up their second factor yet: everything needed to set it up, and nothing else. */
  beforeSecondFactor?: true
  /** For a signed-in browser only: an API token may not change how its owner signs in. */
  byHand?: true
  /** Requests allowed from one address in a minute, where fewer than the usual 600 (setting). */
  perMinute?: number
}

/** Declares a route; the literal types survive so that server and client infer from it. */
export const route = <const R extends Route>(declared: R): R => declared

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined
type Given<S> = S extends z.ZodType ? z.input<S> : undefined

/** What a handler receives, parsed. */
export type AskOf<R extends Route> = {
  params: Parsed<R['params']>
  query: Parsed<R['query']>
  body: Parsed<R['body']>
}

/** What a caller sends. Parts that the route does not declare may be left out. */
export type CallOf<R extends Route> = (R['params'] extends z.ZodType ? { params: Given<R['params']> } : unknown) &
  (R['query'] extends z.ZodType ? { query?: Given<R['query']> } : unknown) &
  (R['body'] extends z.ZodType ? { body: Given<R['body']> } : unknown) &
  (R['takesFile'] extends true ? { file: Blob } : unknown)

/** What a caller gets back. */
export type ReplyOf<R extends Route> = R['reply'] extends z.ZodType ? z.output<R['reply']> : Blob
