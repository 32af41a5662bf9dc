/** The program's own sources as the house tests read them: path, text, and the tree of each file. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'

/** `path` from the root of the repository, with forward slashes. */
export type Source = { path: string; text: string }

export type Import = { from: string; typeOnly: boolean }

const root = join(import.meta.dirname, '..', '..')

/** Every file below the folders, or only those whose name matches. */
export function filesBelow(folders: readonly string[], pattern = /./): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && pattern.test(entry.name))
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .replaceAll('\\', '/'),
      )
      .toSorted(),
  )
}

export function read(path: string): Source {
  return { path, text: readFileSync(join(root, path), 'utf8') }
}

export function sources(folders: readonly string[]): Source[] {
  return filesBelow(folders, /\.tsx?$/).map(read)
}

/** What a file imports: statically, by re-export and dynamically. Throws when the file cannot be parsed. */
export function importsOf(source: Source): Import[] {
  const { module, errors } = parseSync(source.path, source.text)
  if (errors.length > 0) throw new Error(`${source.path}: ${errors[0]?.message}`)
  const found: Import[] = module.staticImports.map((one) => ({
    from: one.moduleRequest.value,
    typeOnly: one.entries.length > 0 && one.entries.every((entry) => entry.isType),
  }))
  for (const statement of module.staticExports) {
    const from = statement.entries[0]?.moduleRequest?.value
    if (from !== undefined) found.push({ from, typeOnly: statement.entries.every((entry) => entry.isType) })
  }
  for (const one of module.dynamicImports) {
    const quoted = /^(['"`])([^'"`$]+)\1$/.exec(source.text.slice(one.moduleRequest.start, one.moduleRequest.end))
    if (quoted?.[2] !== undefined) found.push({ from: quoted[2], typeOnly: false })
  }
  return found
}

export type Node = { type: string; start: number; [field: string]: unknown }

/** Every node of a file's tree, parents first. */
export function* nodesOf(source: Source): Generator<Node> {
  const { program, errors } = parseSync(source.path, source.text)
  if (errors.length > 0) throw new Error(`${source.path}: ${errors[0]?.message}`)
  yield* walk(program)
}

function* walk(value: unknown): Generator<Node> {
  if (Array.isArray(value)) {
    for (const one of value) yield* walk(one)
    return
  }
  if (!isNode(value)) return
  yield value
  for (const field of Object.values(value)) yield* walk(field)
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

export function lineOf(source: Source, position: number): number {
  return source.text.slice(0, position).split('\n').length
}
