import dagre from '@dagrejs/dagre'
import { list, type Process } from '../define.ts'
import type { TimelineEntry } from '../view.ts'

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

export function layFlow({ process, state, timeline, direction, nameOf, labelOf }: Wanted): Flow {
  const graph = new dagre.graphlib.Graph({ multigraph: false })
  graph.setGraph({
    rankdir: direction,
    nodesep: direction === 'LR' ? 30 : 26,
    ranksep: direction === 'LR' ? 30 : 34,
    edgesep: 12,
    marginx: 10,
    marginy: 10,
  })
  graph.setDefaultEdgeLabel(() => ({}))
  const states = Object.keys(process.states)
  const visited = new Set([process.opens.in, ...timeline.flatMap((entry) => [entry.from, entry.to])])
  for (const name of states) graph.setNode(name, { width: widthOf(nameOf(name), 13) + 34, height: 36 })

  const pairs = new Map<string, { from: string; to: string; actions: string[] }>()
  for (const [action, { from, to }] of Object.entries(process.actions))
    for (const source of list(from)) {
      if (to === undefined || to === source) continue
      const key = `${source}>${to}`
      const pair = pairs.get(key) ?? { from: source, to, actions: [] }
      pair.actions.push(action)
      pairs.set(key, pair)
    }
  for (const { from, to, actions } of pairs.values()) {
    const spine = process.states[from]?.next === to
    const label = labelled(process, from, to) ? labelOf(actions) : ''
    graph.setEdge(from, to, {
      weight: spine ? 12 : 1,
      width: label === '' ? 0 : widthOf(label, 11) + 8,
      height: label === '' ? 0 : 15,
      labelpos: 'c',
    })
  }
  dagre.layout(graph)
  const takenPairs = new Set(timeline.map((entry) => `${entry.from}>${entry.to}`))
  const size = graph.graph()
  return {
    width: Number(size.width ?? 0),
    height: Number(size.height ?? 0),
    nodes: states.map((name) => {
      const { x, y, width, height } = graph.node(name)
      const status = name === state ? 'here' : visited.has(name) ? 'taken' : 'open'
      return {
        state: name,
        x,
        y,
        width,
        height,
        status,
        round: name === process.opens.in || process.states[name]?.final === true,
      }
    }),
    edges: [...pairs.values()].map(({ from, to, actions }) => {
      const edge = graph.edge(from, to)
      return {
        from,
        to,
        actions,
        path: smooth(edge.points),
        label:
          edge.x === undefined || edge.y === undefined || !labelled(process, from, to)
            ? null
            : { x: edge.x, y: edge.y },
        taken: takenPairs.has(`${from}>${to}`),
      }
    }),
  }
}

/** The usual way and the ways out need no words: the state they lead to says it. */
const labelled = (process: Process, from: string, to: string): boolean =>
  process.states[from]?.next !== to && process.states[to]?.final !== true

/** A curve through dagre's points. */
function smooth(points: readonly { readonly x: number; readonly y: number }[]): string {
  const [first, ...rest] = points
  if (first === undefined) return ''
  const at = ({ x, y }: { x: number; y: number }) => `${x.toFixed(1)},${y.toFixed(1)}`
  const middles = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? point
    const end = index === rest.length - 2 ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 }
    return `Q${at(point)} ${at(end)}`
  })
  return middles.length === 0 ? `M${at(first)} L${rest.map(at).join(' ')}` : `M${at(first)} ${middles.join(' ')}`
}
