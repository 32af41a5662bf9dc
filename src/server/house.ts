import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { type Logger, pino } from 'pino'
import type { IsoInstant } from '#lib/time.ts'
import { openDatabase } from '#kernel/database/database.ts'
import { closeRenderer } from '#kernel/forms/server/render.ts'
import type { House } from '#kernel/http/server/house.ts'
import { keepDelivering } from '#kernel/outbox/server/deliver.ts'
import { type Live, openEvents } from '#kernel/outbox/server/events.ts'
import { readAllowed } from '#kernel/outbox/server/channels/addresses.ts'
import { openOutbound } from '#kernel/outbox/server/channels/outbound.ts'
import { keepSending } from '#kernel/outbox/server/keep-sending.ts'
import { openRulebook } from '#kernel/parameters/server/rulebook.ts'
import { seedPhrases } from '#kernel/phrases/server/queries.ts'
import { keepTicking } from '#kernel/process/server/ticking.ts'
import { buildApp } from './app.ts'
import { keepSweeping } from './sweeping.ts'
import { loadModules, moduleRoutes, knownParameters, writeEdges } from './modules.ts'
import { allRoutes } from './routes.ts'
import { readSecret } from './secret.ts'

export interface HouseOptions {
  readonly databaseUrl: string
  readonly varDir: string
  readonly origin: string
  readonly webDir: string | null
  readonly perMinute: number
  readonly mostAtOnce: number
  readonly trustProxy: boolean
  readonly logLevel: string
  /** inner addresses messages may be sent to, as ranges; none unless told */
  readonly outboundAllow?: string
  /** connections at most; fifteen for one server unless told */
  readonly connections?: number
  /** another clock, for tests; the machine's otherwise */
  readonly now?: () => IsoInstant
}

export interface RunningHouse {
  readonly house: House
  readonly app: FastifyInstance
  readonly live: Live
  /** lets the clock, the outbox and the sweeper run; until then only what is asked happens */
  work(): void
  /** stops taking requests, finishes those at work, ends the loops, closes the pool; not the database itself */
  close(): Promise<void>
}

const machineClock = (): IsoInstant => Temporal.Now.instant().toString({ fractionalSecondDigits: 3 })

/** Puts the parts of the house together on a migrated database; does not listen yet. */
export async function openHouse(options: HouseOptions): Promise<RunningHouse> {
  const log: Logger = pino({
    level: options.logLevel,
    redact: ['req.headers.cookie', 'req.headers["idempotency-key"]', 'req.headers["x-guest-key"]'],
  })
  const now = options.now ?? machineClock
  const modules = await loadModules()
  const known = await knownParameters(modules)
  const outbound = openOutbound(readAllowed(options.outboundAllow ?? ''))
  const database = openDatabase({ connectionString: options.databaseUrl, max: options.connections ?? 15 })
  const live = await openEvents({ connectionString: options.databaseUrl })
  const rulebook = openRulebook(known, now)
  const filesDir = join(options.varDir, 'files')
  mkdirSync(filesDir, { recursive: true, mode: 0o700 })
  const house: House = {
    database,
    now,
    modules,
    rulebook,
    secret: readSecret(options.varDir),
    log,
    events: live,
    filesDir,
    origin: options.origin,
  }
  // The edges are the owner's to write: the role the server acts as only reads them.
  await database.kysely.transaction().execute((tx) => writeEdges(tx, modules))
  await database.asHouse(async (tx) => {
    await seedPhrases(tx, now())
    await rulebook.renew(tx)
  })
  const deaf = [live.onRules(renew), live.onGap(renew)]
  function renew(): void {
    database
      .asHouse((tx) => rulebook.renew(tx))
      .catch((error: unknown) => log.warn({ err: error }, 'rules not renewed'))
  }
  const own = await moduleRoutes(modules)
  const app = await buildApp({
    house,
    routes: allRoutes(modules, own, known, live, outbound),
    webDir: options.webDir,
    perMinute: options.perMinute,
    mostAtOnce: options.mostAtOnce,
    trustProxy: options.trustProxy,
  })
  const loops: { stop(): Promise<void> }[] = []
  return {
    house,
    app,
    live,
    work() {
      if (loops.length > 0) return
      loops.push(
        keepDelivering(house, live),
        keepSending(house, live, outbound),
        keepTicking(house),
        keepSweeping(house),
      )
    },
    async close() {
      const closing = live.close()
      await app.close()
      for (const stop of deaf) stop()
      await Promise.all(loops.map((loop) => loop.stop()))
      await closing
      await closeRenderer()
      await database.close()
    },
  }
}
