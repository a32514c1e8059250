import type { Route } from '@gongyou/contract/kit/route.ts'
import { routes } from '@gongyou/contract/routes.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { aUnion } from './union.ts'

const union = await aUnion({ people: 60 })
const speakers = {
  nobody: union.visitor(),
  station: await union.as('gulou'),
  organiser: await union.as('zuzhi'),
  administrator: await union.as('guanli'),
  auditor: await union.as('jingshen'),
}
// These would only sign the speaker out.
const all = Object.values(routes as Record<string, Route>).filter((r) => r.id !== 'signOut')

const nasty = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '𠮷',
    '\u202e',
    "';drop table people.person;--",
    '%',
    '\\',
    '..%2f',
    '9'.repeat(400),
    'x'.repeat(5000),
    '0199aaaa-0000-7000-8000-000000000000',
    '2026-02-30',
    '-infinity',
    'null',
    '|',
    'a|b',
    '2026-01-01|x',
    'infinity|0199aaaa-0000-7000-8000-000000000000',
    '\ud800',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.anything(), { maxLength: 3 }),
  fc.dictionary(fc.string(), fc.anything(), { maxKeys: 3 }),
)

type Schema = {
  type?: string
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  format?: string
  required?: string[]
}
/** Values that nearly fit the shape: each part is right with good odds, so that inputs get past the first wall too. */
const near = (s: Schema): fc.Arbitrary<unknown> => {
  const branches = s.anyOf ?? s.oneOf
  const right: fc.Arbitrary<unknown> =
    s.const !== undefined
      ? fc.constant(s.const)
      : s.enum
        ? fc.constantFrom(...s.enum)
        : branches
          ? fc.oneof(...branches.map(near))
          : s.type === 'object'
            ? fc.record(Object.fromEntries(Object.entries(s.properties ?? {}).map(([k, v]) => [k, near(v)])), { requiredKeys: s.required ?? [] })
            : s.type === 'array'
              ? fc.array(near(s.items ?? {}), { maxLength: 3 })
              : s.type === 'integer'
                ? fc.integer({ min: 0, max: 300 })
                : s.type === 'number'
                  ? fc.double({ noNaN: true })
                  : s.type === 'boolean'
                    ? fc.boolean()
                    : s.format === 'uuid'
                      ? fc.constant('0199aaaa-0000-7000-8000-000000000000')
                      : s.format === 'date'
                        ? fc.constantFrom('2026-11-20', '0001-01-01', '9999-12-31')
                        : fc.constantFrom('13700000001', 'abcdefghij', '110118', '许大川')
  return fc.oneof({ weight: 8, arbitrary: right }, { weight: 1, arbitrary: nasty })
}
const shapeOf = (schema: z.ZodType | undefined) =>
  schema ? near(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema) : fc.constant(undefined)

const calls = all.map((route) =>
  fc.record({
    route: fc.constant(route),
    who: fc.constantFrom(...(Object.keys(speakers) as (keyof typeof speakers)[])),
    params: shapeOf(route.params),
    query: shapeOf(route.query),
    body: shapeOf(route.body),
    raw: fc.option(fc.constantFrom('{', '[]', '"x"', 'null', '{"a":', '\u0000', '{"__proto__":{"x":1}}', `{"a":${'['.repeat(3000)}`), { freq: 12 }),
  }),
)

const text = (value: unknown) => {
  try {
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
  } catch {
    return 'x'
  }
}
const encoded = (value: unknown) => {
  try {
    return encodeURIComponent(text(value))
  } catch {
    return '%00'
  }
}
const failures: string[] = []
const seen = new Map<number, number>()

const send = async ({
  route,
  who,
  params,
  query,
  body,
  raw,
}: {
  route: Route
  who: keyof typeof speakers
  params: unknown
  query: unknown
  body: unknown
  raw: string | null
}) => {
  const given = (typeof params === 'object' && params !== null ? params : {}) as Record<string, unknown>
  const path = route.url.replace(/:(\w+)/g, (_, name: string) => encoded(given[name] ?? params) || 'x')
  const search =
    typeof query === 'object' && query !== null
      ? Object.entries(query)
          .map(([k, v]) => `${encoded(k)}=${encoded(v)}`)
          .join('&')
      : ''
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  const answer = await speakers[who].send({
    method: route.method,
    url: search ? `${path}?${search}` : path,
    ...(route.method === 'GET' || payload === undefined ? {} : { payload, headers: { 'content-type': 'application/json' } }),
  })
  seen.set(answer.statusCode, (seen.get(answer.statusCode) ?? 0) + 1)
  // 503 says "busy" or "no such store here": a refusal with words, not a fault.
  if (answer.statusCode >= 500 && answer.statusCode !== 503)
    failures.push(`${route.method} ${path.slice(0, 120)}?${search.slice(0, 200)} as ${who}: ${answer.statusCode} ${String(payload).slice(0, 300)}`)
}

test('no malformed input makes any route fail', async () => {
  for (const call of calls)
    for (const sample of fc.sample(call as fc.Arbitrary<Parameters<typeof send>[0]>, { numRuns: 12, seed: 20_261_120 })) await send(sample)
  expect(failures).toEqual([])
  expect([...seen.values()].reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(600)
  // It got past the first wall, too.
  expect(seen.get(200) ?? 0).toBeGreaterThan(10)
  expect(seen.get(400) ?? 0).toBeGreaterThan(50)
}, 240_000)
