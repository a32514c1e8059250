import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Problem } from '@gongyou/contract/kit/problem.ts'
import type { CallOf, ReplyOf } from '@gongyou/contract/kit/route.ts'
import { type Routes, routes } from '@gongyou/contract/routes.ts'
import type { InjectOptions } from 'fastify'
import { afterAll } from 'vitest'
import { demoPassword } from '../../../demo/src/personas.ts'
import { whoIs } from '../features/accounts/index.ts'
import { syncAllowedChildren } from '../features/organisations/index.ts'
import { openDatabase } from '../kit/db/database.ts'
import { appPool, ownerPool } from '../kit/db/pool.ts'
import { openServer } from '../kit/http/server.ts'
import { openKeyRing } from '../kit/secrets/key-ring.ts'
import { facts, rooms, words } from '../rooms.ts'
import { openRegion } from '../start/database.ts'
import { type Chapter, loadExample } from '../start/example.ts'
import { declareServices } from '../start/services.ts'
import { aDatabase } from './database.ts'

export const region = 110118

/** What a test throws when the server refuses. */
export class RefusedCall extends Error {
  readonly status: number
  readonly problem: Problem
  constructor(status: number, problem: Problem) {
    super(`${status} ${problem.code}: ${problem.detail}`)
    this.status = status
    this.problem = problem
  }
}

/**
 * A small union to test against, over HTTP: the example district with few people on a real PostgreSQL of the test
 * file's own (or none, when `empty`). `as('gulou')` speaks as that officer, `visitor()` as nobody; both keep their cookies.
 */
export const aUnion = async ({
  people = 200,
  unions = 120,
  demo = true,
  empty = false,
  settings = {} as Record<string, string>,
  perMinute = 0,
  /** Chapters of the example beside its people. */
  chapters = [] as readonly Chapter[],
} = {}) => {
  const { url } = await aDatabase()
  const owner = ownerPool(url)
  const folder = mkdtempSync(path.join(tmpdir(), 'gongyou-union-'))
  const keys = openKeyRing(path.join(folder, 'keys', 'ring.json'))
  await openRegion(owner, region)
  await syncAllowedChildren(owner)
  const db = openDatabase(appPool(url), facts)
  await declareServices(db, region)
  if (!empty) await loadExample({ owner, db, keys, region, people, unions, chapters }, () => {})
  const setup = { region, demo, publicUrl: 'http://gongyou.test', folder, secureCookies: false, settings, perMinute }
  const building = { db, keys, setup }
  const app = await openServer(building, rooms, { whoIs: whoIs(db, region, demo), words })
  await app.ready()
  afterAll(async () => {
    await app.close()
    await db.end()
    await owner.end()
  })

  const visitor = () => {
    let cookie = ''
    const send = async (options: InjectOptions) => {
      const answer = await app.inject({ ...options, headers: { 'x-gongyou': '1', ...(cookie ? { cookie } : {}), ...options.headers } })
      const set = answer.cookies.find((c) => c.name === 'gongyou')
      if (set) cookie = set.value ? `gongyou=${set.value}` : ''
      return answer
    }
    const ask = async <Name extends keyof Routes>(name: Name, call: CallOf<Routes[Name]>): Promise<ReplyOf<Routes[Name]>> => {
      const route = routes[name]
      const { params, query, body } = call as { params?: Record<string, string>; query?: Record<string, string>; body?: object }
      const address = route.url.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(params?.[key])))
      const answer = await send({ method: route.method, url: address, ...(query ? { query } : {}), ...(body ? { payload: body } : {}) })
      if (answer.statusCode >= 400) throw new RefusedCall(answer.statusCode, answer.json())
      return answer.json()
    }
    return { ask, send }
  }

  const as = async (login: string) => {
    const staff = visitor()
    await staff.ask('signIn', { body: { login, password: demoPassword } })
    return staff
  }

  /** The newest code sent to a phone, read where the development outbox reads it. */
  const codeFor = async (mobile: string) => {
    const { rows } = await owner.query<{ body: string }>('select body from notices.delivery where address = $1 order by created_at desc limit 1', [
      mobile,
    ])
    return /\d{6}/.exec(rows[0]!.body)![0]
  }
  return { app, db, building, owner, keys, url, folder, visitor, as, codeFor }
}
export type Union = Awaited<ReturnType<typeof aUnion>>
