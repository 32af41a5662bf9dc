import type { Problem } from '#ui/problem-alert.tsx'
import { ApiProblem } from './api.ts'

/** What the alert shows of anything that went wrong. Faults of single fields are shown at their fields, not here. */
export function shownProblem(error: unknown): Problem | null {
  if (error === null || error === undefined) return null
  if (!(error instanceof ApiProblem)) return { title: error instanceof Error ? error.message : JSON.stringify(error) }
  const { title, detail, missing, errors = [], code, status } = error.document
  const whole = errors.filter((fault) => fault.path === '').map((fault) => fault.message)
  return {
    title,
    detail: [detail, ...whole].filter(Boolean).join(' ') || undefined,
    needs: missing?.map((one) => one.message),
    reference: status >= 500 ? code : undefined,
  }
}

/** Faults by the dotted path of their field. */
export function fieldFaults(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {}
  return Object.fromEntries((error.document.errors ?? []).map((fault) => [fault.path, fault.message]))
}
