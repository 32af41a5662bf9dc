import { type KeyboardEvent, useRef, useState } from 'react'
import { useSay } from '#ui/language.tsx'
import type { StackedUnit, Stacking } from '../view.ts'
import { squareMetres } from './area.ts'
import { type Mark, markLooks, marksOf } from './stack-marks.ts'
import classes from './stacking.module.css'
import { words } from './words.ts'

interface TowerProps {
  readonly tower: Stacking['towers'][number]
  readonly only: Mark | null
  readonly now: number
  readonly openCode: string | null
  readonly onUnit: (code: string) => void
}

/** One tower as a grid: a floor a row, a unit a cell as wide as its part of the floor. Arrow keys move. */
export function Tower({ tower, only, now, openCode, onUnit }: TowerProps) {
  const say = useSay()
  const grid = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<readonly [number, number]>([0, 0])
  const floors = tower.floors.filter((floor) => floor.units.length > 0)
  const focus = (row: number, column: number) => {
    const floor = Math.min(floors.length - 1, Math.max(0, row))
    const cell = Math.min((floors[floor]?.units.length ?? 1) - 1, Math.max(0, column))
    setAt([floor, cell])
    grid.current?.querySelector<HTMLElement>(`[data-at="${floor}.${cell}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const [row, column] = at
    const move = {
      ArrowUp: () => focus(row - 1, column),
      ArrowDown: () => focus(row + 1, column),
      ArrowLeft: () => focus(row, column - 1),
      ArrowRight: () => focus(row, column + 1),
      Home: () => focus(row, 0),
      End: () => focus(row, 999),
      PageUp: () => focus(0, column),
      PageDown: () => focus(floors.length - 1, column),
    }[event.key]
    if (!move) return
    event.preventDefault()
    move()
  }
  const share = tower.areaCm2 === 0 ? 0 : Math.round((tower.letCm2 / tower.areaCm2) * 100)
  const name = say({ zh: tower.nameZh, en: tower.nameEn })
  return (
    <section className={classes.tower} aria-label={name}>
      <header className={classes.towerHead}>
        <h2 className={classes.towerName}>{name}</h2>
        <span className={classes.soft}>
          {say(words.occupancy(`${share}%`))} · {say(words.squareMetres(squareMetres(tower.areaCm2)))}
        </span>
      </header>
      <div
        ref={grid}
        role="grid"
        aria-label={name}
        aria-description={say(words.gridHelp)}
        className={classes.grid}
        onKeyDown={onKeyDown}
      >
        {floors.map((floor, row) => (
          <div key={floor.floor} role="row" className={classes.floor}>
            <span role="rowheader" className={classes.floorName}>
              {say(words.floor(floor.floor))}
            </span>
            <span
              role="presentation"
              className={classes.cells}
              style={{
                gridTemplateColumns: floor.units.map((unit) => `minmax(0, ${Math.max(0.08, unit.share)}fr)`).join(' '),
              }}
            >
              {floor.units.map((unit, column) => (
                <Cell
                  key={unit.code}
                  unit={unit}
                  at={`${row}.${column}`}
                  current={at[0] === row && at[1] === column}
                  open={openCode === unit.code}
                  faded={only !== null && !marksOf(unit, now).includes(only)}
                  marks={marksOf(unit, now)}
                  onFocus={() => setAt([row, column])}
                  onOpen={() => onUnit(unit.code)}
                />
              ))}
            </span>
          </div>
        ))}
      </div>
    </section>
  )
}

interface CellProps {
  readonly unit: StackedUnit
  readonly at: string
  readonly current: boolean
  readonly open: boolean
  readonly faded: boolean
  readonly marks: readonly Mark[]
  readonly onFocus: () => void
  readonly onOpen: () => void
}

function Cell({ unit, at, current, open, faded, marks, onFocus, onOpen }: CellProps) {
  const say = useSay()
  const [first = 'let'] = marks
  const { tone, letter } = markLooks[first]
  const tenant = unit.tenant?.shortName ?? say(words.vacant)
  const spoken = marks.filter((mark) => mark !== 'let' && mark !== 'vacant').map((mark) => say(markLooks[mark].says))
  const label = say(
    words.unitLabel(
      unit.code,
      tenant,
      spoken.length === 0 ? '' : ` · ${spoken.join(' · ')}${unit.open > 0 ? ` ${unit.open}` : ''}`,
    ),
  )
  return (
    <span
      role="gridcell"
      tabIndex={current ? 0 : -1}
      data-at={at}
      data-tone={tone}
      data-faded={faded}
      aria-description={label}
      aria-selected={open}
      title={label}
      className={classes.cell}
      onFocus={onFocus}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        onOpen()
      }}
    >
      <span className={classes.top}>
        <span className={classes.code}>{unit.code.slice(unit.code.indexOf('-') + 1)}</span>
        {letter && (
          <span className={classes.letter}>
            {say(letter)}
            {unit.open > 1 && unit.open}
          </span>
        )}
      </span>
      <span className={classes.who}>{unit.tenant?.shortName ?? '—'}</span>
    </span>
  )
}
