import { z } from 'zod'
import type { Live } from '#kernel/outbox/server/events.ts'
import type { AnyRoute } from '#kernel/http/server/route.ts'
import { knownParameters, loadModules, moduleRoutes } from './modules.ts'
import { allRoutes } from './routes.ts'

/* The API document, made from the declarations of the routes; committed, and checked for drift. For outsiders: our own web takes its types from the definitions. */

type Json = Record<string, unknown>

const Problem: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    missing: {
      type: 'array',
      items: {
        type: 'object',
        required: ['need', 'message'],
        properties: { need: { type: 'string' }, message: { type: 'string' } },
      },
    },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code', 'message'],
        properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
    retryAfter: { type: 'integer' },
  },
}

export async function openapiDocument(): Promise<object> {
  const modules = await loadModules()
  const known = await knownParameters(modules)
  const routes = allRoutes(modules, await moduleRoutes(modules), known, nobodyListens)
  const components: Components = { schemas: {}, names: new Map() }
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, components) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Atrium 中庭',
      version: '0.1.0',
      description:
        'The service desk of an office complex. Money in fen, instants in UTC, refusals as RFC 9457 problem documents with stable codes.',
    },
    paths: Object.fromEntries(Object.entries(paths).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      schemas: { Problem, ...components.schemas },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-atrium' } },
    },
  }
}

function operation(route: AnyRoute, components: Components): Json {
  const body = route.described ?? route.body
  const ok = String(route.answer === 'nothing' ? 204 : (route.status ?? 200))
  return {
    tags: [route.tag],
    operationId: route.id,
    summary: route.summary,
    ...(route.policy === 'public' ? { security: [] } : { security: [{ session: [] }], 'x-policy': route.policy }),
    parameters: [
      ...parametersOf(route.params, 'path'),
      ...parametersOf(route.query, 'query'),
      ...(route.writes ? [idempotencyKey] : []),
    ],
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } } } : {}),
    ...(route.upload
      ? {
          requestBody: {
            required: true,
            content: {
              'multipart/form-data': {
                schema: {
                  type: 'object',
                  properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
                },
              },
            },
          },
        }
      : {}),
    responses: {
      [ok]: { description: 'done', ...answerOf(route, components) },
      default: {
        description: 'refused',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

const idempotencyKey: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', minLength: 8, maxLength: 120 },
  description: 'Made once for each intention; a repetition gets the first answer again',
}

function answerOf(route: AnyRoute, components: Components): Json {
  if (route.answer === 'nothing') return {}
  if (route.answer === 'bytes')
    return { content: { '*/*': { schema: { type: 'string', contentMediaType: 'application/octet-stream' } } } }
  return { content: { 'application/json': { schema: referTo(components, route.answer, route.id) } } }
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema) as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

interface Components {
  readonly schemas: Record<string, Json>
  readonly names: Map<z.ZodType, string>
}

/** A schema answered by several operations stands once, under the name of the first. */
function referTo(components: Components, schema: z.ZodType, id: string): Json {
  const known = components.names.get(schema)
  const name = known ?? id.replace(/(^|\.)(\w)/g, (_all, _dot: string, letter: string) => letter.toUpperCase())
  if (known === undefined) {
    components.names.set(schema, name)
    components.schemas[name] = schemaOf(schema, 'output')
  }
  return { $ref: `#/components/schemas/${name}` }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'input'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // zod writes its own long expressions for these formats; the format's name says it.
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern
      for (const key of ['control', 'values', 'purpose', 'roles', 'many', 'authority', 'unit'] as const)
        delete (jsonSchema as Json)[key]
    },
  }) as Json
  return rest
}

const nobodyListens: Live = {
  listen: () => () => {},
  onOutbox: () => () => {},
  onDeliveries: () => () => {},
  onRules: () => () => {},
  onSession: () => () => {},
  onGap: () => () => {},
  closing: AbortSignal.abort(),
  close: () => Promise.resolve(),
}
