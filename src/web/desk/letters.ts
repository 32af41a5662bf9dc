/** Letters that are no place of the menu's own: `g w`, `g c` … stay theirs. */
export const placeLetters = ['w', 'c', 'u', 'b', 'p', 't', 'f', 'y', 'x', 'o', 'k', 'q']

/** A letter for each name: the first of its own that nobody has; none when all are taken. */
export function lettersOf(names: readonly string[], taken: readonly string[] = []): Readonly<Record<string, string>> {
  const used = new Set(taken)
  return Object.fromEntries(
    names.flatMap((name) => {
      const letter = [...name.toLowerCase()].find((sign) => /[a-z]/.test(sign) && !used.has(sign))
      if (letter === undefined) return []
      used.add(letter)
      return [[name, letter]]
    }),
  )
}

/** `N R`: as the shortcut is written on the keys. */
export const newKeys = (letter: string | undefined): string | undefined =>
  letter === undefined ? undefined : `N ${letter.toUpperCase()}`
