import type { CaseLine } from '#kernel/premises/view.ts'
import { searchEverything } from '#kernel/premises/web/premises.ts'
import { caseHref } from '#kernel/process/web/case-order.ts'
import type { OpenCase } from '#kernel/process/web/open-case.ts'
import type { AnyWords } from '#kernel/process/words.ts'
import type { Both } from '#lib/language.ts'
import type { PaletteGroup, PaletteItem, PaletteSearch } from '#ui/palette-search.ts'
import { lettersOf, newKeys } from './letters.ts'
import type { Place } from './places.ts'
import { words } from './words.ts'

interface SearchSurroundings {
  readonly say: (both: Both) => string
  readonly places: readonly Place[]
  readonly openCase: OpenCase
  /** processes this reader may open */
  readonly opens: readonly { readonly name: string; readonly words: AnyWords }[]
  readonly wordsOf: (process: string) => AnyWords | undefined
}

/** ⌘K: customers with what may be opened for them, units, slips, people, and the places of the menu. */
export function paletteSearch({ say, places, openCase, opens, wordsOf }: SearchSurroundings): PaletteSearch {
  const letters = lettersOf(opens.map(({ name }) => name))
  const commands = (typed: string): PaletteGroup => ({
    id: 'commands',
    label: say(words.searchCommands),
    items: [
      ...opens.map(
        ({ name, words: own }): PaletteItem => ({
          id: `new/${name}`,
          label: say(words.newCase(say(own.name))),
          hint: newKeys(letters[name]),
          run: () => openCase(name),
        }),
      ),
      ...places.map((place): PaletteItem => ({ id: place.href, label: say(place.label), href: place.href })),
    ].filter((item) => typed === '' || item.label.toLowerCase().includes(typed.toLowerCase())),
  })
  const slip = (line: CaseLine & { readonly customer?: string | null }): PaletteItem => {
    const own = wordsOf(line.process)
    const state = own?.states[line.state]
    return {
      id: line.number,
      label: line.title,
      hint: [line.number, line.customer, line.unit, state ? say(state) : ''].filter(Boolean).join(' · '),
      href: caseHref(line.process, line.number),
    }
  }
  return async (typed, signal) => {
    if (typed.startsWith('>')) return [commands(typed.slice(1).trim())]
    const bare = typed.replace(/^[#@¥]/, '')
    if (bare === '') return [commands('')]
    const found = await searchEverything(bare, signal)
    const customers = found.customers.flatMap((one): PaletteItem[] => [
      {
        id: one.code,
        label: one.vip ? `★ ${one.shortName}` : one.shortName,
        hint: `${one.code} · ${one.name}`,
        href: `/customers/${one.code}`,
      },
      ...opens.map(({ name, words: own }) => ({
        id: `${one.code}/${name}`,
        label: say(words.newFor(say(own.name), one.shortName)),
        run: () => openCase(name, { customerCode: one.code }),
      })),
    ])
    return [
      {
        id: 'cases',
        label: say(words.searchCases),
        items: /^#|^[A-Za-z]{2}-\d/.test(typed) ? found.cases.map(slip) : [],
      },
      { id: 'customers', label: say(words.searchCustomers), items: customers },
      {
        id: 'units',
        label: say(words.searchUnits),
        items: found.units.map((unit) => ({
          id: unit.code,
          label: unit.code,
          hint: unit.tenant?.shortName ?? say(words.vacant),
          href: `/stacking?unit=${unit.code}`,
        })),
      },
      {
        id: 'slips',
        label: say(words.searchCases),
        items: /^#|^[A-Za-z]{2}-\d/.test(typed) ? [] : found.cases.map(slip),
      },
      {
        id: 'people',
        label: say(words.searchPeople),
        items: found.people.map((person) => ({
          id: person.id,
          label: person.name,
          hint: [person.of, person.phone].filter(Boolean).join(' · '),
          href: person.kind === 'staff' ? `/staff/${person.id}` : `/customers/${person.customer ?? ''}`,
        })),
      },
      commands(bare),
    ]
  }
}
