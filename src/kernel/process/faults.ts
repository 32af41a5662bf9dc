import { list, type Process } from './define.ts'

/**
 * Faults that types cannot see, found at boot: the server refuses to start with any of them.
 * States nobody reaches or leaves, moves out of a final state, unknown names, clocks that never run, papers nobody may print.
 */
export function faults(process: Process): string[] {
  const states = Object.keys(process.states)
  const known = (state: string) => states.includes(state)
  const actions = Object.entries(process.actions)
  const moves = actions.flatMap(([, action]) =>
    list(action.from).flatMap((from) => targets(action, from).map((to) => [from, to] as const)),
  )
  const reached = new Set<string>(list(process.opens.in))
  for (const state of reached) for (const [from, to] of moves) if (from === state) reached.add(to)
  const say = (what: string) => `${process.name}: ${what}`

  const ofStates = Object.entries(process.states).flatMap(([name, state]) => {
    const leaves = moves.some(([from, to]) => from === name && to !== name)
    return [
      ...(reached.has(name) ? [] : [say(`nobody reaches "${name}"`)]),
      ...(state.final || leaves ? [] : [say(`nobody leaves "${name}"`)]),
      ...(state.final && leaves ? [say(`"${name}" is final but is left`)] : []),
      ...(state.final || list(state.waitsFor).length > 0 ? [] : [say(`"${name}" lies on nobody's desk`)]),
      ...(state.forDepartment && process.departments === undefined
        ? [say(`"${name}" waits for a department, and the process names none`)]
        : []),
      ...(state.next === undefined || moves.some(([from, to]) => from === name && to === state.next)
        ? []
        : [say(`no action leads from "${name}" to its next "${state.next}"`)]),
    ]
  })
  const escapes = states.filter((state) => reached.has(state) && !canEnd(process, state, moves))
  const ofActions = actions.flatMap(([name, action]) => [
    ...[...list(action.from), ...list(action.to)]
      .filter((state) => !known(state))
      .map((state) => say(`action "${name}" names the unknown state "${state}"`)),
    ...[...list(action.needs), ...list(action.ensures)]
      .filter((need) => !Object.hasOwn(process.needs, need))
      .map((need) => say(`action "${name}" names the unknown need "${need}"`)),
    ...(list(action.to).length > 1 !== (action.goes !== undefined)
      ? [say(`action "${name}" leads to several states and does not say which, or says which of one`)]
      : []),
    ...(list(action.by).length === 0 ? [say(`nobody may "${name}"`)] : []),
    ...list(action.prints)
      .filter((paper) => !Object.hasOwn(process.papers, paper))
      .map((paper) => say(`action "${name}" prints the unknown paper "${paper}"`)),
    ...(['open', 'correct', 'note', 'attach', 'hand', 'joined', 'escalate', 'acceptEscalation', 'print'].includes(name)
      ? [say(`"${name}" is the kernel's own action`)]
      : []),
  ])
  const ofClocks = Object.entries(process.clocks).flatMap(([name, clock]) => [
    ...[...list(clock.runs), ...list(clock.rests)]
      .filter((state) => !known(state))
      .map((state) => say(`clock "${name}" names the unknown state "${state}"`)),
    ...list(clock.rests)
      .filter((state) => list(clock.runs).includes(state))
      .map((state) => say(`clock "${name}" both runs and rests in "${state}"`)),
  ])
  const ofOpening =
    list(process.opens.in).length > 1 === (process.opens.goes !== undefined)
      ? []
      : [say('a case begins in several states and nothing says in which, or says which of one')]
  return [
    ...ofOpening,
    ...ofStates,
    ...escapes.map((state) => say(`from "${state}" no way leads to an end`)),
    ...ofActions,
    ...ofClocks,
  ]
}

const targets = (action: Process['actions'][string], from: string): readonly string[] =>
  action.to === undefined ? [from] : list(action.to)

function canEnd(process: Process, start: string, moves: readonly (readonly [string, string])[]): boolean {
  const seen = new Set([start])
  for (const state of seen) for (const [from, to] of moves) if (from === state) seen.add(to)
  return [...seen].some((state) => process.states[state]?.final === true)
}

/** The legal moves, for the database's own net; '' opens. */
export function edges(process: Process): { process: string; from_state: string; to_state: string }[] {
  const pairs = new Map<string, { process: string; from_state: string; to_state: string }>()
  const add = (from: string, to: string) =>
    pairs.set(`${from}>${to}`, { process: process.name, from_state: from, to_state: to })
  for (const first of list(process.opens.in)) add('', first)
  for (const action of Object.values(process.actions))
    for (const from of list(action.from)) for (const to of targets(action, from)) if (to !== from) add(from, to)
  return [...pairs.values()]
}
