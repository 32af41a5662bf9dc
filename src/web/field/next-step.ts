import type { Choice } from '#kernel/process/decide.ts'

/**
 * The one step at the thumb: of the normal steps that lead onward and can be taken now, the one that leads furthest; else
 * the nearest that cannot be taken yet, to be shown with its reason.
 */
export function nextStep(
  choices: readonly Choice[],
  state: string,
  leadsTo: (action: string) => string | undefined,
  spine: readonly string[],
): Choice | null {
  const way = ({ action }: Choice) => {
    const to = leadsTo(action)
    return to === undefined || to === state ? -1 : spine.indexOf(to)
  }
  const onward = choices
    .filter((choice) => choice.primary && way(choice) >= 0)
    .toSorted((one, other) => way(one) - way(other))
  return onward.findLast(({ missing }) => missing.length === 0) ?? onward[0] ?? null
}
