import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import { type FastifyInstance, fastify } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { newId } from '../ids.ts'
import { logger } from '../log.ts'
import { addApiPage } from './api-page.ts'
import type { Building } from './building.ts'
import { type WhoIs, addDoors } from './doors.ts'
import { type ConstraintWords, addFailures } from './failures.ts'
import { speakBoth } from '../field-words.ts'
import { addHeaders } from './headers.ts'
import { addHealth } from './health.ts'
import { addLimits } from './limits.ts'
import { addMetrics } from './metrics.ts'
import { type Mount, mounter } from './mount.ts'
import { addOpenApi } from './openapi.ts'

/** A room of the server: mounts its routes. */
export type Room = (mount: Mount, building: Building) => void

/** Where routes that take a file live, for what reads files listens to every request of its place. In an object: an instance can be awaited, and would be. */
const placesIn = async (app: FastifyInstance) => {
  const places = { app, uploads: app }
  await app.register(async (uploads) => {
    await uploads.register(multipart, { limits: { fileSize: 64_000_000, files: 1 } })
    places.uploads = uploads
  })
  return places
}

/** The HTTP server with all rooms mounted, not yet listening. */
export const openServer = async (building: Building, rooms: readonly Room[], given: { whoIs: WhoIs; words: ConstraintWords }) => {
  speakBoth()
  const app = fastify({
    loggerInstance: logger(),
    genReqId: newId,
    bodyLimit: 1_000_000,
    trustProxy: 'loopback',
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  await app.register(cookie)
  addHeaders(app, building.setup)
  addFailures(app, given.words)
  addLimits(app, building.setup.perMinute)
  addDoors(app, building.setup.region, given.whoIs)
  addHealth(app, building)
  addMetrics(app, building)
  addApiPage(app)
  await addOpenApi(app, building.setup)
  const mount = mounter(await placesIn(app), building)
  for (const room of rooms) room(mount, building)
  return app
}
export type Server = Awaited<ReturnType<typeof openServer>>
