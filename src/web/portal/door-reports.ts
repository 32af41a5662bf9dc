import { useStored } from '#ui/stored.ts'

/** A report made at a door from this phone. The key is the only way back to it. */
export interface DoorReport {
  readonly key: string
  readonly number: string
  readonly token: string
  readonly unit: string
  readonly at: string
}

/** What was reported from this phone, newest first; the last thirty. */
export function useDoorReports(): [readonly DoorReport[], (reports: readonly DoorReport[]) => void] {
  const [reports, keep] = useStored<readonly DoorReport[]>('door-reports', NONE, areReports)
  return [reports, (next) => keep(next.slice(0, 30))]
}

const NONE: readonly DoorReport[] = []
const areReports = (value: unknown): value is readonly DoorReport[] =>
  Array.isArray(value) &&
  value.every(
    (one: unknown) =>
      typeof one === 'object' && one !== null && 'key' in one && typeof one.key === 'string' && 'number' in one,
  )

/** 256 bits, in the letters an address may hold. */
export function freshGuestKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}
