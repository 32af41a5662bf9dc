import { ask } from '#kernel/http/web/api.ts'
import { freshKey } from '#kernel/http/web/use-send.ts'
import type { FormValues } from './form-values.ts'

/** Sends a photograph or a signature ahead of the step that will name it; one that is never named is thrown away later. */
export async function upload(file: Blob, purpose: string): Promise<string> {
  const known = sentBefore.get(file)
  if (known !== undefined) return known
  const form = new FormData()
  form.append('purpose', purpose)
  form.append('file', file, nameOf(file, purpose))
  const key = keys.get(file) ?? freshKey()
  keys.set(file, key)
  const { id } = await ask<{ id: string }>(uploadAddress(purpose), { method: 'POST', body: form, key })
  sentBefore.set(file, id)
  return id
}

/** A drawn signature is kept as it was drawn; a photograph is made smaller. */
export const uploadAddress = (purpose: string): string =>
  purpose === 'signature' ? '/api/files?as=signature' : '/api/files'

/** The same photograph goes up once, however often its form is sent again. */
const sentBefore = new WeakMap<Blob, string>()
const keys = new WeakMap<Blob, string>()

const nameOf = (file: Blob, purpose: string): string =>
  file instanceof File ? file.name : `${purpose}.${file.type === 'image/png' ? 'png' : 'jpg'}`

/** The same values with an identifier in the place of every file. `purposeOf`: what the field is for. */
export async function uploaded(values: FormValues, purposeOf: (name: string) => string): Promise<FormValues> {
  const entries = Object.entries(values).map(async ([name, value]) => {
    if (value instanceof Blob) return [name, await upload(value, purposeOf(name))] as const
    if (!Array.isArray(value) || !value.some((one) => one instanceof Blob)) return [name, value] as const
    const ids = value.map(async (one) => (one instanceof Blob ? await upload(one, purposeOf(name)) : one))
    return [name, await Promise.all(ids)] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}
