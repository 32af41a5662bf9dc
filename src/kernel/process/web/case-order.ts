/** The list from which a case was opened, so that j and k go to its neighbours without a way back through the list. */
export interface Neighbours {
  readonly previous: string | null
  readonly next: string | null
  readonly at: number
  readonly of: number
}

let order: readonly string[] = []

/** `hrefs`: the addresses of the rows, in the order in which they are shown. */
export function keepOrder(hrefs: readonly string[]): void {
  order = hrefs
}

export function neighboursOf(href: string): Neighbours | null {
  const at = order.indexOf(href)
  if (at < 0) return null
  return { previous: order[at - 1] ?? null, next: order[at + 1] ?? null, at: at + 1, of: order.length }
}

export const caseHref = (process: string, number: string): string => `/${process}/${encodeURIComponent(number)}`
