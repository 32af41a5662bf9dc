/**
 * The thread that owns the typesetter. Its compiler lives in a folder that does not exist, so a template sees the
 * sources it was sent and nothing else. Data arrives as one JSON string, never as markup.
 */
import { readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

export type RenderJob = {
  readonly id: number
  /** Sources by their path below the root, e.g. `kernel/forms/paper.typ`. */
  readonly sources: Readonly<Record<string, string>>
  readonly main: string
  readonly paper: string
}
export type RenderAnswer =
  | { readonly id: number; readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly error: string }
export type RenderSetUp = { readonly root: string; readonly fonts: readonly string[] }

/** The typesetter's memory is invisible to V8: without this the process grows by megabytes a document. */
const documentsPerCollection = 10
const cacheAge = 2

const port = parentPort
if (port === null) throw new Error('render-worker.ts runs as a worker thread')
const { root, fonts }: RenderSetUp = workerData

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

const compiler = NodeCompiler.create({
  workspace: root,
  fontArgs: [{ fontBlobs: fonts.map((file) => readFileSync(file)) }],
})
const added = new Map<string, string>()
let documents = 0

port.on('message', (job: RenderJob) => {
  const answer = typeset(job)
  port.postMessage(answer, 'pdf' in answer ? [answer.pdf.buffer] : [])
  documents += 1
  compiler.evictCache(cacheAge)
  if (documents % documentsPerCollection === 0) collect()
})

function typeset(job: RenderJob): RenderAnswer {
  try {
    addSources(job.sources)
    const compiled = compiler.compile({ mainFilePath: `${root}/${job.main}`, inputs: { paper: job.paper } })
    const document = compiled.result
    if (document === null || compiled.hasError()) return { id: job.id, error: complaint(compiled.takeDiagnostics()) }
    return { id: job.id, pdf: new Uint8Array(compiler.pdf(document, { creationTimestamp: 0 })) }
  } catch (error) {
    return { id: job.id, error: String(error) }
  }
}

/** Adding a source makes the compiler forget what it parsed, so only changed ones are added. */
function addSources(sources: RenderJob['sources']): void {
  for (const [path, source] of Object.entries(sources)) {
    if (added.get(path) === source) continue
    compiler.addSource(`${root}/${path}`, source)
    added.set(path, source)
  }
}

function complaint(diagnostics: Parameters<NodeCompiler['fetchDiagnostics']>[0] | null): string {
  return diagnostics === null ? 'no document' : JSON.stringify(compiler.fetchDiagnostics(diagnostics))
}
