import type { Process } from '../define.ts'
import { spineOf } from '../spine.ts'
import type { FlowNode, Pair } from './flow-layout.ts'

/* A long procedure is drawn in two rows, as one writes: what is needed to cut it and to lead the lines across. */

/** The usual way is cut in the middle; states beside it go where most of their lines lead. */
export function halvesOf(process: Process, pairs: readonly Pair[]): readonly [readonly string[], readonly string[]] {
  const way = spineOf(process)
  const half = Math.ceil(way.length / 2)
  const lower = new Set(way.slice(half))
  const upper = new Set(way.slice(0, half))
  for (const state of Object.keys(process.states)) {
    if (upper.has(state) || lower.has(state)) continue
    const beside = pairs.flatMap(({ from, to }) => (from === state ? [to] : to === state ? [from] : []))
    const below = beside.filter((other) => lower.has(other)).length
    const above = beside.filter((other) => upper.has(other)).length
    ;(below > above ? lower : upper).add(state)
  }
  return [[...upper], [...lower]]
}

/** From one row to the other: out of the box, along the lane at height `lane`, into the box. */
export function around(source: FlowNode, target: FlowNode, lane: number): string {
  const edge = (node: FlowNode) => node.y + (node.y < lane ? node.height / 2 : -node.height / 2)
  // What comes and what goes do not lie upon each other.
  const [x1, x2] = [source.x + 12, target.x - 12]
  const [y1, y2] = [edge(source), edge(target)]
  const turn = 9
  if (Math.abs(x2 - x1) < 2 * turn) return `M${x1},${y1} L${x2},${y2}`
  const right = Math.sign(x2 - x1) * turn
  const out = Math.sign(lane - y1) * turn
  const into = Math.sign(y2 - lane) * turn
  return [
    `M${x1},${y1} L${x1},${lane - out} Q${x1},${lane} ${x1 + right},${lane}`,
    `L${x2 - right},${lane} Q${x2},${lane} ${x2},${lane + into} L${x2},${y2}`,
  ].join(' ')
}
