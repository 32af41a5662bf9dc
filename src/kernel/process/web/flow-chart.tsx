import { Skeleton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useLanguage, useSay } from '#ui/language.tsx'
import type { CaseView } from '../view.ts'
import { useProcess, useProcessWords } from './catalogue.tsx'
import classes from './flow-chart.module.css'
import type { Flow } from './flow-layout.ts'
import { words } from './words.ts'

interface FlowChartProps {
  readonly process: string
  /** the case whose place is shown; without one the chart is of the procedure itself */
  readonly view?: CaseView
}

/** The procedure as a chart, with the way this case took and where it is now. */
export function FlowChart({ process: name, view }: FlowChartProps) {
  const say = useSay()
  const { language } = useLanguage()
  const id = useId()
  const own = useProcessWords(name)
  const process = useProcess(name)
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false })
  const state = view?.state ?? ''
  const nameOf = (one: string) => say(own.states[one] ?? { zh: one, en: one })
  const labelOf = (actions: readonly string[]) => {
    const first = say(own.actions[actions[0] ?? ''] ?? { zh: '', en: '' })
    return actions.length > 1 ? `${first} +${actions.length - 1}` : first
  }
  const { data: flow } = useQuery({
    queryKey: ['flow', name, view?.number, view?.version, language, phone],
    queryFn: async () => {
      const { layFlow } = await import('./flow-layout.ts')
      if (process === null) return null
      return layFlow({
        process,
        state,
        timeline: view?.timeline ?? [],
        direction: phone ? 'TB' : 'LR',
        nameOf,
        labelOf,
      })
    },
    enabled: process !== null,
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  })
  if (!flow) return <Skeleton height={220} />
  const steps = (view?.timeline ?? []).filter((entry) => entry.from !== entry.to).map((entry) => nameOf(entry.to))
  return (
    <figure className={classes.figure}>
      <div className={classes.scroller} role="region" tabIndex={0} aria-label={say(words.chartLabel(say(own.name)))}>
        <svg
          role="img"
          aria-labelledby={id}
          className={classes.chart}
          viewBox={`0 0 ${flow.width} ${flow.height}`}
          style={{ maxInlineSize: flow.width, minInlineSize: flow.width * 0.92 }}
        >
          <title id={id}>{say(words.chartLabel(say(own.name)))}</title>
          <defs>
            {['open', 'taken'].map((kind) => (
              <marker
                key={kind}
                id={`${id}-${kind}`}
                viewBox="0 0 8 8"
                refX="7.4"
                refY="4"
                markerWidth="7"
                markerHeight="7"
                orient="auto-start-reverse"
              >
                <path d="M0 0 8 4 0 8z" className={classes.head} data-taken={kind === 'taken'} />
              </marker>
            ))}
          </defs>
          <Edges flow={flow} id={id} labelOf={labelOf} />
          {flow.nodes.map((node) => (
            <g key={node.state} className={classes.node} data-status={node.status}>
              <rect
                x={node.x - node.width / 2}
                y={node.y - node.height / 2}
                width={node.width}
                height={node.height}
                rx={node.round ? node.height / 2 : 7}
              />
              <text x={node.x} y={node.y} dy="0.35em">
                {node.status === 'taken' ? '✓ ' : node.status === 'here' ? '● ' : ''}
                {nameOf(node.state)}
              </text>
            </g>
          ))}
        </svg>
      </div>
      <figcaption className={classes.caption}>
        {view && (
          <>
            {say(words.chartCaption(nameOf(state)))}
            {steps.join(' → ')}
          </>
        )}
        <span className={classes.legend} aria-hidden>
          <span data-status="here">● {say(words.chartHere)}</span>
          <span data-status="taken">✓ {say(words.chartTaken)}</span>
          <span data-status="open">{say(words.chartOpen)}</span>
        </span>
      </figcaption>
    </figure>
  )
}

function Edges({ flow, id, labelOf }: { flow: Flow; id: string; labelOf: (actions: readonly string[]) => string }) {
  const ordered = flow.edges.toSorted((one, other) => Number(one.taken) - Number(other.taken))
  return (
    <>
      {ordered.map((edge) => (
        <path
          key={`${edge.from}>${edge.to}`}
          d={edge.path}
          className={classes.edge}
          data-taken={edge.taken}
          markerEnd={`url(#${id}-${edge.taken ? 'taken' : 'open'})`}
        />
      ))}
      {ordered.map(
        (edge) =>
          edge.label && (
            <text
              key={`${edge.from}>${edge.to}`}
              x={edge.label.x}
              y={edge.label.y}
              dy="0.35em"
              className={classes.label}
              data-taken={edge.taken}
            >
              {labelOf(edge.actions)}
            </text>
          ),
      )}
    </>
  )
}
