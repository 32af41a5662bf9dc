/** How often a piece of work is done in a second, by so many clients at once. */

export interface Rate {
  readonly clients: number
  readonly perSecond: number
}

const rounds = 3

/** The middle one of three rounds of `seconds` each; `work` is told which client it is and throws to fail the run. */
export async function rate(
  work: (client: number) => Promise<unknown>,
  clients: number,
  seconds: number,
): Promise<Rate> {
  const seen: number[] = []
  for (let round = 0; round < rounds; round += 1) seen.push(await once(work, clients, seconds))
  return { clients, perSecond: middle(seen) }
}

async function once(work: (client: number) => Promise<unknown>, clients: number, seconds: number): Promise<number> {
  const begun = performance.now()
  const until = begun + seconds * 1000
  let done = 0
  const one = async (client: number) => {
    while (performance.now() < until) {
      await work(client)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, client) => one(client)))
  return (done * 1000) / (performance.now() - begun)
}

export function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
