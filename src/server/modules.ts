import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Tx } from '#kernel/database/database.ts'
import type { LoadedModule } from '#kernel/http/server/house.ts'
import type { AnyRoute } from '#kernel/http/server/route.ts'
import { edges, faults } from '#kernel/process/faults.ts'
import { type Declared, declared, type Parameter } from '#kernel/parameters/declare.ts'
import { kernelParameters } from '#kernel/parameters/kernel.ts'
import { outboxParameters } from '#kernel/outbox/parameters.ts'
import { peopleParameters } from '#kernel/people/parameters.ts'
import { modules as contents, pages } from '#modules/index.ts'

const folderOf = (name: string) => join(import.meta.dirname, '..', 'modules', name)

/** Reads the table of contents and refuses a definition with a fault: all faults at once, by name. */
export async function loadModules(): Promise<LoadedModule[]> {
  const loaded = await Promise.all(
    Object.entries(contents).map(async ([name, { words, process }]) => {
      const folder = folderOf(name)
      const { papers = {} } = await found<{ papers: LoadedModule['papers'] }>(join(folder, 'papers.ts'))
      return { process: await process(), words: await words(), folder, papers }
    }),
  )
  const wrong = [...loaded.flatMap(({ process }) => faults(process)), ...twice(loaded)]
  if (wrong.length > 0) throw new Error(`faults in the definitions:\n  ${wrong.join('\n  ')}`)
  return loaded
}

function twice(modules: readonly LoadedModule[]): string[] {
  const keys = modules.flatMap(({ process }) => [
    `name ${process.name}`,
    `number ${process.number}`,
    `table ${process.table}`,
  ])
  return keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `${key} is used by two processes`)
}

/** Every parameter of the house: the kernel's, every procedure's, every page's. */
export async function knownParameters(modules: readonly LoadedModule[]): Promise<Declared> {
  const chapters: readonly { readonly parameters?: () => Promise<readonly Parameter[]> }[] = Object.values(pages)
  const ofPages = await Promise.all(chapters.map(async ({ parameters }) => (await parameters?.()) ?? []))
  return declared(
    kernelParameters,
    peopleParameters,
    outboxParameters,
    ...ofPages,
    ...modules.map(({ process }) => process.parameters),
  )
}

/** A module's own routes lie in its `server/routes.ts`, exported as `routes`. */
export async function moduleRoutes(modules: readonly LoadedModule[]): Promise<AnyRoute[]> {
  const own = await Promise.all(
    [...modules.map(({ folder }) => folder), ...Object.keys(pages).map(folderOf)].map((folder) =>
      found<{ routes: (modules: readonly LoadedModule[]) => readonly AnyRoute[] }>(join(folder, 'server', 'routes.ts')),
    ),
  )
  return own.flatMap(({ routes }) => routes?.(modules) ?? [])
}

/** What a file of the module exports, or nothing when the module has no such file. */
async function found<Exports extends object>(file: string): Promise<Partial<Exports>> {
  return existsSync(file) ? ((await import(pathToFileURL(file).href)) as Exports) : {}
}

/** Tells the database the legal moves, so that its own net knows them. */
export async function writeEdges(tx: Tx, modules: readonly LoadedModule[]): Promise<void> {
  const rows = modules.flatMap(({ process }) => edges(process))
  await tx
    .insertInto('process_edges')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const known = new Set(rows.map((row) => `${row.process} ${row.from_state} ${row.to_state}`))
  const stored = await tx.selectFrom('process_edges').selectAll().execute()
  for (const row of stored.filter((one) => !known.has(`${one.process} ${one.from_state} ${one.to_state}`))) {
    await tx
      .deleteFrom('process_edges')
      .where('process', '=', row.process)
      .where('from_state', '=', row.from_state)
      .where('to_state', '=', row.to_state)
      .execute()
  }
}
