import type { Table } from '#kernel/forms/paper.ts'
import type { Printing } from '#kernel/process/papers.ts'
import { type Blanks, filled } from '#kernel/process/papers/blanks.ts'
import type { TimelineEntry } from '#kernel/process/view.ts'
import type { Both } from '#lib/language.ts'
import { words } from '../words.ts'
import { paperWords as paper } from '../words/paper.ts'

/* 处理经过: the timeline as it is read, line by line. */

const own: Readonly<Record<string, Both>> = words.actions
const more: Readonly<Record<string, Both>> = words.more
const also: Readonly<Record<string, Both>> = paper
/** What the kernel itself writes into a timeline. */
const kernel: Readonly<Record<string, Both>> = {
  open: paper.registered,
  correct: paper.corrected,
  note: paper.noted,
  attach: paper.attached,
  hand: paper.handed,
  acceptEscalation: paper.instructed,
  joined: paper.joinedIn,
}
/** In the order in which they are read. */
const told = [
  'conclusion',
  'understanding',
  'reason',
  'said',
  'found',
  'result',
  'answer',
  'words',
  'opinion',
  'handling',
  'instruction',
  'text',
  'number',
]
const moments = ['informedAt', 'promisedAt', 'expectedAt', 'deliveredAt', 'visitedAt']

export function courseOf({ view }: Printing, blanks: Blanks): Table {
  const { table, when } = blanks
  const rows = view.timeline.map((line) => [
    when(line.at),
    stepOf(line, blanks),
    line.actorName,
    detailOf(line, blanks),
  ])
  return table(
    [
      [paper.time, 2.2],
      [paper.step, 2.6],
      [paper.by, 1.4],
      [paper.detail, 6],
    ],
    rows.map(([at, step, by, detail]) => [
      at ?? '',
      step ?? '',
      by === '' ? null : (by ?? null),
      detail === '' ? null : (detail ?? null),
    ]),
    4,
  )
}

function stepOf(line: TimelineEntry, { tell }: Blanks): string {
  if (line.action !== 'escalate') return tell(own[line.action] ?? kernel[line.action] ?? paper.step)
  const role = also[String(line.input['role'])]
  return filled(tell(paper.wentUp), { role: role === undefined ? '' : tell(role) })
}

function detailOf({ action, input }: TimelineEntry, blanks: Blanks): string {
  const { tell, option, when } = blanks
  const cause = typeof input['cause'] === 'string' ? more[input['cause'].split(':')[0] ?? ''] : undefined
  if (action === 'escalate') return cause === undefined ? '' : tell(cause)
  if (action === 'open') return ''
  const said = told.flatMap((key) => (typeof input[key] === 'string' ? [option(input[key])] : []))
  const times = moments.flatMap((key) => {
    const label = (words.fields as Readonly<Record<string, Both>>)[key]
    return typeof input[key] === 'string' && label ? [`${tell(label)} ${when(input[key])}`] : []
  })
  return [...said, ...times, ...slipsIn(input['serviceSlips'], blanks)].join(tell(paper.and))
}

function slipsIn(lines: unknown, { tell, option }: Blanks): string[] {
  if (!Array.isArray(lines)) return []
  return lines.map((line: { readonly department: string; readonly content: string }) =>
    filled(tell(paper.departmentSlip), { department: option(line.department), content: line.content }),
  )
}
