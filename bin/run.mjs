// Runs a program in the foreground, passes it every signal once, and ends as it ended.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './install.mjs'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
/** A terminal and npm both deliver one Ctrl-C; within this many milliseconds it is the same one. */
const sameKeystroke = 500

/** In a process group of its own, so that a signal reaches it through us only, once. */
export function start(command, args, env = process.env) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env, detached: process.platform !== 'win32' })
  child.on('error', (error) => {
    console.error(String(error))
    process.exit(1)
  })
  return child
}

/** Forwards signals to all children; resolves with the first exit code after every child has ended. */
export async function foreground(children) {
  let last = 0
  for (const name of signals) {
    process.on(name, () => {
      if (Date.now() - last < sameKeystroke) return
      last = Date.now()
      for (const child of children) child.kill(name === 'SIGHUP' ? 'SIGTERM' : name)
    })
  }
  followParent(() => {
    if (last === 0) for (const child of children) child.kill('SIGTERM')
  })
  const codes = []
  const ends = children.map(
    (child) =>
      new Promise((resolve) => {
        child.once('exit', (code, signal) => {
          codes.push(code ?? 128 + (constants.signals[signal] ?? 0))
          for (const other of children) if (other !== child) other.kill('SIGTERM')
          resolve()
        })
      }),
  )
  await Promise.all(ends)
  return codes[0] ?? 1
}

/** npm, told to end, ends its shell and not us: then the house is closed too. Run by hand, it may outlive its shell. */
function followParent(close) {
  const parent = process.ppid
  if (process.env.npm_lifecycle_event === undefined) return
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    close()
  }, 250)
  watch.unref()
}
