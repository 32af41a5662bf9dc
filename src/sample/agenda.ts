/** What is still to happen, the earliest first; of two at the same moment the one noted first. */
export interface Agenda<T> {
  note(at: string, what: T): void
  /** the next, left where it is */
  first(): { readonly at: string; readonly what: T } | null
  /** the next, taken off; null when nothing is left */
  next(): { readonly at: string; readonly what: T } | null
}

interface Entry<T> {
  readonly at: string
  readonly place: number
  readonly what: T
}

export function agenda<T>(): Agenda<T> {
  const heap: Entry<T>[] = []
  let noted = 0
  const before = (a: number, b: number): boolean => {
    const [one, other] = [heap[a], heap[b]]
    if (one === undefined || other === undefined) return one !== undefined
    return one.at < other.at || (one.at === other.at && one.place < other.place)
  }
  const swap = (a: number, b: number): void => {
    const [one, other] = [heap[a], heap[b]]
    if (one === undefined || other === undefined) return
    heap[a] = other
    heap[b] = one
  }
  return {
    note(at, what) {
      heap.push({ at, place: noted, what })
      noted += 1
      for (let child = heap.length - 1; child > 0; ) {
        const parent = (child - 1) >> 1
        if (!before(child, parent)) break
        swap(child, parent)
        child = parent
      }
    },
    first: () => heap[0] ?? null,
    next() {
      const first = heap[0]
      if (first === undefined) return null
      swap(0, heap.length - 1)
      heap.pop()
      for (let parent = 0; ; ) {
        const [left, right] = [2 * parent + 1, 2 * parent + 2]
        const least = right < heap.length && before(right, left) ? right : left
        if (left >= heap.length || !before(least, parent)) break
        swap(parent, least)
        parent = least
      }
      return first
    },
  }
}
