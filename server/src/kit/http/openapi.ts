import swagger from '@fastify/swagger'
import type { Route } from '@gongyou/contract/kit/route.ts'
import type { FastifyInstance } from 'fastify'
import { createJsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { Setup } from './building.ts'

type Operation = { operationId?: string; security?: object[]; responses: Record<string, object>; requestBody?: object; description?: string }
type Document = { components: { schemas?: Record<string, object> }; paths: Record<string, Record<string, Operation>> }

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable name of the refusal, for programs' },
    detail: { type: 'string', description: 'For people' },
    errors: {
      type: 'array',
      items: { type: 'object', required: ['path', 'message'], properties: { path: { type: 'string' }, message: { type: 'string' } } },
    },
    request: { type: 'string' },
  },
}
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

const doorText = ({ door }: Route) =>
  door === 'anyone'
    ? '无需登录 · No sign-in'
    : door === 'person'
      ? '须登录 · Any signed-in person'
      : door === 'staff'
        ? '工作人员 · Staff'
        : `权限 Right \`${door}\``

/** What every operation shares is written here once and not beside each route: doors, refusals, files. */
const complete = (operation: Operation, route: Route) => {
  operation.description = [
    doorText(route),
    route.byHand ? '接口令牌不可用 · Not with an API token' : '',
    route.perMinute ? `每分钟 ${route.perMinute} 次 · ${route.perMinute} a minute` : '',
  ]
    .filter(Boolean)
    .join('；')
  operation.security = route.door === 'anyone' ? [] : route.byHand ? [{ session: [] }] : [{ session: [] }, { token: [] }]
  if (route.takesFile)
    operation.requestBody = {
      required: true,
      content: {
        'multipart/form-data': { schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } },
      },
    }
  if (route.sends)
    operation.responses = { 200: { description: 'The file', content: { [route.sends]: { schema: { type: 'string', format: 'binary' } } } } }
  const refusals: Record<string, object> = {
    400: problem('填写有误 · Not valid'),
    404: problem('没有找到，或无权查看 · Not found, or not yours to see'),
    409: problem('与现状冲突 · Conflicts with what is recorded'),
    429: problem('太频繁 · Too many requests'),
  }
  if (route.door !== 'anyone') Object.assign(refusals, { 401: problem('请先登录 · Sign in first'), 403: problem('没有权限 · No right') })
  operation.responses = { ...operation.responses, ...refusals }
}

/** Draws OpenAPI 3.1 from the mounted routes. Registered before them; the document is finished when first asked for. */
export const addOpenApi = async (app: FastifyInstance, setup: Setup) => {
  const declared = new Map<string, Route>()
  app.addHook('onRoute', ({ config }) => {
    if (config?.declared) declared.set(config.declared.id, config.declared)
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '工友 Gongyou',
        version: '1',
        description:
          '工会服务平台接口。写入请求用会话 Cookie 时须带请求头 `x-gongyou: 1`。 With the session cookie, requests that write carry the header `x-gongyou: 1`.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } as never,
      },
      servers: [{ url: setup.publicUrl }],
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'gongyou' }, token: { type: 'http', scheme: 'bearer' } },
        schemas: { Problem: problemSchema as never },
      },
    },
    transform: createJsonSchemaTransform({ skipList: [] }),
    transformObject: jsonSchemaTransformObject,
  })
  let drawn: object | undefined
  const draw = () => {
    const document = JSON.parse(JSON.stringify(app.swagger())) as Document
    for (const operations of Object.values(document.paths))
      for (const operation of Object.values(operations)) {
        const route = declared.get(operation.operationId ?? '')
        if (route) complete(operation, route)
      }
    return document
  }
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_, reply) => reply.header('cache-control', 'no-cache').send((drawn ??= draw())))
}
