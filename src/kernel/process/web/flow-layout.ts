import dagre from '@dagrejs/dagre'
import { list, type Process } from '../define.ts'
import type { TimelineEntry } from '../view.ts'
import { around, halvesOf } from './flow-fold.ts'

/** The flow chart of a process, drawn from the definition that enforces it. */
export interface FlowNode {
  readonly state: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly status: 'here' | 'taken' | 'open'
  readonly round: boolean
}
export interface FlowEdge {
  readonly from: string
  readonly to: string
  readonly actions: readonly string[]
  readonly path: string
  readonly label: { readonly x: number; readonly y: number } | null
  readonly taken: boolean
}
export interface Flow {
  readonly width: number
  readonly height: number
  readonly nodes: readonly FlowNode[]
  readonly edges: readonly FlowEdge[]
}

interface Wanted {
  readonly process: Process
  readonly state: string
  readonly timeline: readonly TimelineEntry[]
  readonly direction: 'LR' | 'TB'
  readonly nameOf: (state: string) => string
  readonly labelOf: (actions: readonly string[]) => string
}

/** About how wide a text is at 13 px: a Chinese character is square, a Latin letter about half. */
const widthOf = (text: string, size: number) =>
  [...text].reduce((sum, sign) => sum + (/[\u2E80-\uFFEF]/.test(sign) ? size : size * 0.56), 0)

export function layFlow(wanted: Wanted): Flow {
  const { process, direction } = wanted
  const states = Object.keys(process.states)
  const pairs = pairsOf(process)
  const whole = blockOf(wanted, states, pairs, 0)
  return direction === 'TB' || whole.width <= room ? whole : folded(wanted, pairs)
}

/** What a page shows of a chart without making its letters small. */
const room = 1150

export interface Pair {
  readonly from: string
  readonly to: string
  readonly actions: readonly string[]
}

function pairsOf(process: Process): readonly Pair[] {
  const pairs = new Map<string, { from: string; to: string; actions: string[] }>()
  for (const [action, { from, to }] of Object.entries(process.actions))
    for (const source of list(from))
      for (const target of list(to)) {
        if (target === source) continue
        const key = `${source}>${target}`
        const pair = pairs.get(key) ?? { from: source, to: target, actions: [] }
        pair.actions.push(action)
        pairs.set(key, pair)
      }
  return [...pairs.values()]
}

/** Two rows, the second below the first, and between them what leads from one to the other. */
function folded(wanted: Wanted, pairs: readonly Pair[]): Flow {
  const [upper, lower] = halvesOf(wanted.process, pairs)
  const inside = (row: readonly string[]) => pairs.filter(({ from, to }) => row.includes(from) && row.includes(to))
  const crossing = pairs.filter(({ from, to }) => upper.includes(from) !== upper.includes(to))
  const first = blockOf(wanted, upper, inside(upper), 0)
  const second = blockOf(wanted, lower, inside(lower), first.height + 18 + crossing.length * 16)
  const nodes = [...first.nodes, ...second.nodes]
  const at = (state: string) => nodes.find((node) => node.state === state)
  const taken = takenPairs(wanted.timeline)
  return {
    width: Math.max(first.width, second.width),
    height: second.height,
    nodes,
    edges: [
      ...first.edges,
      ...second.edges,
      ...crossing.flatMap((pair, index) => {
        const [source, target] = [at(pair.from), at(pair.to)]
        if (source === undefined || target === undefined) return []
        const y = first.height + 10 + index * 16
        return {
          ...pair,
          path: around(source, target, y),
          label: labelled(wanted.process, pair.from, pair.to) ? { x: (source.x + target.x) / 2, y } : null,
          taken: taken.has(`${pair.from}>${pair.to}`),
        }
      }),
    ],
  }
}

function blockOf(wanted: Wanted, states: readonly string[], pairs: readonly Pair[], down: number): Flow {
  const { process, state, timeline, direction, nameOf, labelOf } = wanted
  const graph = new dagre.graphlib.Graph({ multigraph: false })
  graph.setGraph({
    rankdir: direction,
    nodesep: direction === 'LR' ? 30 : 26,
    ranksep: direction === 'LR' ? 26 : 34,
    edgesep: 12,
    marginx: 10,
    marginy: 10,
  })
  graph.setDefaultEdgeLabel(() => ({}))
  const visited = new Set(timeline.flatMap((entry) => [entry.from, entry.to]))
  for (const name of states) graph.setNode(name, { width: widthOf(nameOf(name), 13) + 34, height: 36 })
  for (const { from, to, actions } of pairs) {
    const spine = process.states[from]?.next === to
    const label = labelled(process, from, to) ? labelOf(actions) : ''
    graph.setEdge(from, to, {
      weight: spine ? 12 : 1,
      width: label === '' ? 0 : widthOf(label, 12) + 8,
      height: label === '' ? 0 : 16,
      labelpos: 'c',
    })
  }
  dagre.layout(graph)
  const taken = takenPairs(timeline)
  const size = graph.graph()
  // Lines may run below the lowest box.
  const lowest = Math.max(
    Number(size.height ?? 0),
    ...pairs.flatMap(({ from, to }) => graph.edge(from, to).points.map(({ y }: Point) => y + 10)),
  )
  return {
    width: Number(size.width ?? 0),
    height: lowest + down,
    nodes: states.map((name) => {
      const { x, y, width, height } = graph.node(name)
      const status = name === state ? 'here' : visited.has(name) ? 'taken' : 'open'
      const round = list(process.opens.in).includes(name) || process.states[name]?.final === true
      return { state: name, x, y: y + down, width, height, status, round }
    }),
    edges: pairs.map((pair) => {
      const edge = graph.edge(pair.from, pair.to)
      return {
        ...pair,
        path: smooth(edge.points.map(({ x, y }: Point) => ({ x, y: y + down }))),
        label:
          edge.x === undefined || edge.y === undefined || !labelled(process, pair.from, pair.to)
            ? null
            : { x: edge.x, y: edge.y + down },
        taken: taken.has(`${pair.from}>${pair.to}`),
      }
    }),
  }
}

const takenPairs = (timeline: readonly TimelineEntry[]) => new Set(timeline.map((entry) => `${entry.from}>${entry.to}`))

interface Point {
  readonly x: number
  readonly y: number
}

/** The usual way and the ways out need no words: the state they lead to says it. */
const labelled = (process: Process, from: string, to: string): boolean =>
  process.states[from]?.next !== to && process.states[to]?.final !== true

/** A curve through dagre's points. */
function smooth(points: readonly Point[]): string {
  const [first, ...rest] = points
  if (first === undefined) return ''
  const at = ({ x, y }: Point) => `${x.toFixed(1)},${y.toFixed(1)}`
  const middles = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? point
    const end = index === rest.length - 2 ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 }
    return `Q${at(point)} ${at(end)}`
  })
  return middles.length === 0 ? `M${at(first)} L${rest.map(at).join(' ')}` : `M${at(first)} ${middles.join(' ')}`
}
