/** The closed vocabulary of file names, and the walls every file stands between. Pure. */
import { type Source, lineOf, nodesOf } from './source.ts'

const longest = 300
const moduleFiles = [
  'README.md',
  'slip.ts',
  'process.ts',
  'words.ts',
  'rules.ts',
  'prices.ts',
  'parameters.ts',
  'papers.ts',
  'form.typ',
]
/** The server side, its parts beside it (`queries-month.ts`). */
const serverFile = /^(queries|routes|jobs)(-[a-z0-9-]+)?\.ts$/
/** A page of an area, its parts beside it (`desk-new.tsx`), and the words only they use. */
const webFile = /^(desk|field|portal)(-[a-z0-9-]+)?\.(tsx?|css|module\.css)$|^words\.ts$/
const forbidden = /^(utils?|helpers?|common|services?|misc|index)\.[jt]sx?$/

/** Files of `src/modules` that have no place there, each with the place it belongs. */
export function strayFiles(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const place = placeOf(path)
    return place === null ? [] : [`${path} is a stray: ${place}`]
  })
}

function placeOf(path: string): string | null {
  const inside = /^src\/modules\/(.*)$/.exec(path)?.[1]
  if (inside === undefined || inside === 'index.ts') return null
  const [, ...rest] = inside.split('/')
  const [first = '', second = ''] = rest
  if (rest.length === 0)
    return 'a module is a folder of src/modules; only index.ts, the table of contents, lies beside them'
  if (/\.test\.tsx?$/.test(path)) return null
  if (rest.length === 1 && moduleFiles.includes(first)) return null
  if (rest.length === 2 && ['process', 'words', 'papers'].includes(first) && second.endsWith('.ts')) return null
  if (rest.length === 2 && first === 'forms' && second.endsWith('.typ')) return null
  if (rest.length === 2 && first === 'server' && serverFile.test(second)) return null
  if (rest.length === 2 && first === 'web' && webFile.test(second)) return null
  return belongs(path, first)
}

function belongs(path: string, folder: string): string {
  if (path.endsWith('.sql')) return 'it belongs in db/migrations'
  if (path.endsWith('.typ')) return 'a printed paper is form.typ, or forms/<paper>.typ where there are several'
  if (path.endsWith('.md')) return 'a module has one README.md; other prose belongs in docs/'
  if (/\.(png|jpe?g|svg|webp)$/.test(path)) return 'pictures belong in docs/'
  if (path.endsWith('.tsx'))
    return `screens are web/{desk,field,portal}.tsx; a part of several modules belongs in src/kernel/process/web or src/ui`
  if (folder === 'server')
    return `the server side is server/{queries,routes,jobs}.ts; what several modules need belongs in the kernel`
  if (folder === 'web') return 'screens are web/{desk,field,portal}.tsx; a helper of the browser belongs in src/ui'
  return 'parts of a long process belong in process/ and of long words in words/, pure functions in rules.ts or prices.ts, fields in slip.ts; what several modules need belongs in src/lib or the kernel'
}

/** Names that say nothing, anywhere in the sources. */
export function emptyNames(paths: readonly string[]): string[] {
  return paths
    .filter((path) => path !== 'src/modules/index.ts' && forbidden.test(path.split('/').at(-1) ?? ''))
    .map((path) => `${path}: a name that says nothing; name the file for its one idea`)
}

export function tooLong(files: readonly Source[]): string[] {
  return files
    .map((file) => ({ path: file.path, lines: file.text.trimEnd().split('\n').length }))
    .filter((file) => file.lines > longest)
    .map((file) => `${file.path} has ${file.lines} lines; ${longest} is the wall: split it by idea`)
}

/** Playwright calls the default export of its global setup; nothing else in the tree has one. */
const mayExportDefault = 'test/support/journey-house.ts'

/** `any`, default exports, lint switched off by a comment, and syntax that Node cannot erase. */
export function forbiddenSyntax(file: Source): string[] {
  const faults: string[] = []
  const report = (position: number, what: string) => faults.push(`${file.path}:${lineOf(file, position)}: ${what}`)
  for (const node of nodesOf(file)) {
    if (node.type === 'TSAnyKeyword') report(node.start, 'any')
    if (node.type === 'ExportDefaultDeclaration' && file.path !== mayExportDefault)
      report(node.start, 'a default export')
    if (node.type === 'TSEnumDeclaration') report(node.start, 'an enum; use a union of strings')
    if (node.type === 'TSParameterProperty') report(node.start, 'a parameter property')
    if (node.type === 'ExportAllDeclaration') report(node.start, 'a barrel; import the thing where it lives')
  }
  const off = /(?:eslint|oxlint|biome)-(?:disable|ignore)|@ts-(?:ignore|nocheck|expect-error)/.exec(file.text)
  if (off !== null) report(off.index, `a check switched off by a comment (${off[0]})`)
  return faults
}
