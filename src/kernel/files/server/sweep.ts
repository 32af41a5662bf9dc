/** Uploads that never became part of a case go, and with them whatever lies on the disk without a row. */
import type { House } from '#kernel/http/server/house.ts'
import { fileStore, type Swept } from './store.ts'

/** Removes what was uploaded longer ago than parameter `files.unattached_hours` and never attached. */
export async function sweepFiles(house: House): Promise<{ readonly rows: number; readonly strays: Swept }> {
  const now = Temporal.Instant.from(house.now())
  const hours = house.rulebook.parameter<number>('files.unattached_hours', house.now())
  const before = now.subtract({ hours })
  const gone = await house.database.asHouse((tx) =>
    tx
      .deleteFrom('files')
      .where('case_id', 'is', null)
      .where('uploaded_at', '<', before.toString({ fractionalSecondDigits: 3 }))
      .returning(['path', 'thumbnail_path'])
      .execute(),
  )
  const store = fileStore(house.filesDir)
  for (const { path, thumbnail_path } of gone) {
    await store.remove(path)
    if (thumbnail_path !== null) await store.remove(thumbnail_path)
  }
  return { rows: gone.length, strays: await store.sweep(knownPaths(house), before) }
}

const atOnce = 5_000

async function* knownPaths(house: House): AsyncGenerator<string> {
  let after = ''
  for (;;) {
    const rows = await house.database.asHouse((tx) => {
      const all = tx.selectFrom('files').select(['id', 'path', 'thumbnail_path']).orderBy('id').limit(atOnce)
      return (after === '' ? all : all.where('id', '>', after)).execute()
    })
    for (const { path, thumbnail_path } of rows) {
      yield path
      if (thumbnail_path !== null) yield thumbnail_path
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < atOnce) return
    after = last.id
  }
}
