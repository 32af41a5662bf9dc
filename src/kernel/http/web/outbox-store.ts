import { type IDBPDatabase, openDB } from 'idb'

/** Where the outbox lies: in the browser's database, photographs included; in memory where the browser refuses one. */
export interface Store<Item> {
  readonly all: () => Promise<readonly Item[]>
  readonly put: (key: string, item: Item) => Promise<void>
  readonly drop: (key: string) => Promise<void>
  readonly clear: () => Promise<void>
}

export function openStore<Item>(name: string): Store<Item> {
  const memory = new Map<string, Item>()
  let opening: Promise<IDBPDatabase | null> | null = null
  const database = () => (opening ??= open(name))
  return {
    all: async () => {
      const db = await database()
      return db === null ? [...memory.values()] : ((await db.getAll(TABLE)) as Item[])
    },
    put: async (key, item) => {
      const db = await database()
      if (db === null) memory.set(key, item)
      else await db.put(TABLE, item, key)
    },
    drop: async (key) => {
      const db = await database()
      if (db === null) memory.delete(key)
      else await db.delete(TABLE, key)
    },
    clear: async () => {
      memory.clear()
      await (await database())?.clear(TABLE)
    },
  }
}

const TABLE = 'items'

async function open(name: string): Promise<IDBPDatabase | null> {
  if (typeof indexedDB === 'undefined') return null
  try {
    const db = await openDB(`atrium.${name}`, 1, { upgrade: (fresh) => void fresh.createObjectStore(TABLE) })
    // Asked for, not demanded: a browser short of space then forgets other sites first.
    void navigator.storage?.persist?.()
    return db
  } catch {
    return null
  }
}
