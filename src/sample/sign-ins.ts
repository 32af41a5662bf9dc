import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { roleWords } from '#kernel/people/words.ts'
import { staffRoles, tenantRoles } from '#kernel/process/roles.ts'
import type { SignIn } from './people.ts'
import { sampleWords } from './words.ts'

/* How one gets into the sample building: written when it is put up, printed at every start. */

const Kept = z.object({
  passphrase: z.string(),
  signIns: z.array(z.object({ role: z.enum([...staffRoles, ...tenantRoles]), name: z.string(), login: z.string() })),
})
type Kept = z.infer<typeof Kept>

const fileIn = (varDir: string) => join(varDir, 'sign-ins.json')

/** The first holder of each role, in the order of the roles. */
export function keepSignIns(varDir: string, passphrase: string, all: readonly SignIn[]): void {
  const signIns = [...staffRoles, ...tenantRoles].flatMap((role) => all.find((one) => one.role === role) ?? [])
  mkdirSync(varDir, { recursive: true, mode: 0o700 })
  const fresh = `${fileIn(varDir)}.new`
  const file = openSync(fresh, 'w', 0o600)
  chmodSync(fresh, 0o600)
  writeSync(file, `${JSON.stringify({ passphrase, signIns }, null, 2)}\n`)
  fsyncSync(file)
  closeSync(file)
  renameSync(fresh, fileIn(varDir))
}

/** Prints nothing for a house without the sample building. */
export function printSignIns(varDir: string, print: (line: string) => void = console.log): void {
  const kept = readKept(varDir)
  if (kept === null) return
  for (const line of signInTable(kept)) print(line)
  const { zh, en } = sampleWords.kept(relative(process.cwd(), fileIn(varDir)))
  print(`${zh}\n${en}`)
}

function readKept(varDir: string): Kept | null {
  if (!existsSync(fileIn(varDir))) return null
  try {
    return Kept.parse(JSON.parse(readFileSync(fileIn(varDir), 'utf8')))
  } catch {
    return null
  }
}

function signInTable({ passphrase, signIns }: Kept): string[] {
  const { signIns: title, role, name, login, passphrase: secret } = sampleWords
  const rows = signIns.map((one) => [one.role, roleWords[one.role].zh, roleWords[one.role].en, one.name, one.login])
  const head = ['', role.zh, role.en, `${name.zh} ${name.en}`, `${login.zh} ${login.en}`]
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => widthOf(row[at] ?? ''))))
  const line = (row: readonly string[]) =>
    `  ${row.map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell))).join('  ')}`.trimEnd()
  return [
    '',
    `${title.zh} · ${title.en}`,
    line(head),
    ...rows.map(line),
    '',
    `  ${secret.zh} ${secret.en}: ${passphrase}`,
    '',
  ]
}

/** Columns of a terminal: a Chinese sign takes two. */
const widthOf = (text: string): number =>
  Array.from(text).reduce(
    (sum, sign) => sum + (/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]/u.test(sign) ? 2 : 1),
    0,
  )
