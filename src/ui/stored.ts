import { useCallback, useState } from 'react'

/** What this person on this device chose: read once, written on change, harmless when storage is refused or garbled. */
export function readStored<Value>(key: string, fallback: Value, valid: (value: unknown) => value is Value): Value {
  try {
    const text = localStorage.getItem(PREFIX + key)
    const value: unknown = text === null ? null : JSON.parse(text)
    return value !== null && valid(value) ? value : fallback
  } catch {
    return fallback
  }
}

export function writeStored(key: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + key)
    else localStorage.setItem(PREFIX + key, JSON.stringify(value))
  } catch {
    // Full or refused: the choice lasts until the page is left.
  }
}

/** Removes every key that begins with `start`, for instance all drafts when somebody signs out. */
export function forgetStored(start: string): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX + start)) localStorage.removeItem(key)
  } catch {
    // Nothing was stored then.
  }
}

export function useStored<Value>(
  key: string,
  fallback: Value,
  valid: (value: unknown) => value is Value,
): [Value, (value: Value) => void] {
  const [value, set] = useState<Value>(() => readStored(key, fallback, valid))
  const keep = useCallback(
    (next: Value) => {
      writeStored(key, next)
      set(next)
    },
    [key],
  )
  return [value, keep]
}

const PREFIX = 'atrium.'
