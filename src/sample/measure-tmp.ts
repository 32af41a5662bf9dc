import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '#kernel/database/migrate.ts'
import { loadSampleIfEmpty } from '#sample/load.ts'
import { throwAwayDatabase } from '#server/embedded/throw-away.ts'
import { openHouse } from '#server/house.ts'
import { verifyChains } from '#kernel/process/server/timeline.ts'
import { sql } from 'kysely'

const top = join(import.meta.dirname, '..', '..')
const database = await throwAwayDatabase()
const varDir = mkdtempSync(join(tmpdir(), 'atrium-measure-'))
await migrate({ connectionString: database.url }, join(top, 'db', 'migrations'))
const running = await openHouse({
  databaseUrl: database.url,
  varDir,
  origin: 'http://localhost',
  webDir: null,
  perMinute: 100_000,
  mostAtOnce: 500,
  trustProxy: false,
  logLevel: 'warn',
})
const began = performance.now()
const cpu = process.cpuUsage()
await loadSampleIfEmpty(running.house, varDir, { slips: Number(process.argv[2] ?? 900) })
const used = process.cpuUsage(cpu)
console.log(
  'LOAD',
  ((performance.now() - began) / 1000).toFixed(1),
  's; node cpu',
  ((used.user + used.system) / 1e6).toFixed(1),
)
await running.house.database.asHouse(async (tx) => {
  console.log(
    JSON.stringify(
      (
        await sql
          .raw(
            `select process, state, count(*)::int n from cases where process <> 'repair' group by 1, 2 order by 1, 2`,
          )
          .execute(tx)
      ).rows,
    ),
  )
  console.log(
    JSON.stringify(
      (
        await sql
          .raw(`select process, count(*)::int lines from timeline join cases on cases.id = case_id group by 1`)
          .execute(tx)
      ).rows,
    ),
  )
  console.log(
    JSON.stringify((await sql.raw(`select grade, count(*)::int n from complaint_slips group by 1`).execute(tx)).rows),
  )
  console.log(
    JSON.stringify(
      (
        await sql
          .raw(
            `select process, cause, role, level, count(*)::int n, count(*) filter (where accepted_at is null)::int open from escalations join cases on cases.id = case_id where process <> 'repair' group by 1,2,3,4 order by 1,2`,
          )
          .execute(tx)
      ).rows,
    ),
  )
  console.log(
    JSON.stringify(
      (
        await sql
          .raw(
            `select complaints, service_slips, patrols, survey, month, department, facts from quality_scores limit 3`,
          )
          .execute(tx)
      ).rows,
    ),
  )
  console.log(JSON.stringify(await verifyChains(tx)))
})
await running.close()
await database.stop()
