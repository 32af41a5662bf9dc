// A generated file that is committed: written anew, or with --check compared. Says where it differs first.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.mjs'

/** True when --check was asked for and the committed file differs. */
export function compare(file, text, command) {
  const path = join(root, file)
  const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
  if (before === text) return false
  if (!process.argv.includes('--check')) {
    writeFileSync(path, text)
    console.log(`${file} written`)
    return false
  }
  const [old, fresh] = [before.split('\n'), text.split('\n')]
  const line = fresh.findIndex((content, index) => content !== old[index])
  console.error(`${file} has drifted; run: ${command}`)
  console.error(`  line ${line + 1} is     ${old[line] ?? '(nothing)'}\n  and should be ${fresh[line] ?? '(nothing)'}`)
  return true
}
