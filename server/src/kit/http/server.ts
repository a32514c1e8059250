import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import { fastify } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { newId } from '../ids.ts'
import { logger } from '../log.ts'
import type { Building } from './building.ts'
import { type WhoIs, addDoors } from './doors.ts'
import { type ConstraintWords, addFailures } from './failures.ts'
import { addHeaders } from './headers.ts'
import { type Mount, mounter } from './mount.ts'

/** A room of the server: mounts its routes. */
export type Room = (mount: Mount, building: Building) => void

/** The HTTP server with all rooms mounted, not yet listening. */
export const openServer = async (building: Building, rooms: readonly Room[], given: { whoIs: WhoIs; words: ConstraintWords }) => {
  const app = fastify({
    loggerInstance: logger(), genReqId: newId, bodyLimit: 1_000_000, trustProxy: 'loopback',
    forceCloseConnections: true, routerOptions: { maxParamLength: 200 },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: 64_000_000, files: 1 } })
  addHeaders(app, building.setup)
  addFailures(app, given.words)
  addDoors(app, building.setup.region, given.whoIs)
  const mount = mounter(app, building)
  for (const room of rooms) room(mount, building)
  return app
}
export type Server = Awaited<ReturnType<typeof openServer>>
