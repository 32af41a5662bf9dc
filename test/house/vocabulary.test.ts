import { describe, expect, test } from 'vitest'
import { filesBelow, read, sources } from './source.ts'
import { emptyNames, forbiddenSyntax, strayFiles, tooLong } from './vocabulary.ts'

const generated = ['src/kernel/database/types.ts']

describe('the house', () => {
  test('has no stray file in a module', () => {
    expect(strayFiles(filesBelow(['src/modules']))).toEqual([])
  })

  test('has no file named for nothing', () => {
    expect(emptyNames(filesBelow(['src', 'test', 'bin'], /\.(tsx?|mjs)$/))).toEqual([])
  })

  test('has no file over 300 lines', () => {
    const files = filesBelow(['src', 'test', 'bin'], /\.(tsx?|mjs|typ|css)$/).filter(
      (path) => !generated.includes(path),
    )
    expect(files.length).toBeGreaterThan(50)
    expect(tooLong(files.map(read))).toEqual([])
  })

  test('has no any, no default export, no barrel, no enum and no check switched off', () => {
    const files = sources(['src', 'test']).filter((file) => !generated.includes(file.path))
    expect(files.flatMap(forbiddenSyntax)).toEqual([])
  })
})

describe('a planted violation is reported', () => {
  test.each([
    ['src/modules/repair/utils.ts', 'rules.ts or prices.ts'],
    ['src/modules/repair/0001-repair.sql', 'db/migrations'],
    ['src/modules/repair/server/mail.ts', 'server/{queries,routes,jobs}.ts'],
    ['src/modules/repair/web/button.tsx', 'web/{desk,field,portal}.tsx'],
    ['src/modules/repair/desk.tsx', 'web/{desk,field,portal}.tsx'],
    ['src/modules/repair/slip.typ', 'form.typ'],
    ['src/modules/repair/notes.md', 'docs/'],
    ['src/modules/repair/web/deep/desk.tsx', 'web/{desk,field,portal}.tsx'],
    ['src/modules/stray.ts', 'a module is a folder'],
  ])('%s', (path, says) => {
    expect(strayFiles([path])).toEqual([expect.stringContaining(says)])
  })

  test('every file of the vocabulary has its place', () => {
    const names = [
      'README.md',
      'slip.ts',
      'process.ts',
      'words.ts',
      'rules.ts',
      'rules.test.ts',
      'prices.ts',
      'form.typ',
    ]
    const more = [
      'forms/slip.typ',
      'server/queries.ts',
      'server/routes.server.test.ts',
      'web/desk.tsx',
      'web/portal.tsx',
    ]
    expect(strayFiles([...names, ...more].map((name) => `src/modules/repair/${name}`))).toEqual([])
  })

  test('a name that says nothing', () => {
    expect(
      emptyNames(['src/lib/utils.ts', 'src/ui/index.ts', 'src/modules/index.ts', 'src/lib/money.ts']),
    ).toHaveLength(2)
  })

  test('a file of 301 lines', () => {
    const file = (lines: number) => ({ path: 'src/lib/a.ts', text: 'x\n'.repeat(lines) })
    expect(tooLong([file(300)])).toEqual([])
    expect(tooLong([file(301)])).toHaveLength(1)
  })

  test.each([
    ['any', 'let a: any'],
    ['a default export', 'export default 1'],
    ['an enum', 'enum A { B }'],
    ['a parameter property', 'class A { constructor(readonly b: string) {} }'],
    ['a barrel', "export * from './a.ts'"],
    ['a check switched off', ['// eslint', 'disable-next-line'].join('-')],
    ['a check switched off', ['// @ts', 'ignore'].join('-')],
  ])('%s', (says, text) => {
    expect(forbiddenSyntax({ path: 'src/lib/a.ts', text })).toEqual([expect.stringContaining(says)])
  })
})
