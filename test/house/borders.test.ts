import { describe, expect, test } from 'vitest'
import { borderFaults } from './borders.ts'
import { sources } from './source.ts'

test('the house keeps its borders', () => {
  const files = sources(['src'])
  expect(files.length).toBeGreaterThan(50)
  expect(borderFaults(files)).toEqual([])
})

describe('a planted violation is reported', () => {
  const planted: [what: string, path: string, text: string, says: string][] = [
    ['lib knowing the kernel', 'src/lib/a.ts', "import { x } from '#kernel/b.ts'", 'lib may not know kernel'],
    ['ui knowing the kernel', 'src/ui/a.tsx', "import { x } from '../kernel/b.ts'", 'ui may not know kernel'],
    [
      'the kernel knowing a module',
      'src/kernel/a.ts',
      "import type { X } from '#modules/repair/slip.ts'",
      'kernel may not know modules',
    ],
    [
      'a module knowing a main',
      'src/modules/repair/server/jobs.ts',
      "import { x } from '#server/main.ts'",
      'modules may not know server',
    ],
    [
      'two modules meeting',
      'src/modules/repair/process.ts',
      "import type { X } from '#modules/keys/slip.ts'",
      'modules never meet',
    ],
    [
      'a module reading the contents',
      'src/modules/repair/process.ts',
      "import { x } from '../index.ts'",
      'for the mains',
    ],
    [
      'web importing server',
      'src/modules/repair/web/desk.tsx',
      "import { x } from '../server/queries.ts'",
      'web never imports server',
    ],
    [
      'server importing web',
      'src/kernel/process/server/act.ts',
      "import { x } from '#kernel/process/web/queue.tsx'",
      'server never imports web',
    ],
    [
      'a main importing the other',
      'src/server/main.ts',
      "import { x } from '#web/desk/main.tsx'",
      'server may not know web',
    ],
    [
      'a plain file importing server',
      'src/modules/repair/rules.ts',
      "export { x } from './server/queries.ts'",
      'may not use the server side',
    ],
    [
      'a plain file importing the database',
      'src/kernel/ledger/tax.ts',
      "import { x } from '#kernel/database/database.ts'",
      'may not use the server side',
    ],
    ['a plain file loading Node', 'src/lib/a.ts', "const fs = await import('node:fs')", 'only the server side'],
    ['a plain file using the driver', 'src/kernel/process/decide.ts', "import pg from 'pg'", 'only the server side'],
    ['a screen using the driver', 'src/ui/a.tsx', "import { Kysely } from 'kysely'", 'only the server side'],
    [
      'a plain file using React',
      'src/modules/repair/rules.ts',
      "import { useState } from 'react'",
      'only the web side',
    ],
    ['a plain file using another package', 'src/lib/a.ts', "import x from 'left-pad'", 'no package but zod'],
  ]
  test.each(planted)('%s', (_what, path, text, says) => {
    const faults = borderFaults([{ path, text }])
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(says)
  })

  test('a cycle of value imports, through re-exports too', () => {
    const ring = [
      { path: 'src/lib/a.ts', text: "import { b } from './b.ts'" },
      { path: 'src/lib/b.ts', text: "export { c } from '#lib/c.ts'" },
      { path: 'src/lib/c.ts', text: "import { a } from './a.ts'" },
    ]
    expect(borderFaults(ring)).toEqual(['cycle: src/lib/a.ts → src/lib/b.ts → src/lib/c.ts → src/lib/a.ts'])
  })
})

test('what is allowed is not reported', () => {
  const allowed = [
    {
      path: 'src/modules/repair/server/queries.ts',
      text: "import { sql } from 'kysely'; import { slip } from '#modules/repair/slip.ts'",
    },
    {
      path: 'src/modules/repair/web/desk.tsx',
      text: "import { Button } from '@mantine/core'; import { Pill } from '#ui/pill.tsx'",
    },
    { path: 'src/modules/repair/slip.ts', text: "import { z } from 'zod'" },
    { path: 'src/modules/index.ts', text: "import { repair } from './repair/process.ts'" },
    { path: 'src/kernel/process/view.ts', text: "import type { Tx } from '#kernel/database/database.ts'" },
    { path: 'src/lib/a.ts', text: "import type { B } from './b.ts'" },
    { path: 'src/lib/b.ts', text: "import { a } from './a.ts'" },
    {
      path: 'src/sample/load.ts',
      text: "import { repair } from '#modules/repair/process.ts'; import { main } from '#server/house.ts'",
    },
  ]
  expect(borderFaults(allowed)).toEqual([])
})
