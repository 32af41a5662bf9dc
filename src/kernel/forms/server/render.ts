/**
 * Papers become PDF here: one worker thread, one document at a time, a queue in front of it. A document that crashes
 * the worker or outstays its time is refused and the next one meets a fresh worker.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { fontFiles } from './fonts.ts'
import type { RenderAnswer, RenderJob, RenderSetUp } from './render-worker.ts'

export class RenderFailed extends Error {}
/** More papers are waiting than can be printed in a reasonable time; ask again later. */
export class RenderBusy extends Error {}

const secondsPerDocument = 20
const longestQueue = 200
const mostCharacters = 8_000_000
const library = 'kernel/forms/paper.typ'
const templateName = /^[a-z][a-z0-9/-]*\.typ$/

const sourceFolder = join(import.meta.dirname, '../../..')
/** The root the templates see; nothing lies there on the disk. */
const root = join(import.meta.dirname, 'no-such-folder')

type Waiting = {
  readonly job: RenderJob
  readonly resolve: (pdf: Uint8Array) => void
  readonly reject: (error: Error) => void
}
type Press = { readonly worker: Worker; busy: Waiting | null; timer: NodeJS.Timeout | null }

const queue: Waiting[] = []
let press: Press | null = null
let jobs = 0

/**
 * @param template path of the template below `src/`, e.g. `modules/repair/forms/slip.typ`
 * @param data what the template reads as `sys.inputs.paper`; byte arrays become lists of numbers
 * @throws RenderFailed, RenderBusy
 */
export async function render(template: string, data: unknown): Promise<Uint8Array> {
  if (queue.length >= longestQueue) throw new RenderBusy(`${queue.length} papers are waiting`)
  if (!templateName.test(template)) throw new RenderFailed(`no such template: ${template}`)
  const sources = await templateSources([library, template])
  const paper = asJson(data)
  if (paper.length > mostCharacters) throw new RenderFailed('the paper is too long to print')
  jobs += 1
  const job = { id: jobs, sources, main: template, paper }
  return await new Promise<Uint8Array>((resolve, reject) => {
    queue.push({ job, resolve, reject })
    turn()
  })
}

/** Ends the worker; papers still waiting are refused. */
export async function closeRenderer(): Promise<void> {
  const closing = press
  press = null
  for (const waiting of queue.splice(0)) waiting.reject(new RenderFailed('the renderer is closed'))
  if (closing === null) return
  settle(closing)?.reject(new RenderFailed('the renderer is closed'))
  await closing.worker.terminate()
}

async function templateSources(paths: readonly string[]): Promise<Record<string, string>> {
  const read = paths.map(async (path) => [path, await templateSource(path)] as const)
  return Object.fromEntries(await Promise.all(read))
}

async function templateSource(path: string): Promise<string> {
  const source = await readFile(join(sourceFolder, path), 'utf8').catch((error: unknown) => {
    throw new RenderFailed(`no such template: ${path}`, { cause: error })
  })
  if (source.includes('"@')) throw new RenderFailed(`${path} asks for a package from the network`)
  return source
}

/** JSON of the data; bytes are written as lists of numbers, and text the fonts or JSON cannot carry is mended. */
function asJson(data: unknown): string {
  const plain = (value: unknown): unknown => {
    if (value instanceof Uint8Array) return Array.from(value)
    if (typeof value === 'string') return value.toWellFormed()
    if (Array.isArray(value)) return value.map(plain)
    if (value !== null && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
    }
    return value
  }
  return JSON.stringify(plain(data))
}

function turn(): void {
  const next = queue[0]
  if (next === undefined) return
  press ??= startPress()
  if (press.busy !== null) return
  queue.shift()
  const current = press
  current.busy = next
  current.worker.ref()
  current.timer = setTimeout(() => abandon(current, 'the paper took too long'), secondsPerDocument * 1000)
  current.worker.postMessage(next.job)
}

function startPress(): Press {
  const setUp: RenderSetUp = { root, fonts: fontFiles() }
  const worker = new Worker(new URL('./render-worker.ts', import.meta.url), { workerData: setUp })
  const started: Press = { worker, busy: null, timer: null }
  worker.unref()
  worker.on('message', (answer: RenderAnswer) => {
    const waiting = settle(started)
    worker.unref()
    if ('pdf' in answer) waiting?.resolve(answer.pdf)
    else waiting?.reject(new RenderFailed(answer.error))
    turn()
  })
  worker.on('error', (error) => abandon(started, `the worker failed: ${String(error)}`))
  worker.on('exit', () => abandon(started, 'the worker ended'))
  return started
}

/** Takes the document off the press. */
function settle(from: Press): Waiting | null {
  const waiting = from.busy
  from.busy = null
  if (from.timer !== null) clearTimeout(from.timer)
  from.timer = null
  return waiting
}

function abandon(lost: Press, reason: string): void {
  if (press === lost) press = null
  settle(lost)?.reject(new RenderFailed(reason))
  // A native call cannot be interrupted: the thread ends by itself when the call returns.
  void lost.worker.terminate()
  turn()
}
