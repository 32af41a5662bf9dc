import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Language } from '#lib/language.ts'
import type { Actor, Role } from '#kernel/process/roles.ts'
import type { House } from './house.ts'

/*
 * A route is declared, never just added: who may knock, what is asked, what is answered. The server refuses to boot with
 * a route that leaves one of these out.
 */

/** public: anybody. halfway: a session that still lacks its second factor. session: anybody signed in. */
export type Policy = 'public' | 'halfway' | 'session' | 'staff' | 'customer' | readonly Role[]

export interface Asked<Params = unknown, Query = unknown, Body = unknown> {
  readonly actor: Actor
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly language: Language
  /** Idempotency-Key of a writing route */
  readonly key: string
  /** the answer held against the route's schema, so that nothing undeclared leaves the house */
  readonly check: (answer: unknown) => unknown
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

export interface Route<Params = unknown, Query = unknown, Body = unknown, Answer = unknown> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly policy: Policy
  /** chapter of the API document */
  readonly tag: string
  /** operation id: `repair.deliver` */
  readonly id: string
  readonly summary: string
  readonly params?: z.ZodType<Params>
  readonly query?: z.ZodType<Query>
  readonly body?: z.ZodType<Body>
  /** what the API document shows as the body, where the rulebook rather than the door checks it */
  readonly described?: z.ZodType
  /** schema of the JSON answer; `bytes` for files and streams the handler sends itself; `nothing` for 204 */
  readonly answer: z.ZodType<Answer> | 'bytes' | 'nothing'
  readonly status?: 200 | 201 | 202
  /** asks for an Idempotency-Key; the handler writes through `write()` */
  readonly writes?: true
  /** the answer carries a secret that must not be kept: changes something without an Idempotency-Key, and says so */
  readonly secretAnswer?: true
  /** multipart upload: bytes at most for one file */
  readonly upload?: { readonly most: number }
  /** requests a minute for one person or address, where the general limit is too wide */
  readonly limit?: { readonly perMinute: number }
  handle(asked: Asked<Params, Query, Body>, house: House): Promise<Answer>
}

/** Keeps the types of a route together; a list of routes forgets them. */
export const route = <Params, Query, Body, Answer>(spec: Route<Params, Query, Body, Answer>): AnyRoute =>
  spec as AnyRoute

export type AnyRoute = Route<never, never, never, unknown>
