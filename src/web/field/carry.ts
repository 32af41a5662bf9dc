import { ask, isProblem } from '#kernel/http/web/api.ts'
import { type Carry, createOutbox, type OutboxItem } from '#kernel/http/web/outbox.ts'
import { freshKey } from '#kernel/http/web/use-send.ts'
import type { CaseView } from '#kernel/process/view.ts'
import { uploadAddress } from '#kernel/process/web/upload.ts'

/** A photograph or a signature of a step, uploaded before the step that names it. */
export interface Enclosure {
  /** the field of the input, which takes one file or a list */
  readonly field: string
  readonly many: boolean
  readonly purpose: string
  readonly blob: Blob
  readonly key: string
  /** what the server calls it, once it is there */
  readonly id: string | null
}

/** One step of a case as it was taken on this phone. */
export interface Step {
  readonly process: string
  readonly number: string
  readonly action: string
  readonly input: Readonly<Record<string, unknown>> | undefined
  readonly files: readonly Enclosure[]
  /** why a text is sent as it is, where the house would word it differently */
  readonly despite?: string
  /** the version the person saw, or the one an earlier step has answered since */
  readonly version: number
  /** the state in which he saw the case, and fields that must still be as he saw them */
  readonly seen: { readonly state: string; readonly slip: Readonly<Record<string, unknown>> }
}

export const laneOf = ({ process, number }: Pick<Step, 'process' | 'number'>): string => `${process}/${number}`

export const enclosed = (field: string, many: boolean, purpose: string, blobs: readonly Blob[]): Enclosure[] =>
  blobs.map((blob) => ({ field, many, purpose, blob, key: freshKey(), id: null }))

/** The version the last step of each lane was answered with. */
const answered = new Map<string, number>()

export const carryStep: Carry<Step, CaseView> = async (item, keep) => {
  let work = await withFiles(item.work, keep)
  const known = answered.get(item.lane)
  if (known !== undefined && known > work.version) {
    work = { ...work, version: known }
    await keep(work)
  }
  for (let tries = 0; ; tries += 1) {
    try {
      const view = await post(work, item.key)
      answered.set(item.lane, view.version)
      return view
    } catch (error) {
      // A refusal has left no trace, so the same key may come again with the version that holds now.
      const newer = tries < 2 && isProblem(error, 'stale') ? await unchanged(work) : null
      if (newer === null) throw error
      work = { ...work, version: newer }
      await keep(work)
    }
  }
}

async function withFiles(work: Step, keep: (work: Step) => Promise<void>): Promise<Step> {
  let latest = work
  for (const [at, file] of work.files.entries()) {
    if (file.id !== null) continue
    const form = new FormData()
    form.append('purpose', file.purpose)
    form.append('file', file.blob, `${file.purpose}.${file.blob.type === 'image/png' ? 'png' : 'jpg'}`)
    const { id } = await ask<{ id: string }>(uploadAddress(file.purpose), {
      method: 'POST',
      body: form,
      key: file.key,
      signal: soon(),
    })
    latest = { ...latest, files: latest.files.with(at, { ...file, id }) }
    await keep(latest)
  }
  return latest
}

const post = ({ process, number, action, version, input, files, despite }: Step, key: string) =>
  ask<CaseView>(`${addressOf(process, number)}/${action}`, {
    method: 'POST',
    key,
    signal: soon(),
    body: {
      version,
      ...(input === undefined ? {} : { input: { ...input, ...named(files) } }),
      ...(despite === undefined ? {} : { despite }),
    },
  })

function named(files: readonly Enclosure[]): Record<string, unknown> {
  const names: Record<string, unknown> = {}
  for (const { field, many, id } of files) names[field] = many ? [...((names[field] as string[]) ?? []), id] : id
  return names
}

/** The version that holds now, when nothing the person decided upon has changed since; else null. */
async function unchanged({ process, number, seen }: Step): Promise<number | null> {
  const view = await ask<CaseView>(addressOf(process, number), { signal: soon() })
  const same = Object.entries(seen.slip).every(
    ([field, value]) => JSON.stringify(view.slip[field]) === JSON.stringify(value),
  )
  return view.state === seen.state && same ? view.version : null
}

const addressOf = (process: string, number: string) =>
  `/api/${encodeURIComponent(process)}/${encodeURIComponent(number)}`

/** A request that hangs is a lost one; the key makes the next try harmless. */
const soon = () => AbortSignal.timeout(30_000)

export const outbox = createOutbox('field', carryStep)

/** Once more, upon the case as it is now: the person has seen why it was refused. */
export async function tryAgain({ key, work, refusal }: OutboxItem<Step>): Promise<void> {
  if (refusal === null) return outbox.flush()
  try {
    const view = await ask<CaseView>(addressOf(work.process, work.number), { signal: soon() })
    const slip = Object.fromEntries(Object.keys(work.seen.slip).map((field) => [field, view.slip[field]]))
    await outbox.retry(key, { ...work, version: view.version, seen: { state: view.state, slip } })
  } catch {
    await outbox.retry(key)
  }
}
