/** npm run bench: fills a house, looks at the plans, measures the work, and says how it stands to the database's own limit. */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '#kernel/database/migrate.ts'
import { throwAwayDatabase } from '#server/embedded/throw-away.ts'
import { openHouse, type RunningHouse } from '#server/house.ts'
import { type Building, raise } from './building.ts'
import { fill } from './fill.ts'
import { limits } from './limits.ts'
import { rate } from './measure.ts'
import { absent, common, rare } from './phrases.ts'
import { look } from './plans.ts'
import { type Known, readings } from './readings.ts'
import { kinds, type Targets, works } from './works.ts'

const migrations = join(import.meta.dirname, '..', '..', '..', 'db', 'migrations')
const clients = [1, 8, 32]
const seconds = 0.7
/** From here on a sequential scan is a fault; in a small table it is the right thing. */
const large = 100_000

/** Returns how many readings had a fault. */
export async function bench(sizes: readonly number[]): Promise<number> {
  console.log(
    `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, Node ${process.version}, PostgreSQL with fsync on`,
  )
  let faults = 0
  for (const many of sizes) {
    // In a large house the planner must find its indexes; vacuum is ours to call, so that it falls into no measurement.
    const database = await throwAwayDatabase(undefined, { autovacuum: 'off', max_connections: '100' })
    try {
      faults += await benchOf(database.url, many)
    } finally {
      await database.stop()
    }
  }
  return faults
}

async function benchOf(url: string, many: number): Promise<number> {
  const varDir = await mkdtemp(join(tmpdir(), 'atrium-bench-'))
  await migrate({ connectionString: url }, migrations)
  const running = await openHouse({
    databaseUrl: url,
    varDir,
    origin: 'http://127.0.0.1',
    webDir: null,
    perMinute: 1e9,
    mostAtOnce: 1000,
    trustProxy: false,
    logLevel: 'silent',
    connections: 32,
  })
  const direct = new pg.Pool({ connectionString: url, max: 32 })
  try {
    const { house } = running
    const begun = performance.now()
    const building = await house.database.asHouse((tx) => raise(tx, house.now()))
    await house.database.asHouse((tx) => house.rulebook.renew(tx))
    await fill(url, building, many, house.now())
    console.log(`\n── ${many.toLocaleString('en')} slips, written in ${seconded(begun)}`)
    const faults = await showPlans(running, building, many)
    await showRates(running, direct, building)
    return faults
  } finally {
    await direct.end()
    await running.close()
    await rm(varDir, { recursive: true, force: true })
  }
}

async function showPlans({ house }: RunningHouse, building: Building, many: number): Promise<number> {
  const all = readings(house, moduleOf(house), building, await knownIn(house.database.pool))
  console.log('\nreading                                        queries   in database  rows of a large table')
  let faulty = 0
  for (const reading of all) {
    await look(house.database, reading)
    const { name, queries, ms, rows, faults } = await look(house.database, reading)
    const wrong = many >= large ? faults : []
    if (wrong.length > 0) faulty += 1
    const line = [
      name.padEnd(46),
      String(queries).padStart(7),
      `${ms.toFixed(1)} ms`.padStart(13),
      String(Math.round(rows)).padStart(10),
    ]
    console.log([...line, ...wrong.map((fault) => `  ✗ ${fault}`)].join(''))
  }
  return faulty
}

async function showRates({ house }: RunningHouse, direct: pg.Pool, building: Building): Promise<void> {
  const targets = await targetsIn(house.database.pool)
  const ours = works(house, moduleOf(house), building, targets)
  const theirs = await limits(direct, building, targets)
  console.log('\nper second        clients     house     limit   ratio')
  for (const kind of kinds) {
    for (const many of clients) {
      const own = await rate(ours[kind], many, seconds)
      const limit = await rate(theirs[kind], many, seconds)
      const figures = [own.perSecond.toFixed(0).padStart(10), limit.perSecond.toFixed(0).padStart(10)]
      console.log(
        [
          kind.padEnd(18),
          String(many).padStart(7),
          ...figures,
          (own.perSecond / limit.perSecond).toFixed(2).padStart(8),
        ].join(''),
      )
    }
  }
}

function moduleOf(house: RunningHouse['house']) {
  const module = house.modules.find(({ process }) => process.name === 'repair')
  if (module === undefined) throw new Error('no repair in this house')
  return module
}

async function knownIn(pool: pg.Pool): Promise<Known> {
  const { rows } = await pool.query<{ number: string; phone: string; id: string; at: string }>(
    `select number, cases.id, opened_at as at, reporter_phone as phone from cases join repair_slips on case_id = cases.id
     where state = 'archived' order by opened_at offset (select count(*) / 5 from cases) limit 1`,
  )
  const one = rows[0]
  if (one === undefined) throw new Error('an empty history')
  return { number: one.number, phone: one.phone, deep: Buffer.from(`${one.at}|${one.id}`).toString('base64url') }
}

async function targetsIn(pool: pg.Pool): Promise<Targets> {
  const { rows } = await pool.query<{ number: string }>('select number from cases tablesample system (2) limit 500')
  return { numbers: rows.map(({ number }) => number), words: [common, rare, absent] }
}

const seconded = (begun: number) => `${((performance.now() - begun) / 1000).toFixed(1)} s`
