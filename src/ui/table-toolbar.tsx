import { ActionIcon, Button, Checkbox, Popover, SegmentedControl } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './data-table.module.css'
import { useSay } from './language.tsx'
import type { TableColumn, TableSelection } from './table-column.ts'
import type { TableLayoutControl } from './table-layout.ts'
import { words } from './words.ts'

interface ToolbarProps<Row> {
  readonly columns: readonly TableColumn<Row>[]
  readonly control: TableLayoutControl<Row>
  readonly selection: TableSelection | undefined
  readonly loaded: number
  readonly total: number | undefined
  readonly actions: ReactNode
  readonly phone: boolean
}

/** Above the rows: what one can do with the list, or, once something is selected, with the selection. */
export function TableToolbar<Row>({ columns, control, selection, loaded, total, actions, phone }: ToolbarProps<Row>) {
  const picked = selection?.every ? (total ?? loaded) : (selection?.keys.size ?? 0)
  if (selection && picked > 0) return <BulkBar selection={selection} picked={picked} loaded={loaded} total={total} />
  if (actions === undefined && phone) return null
  return (
    <div className={classes.toolbar} data-print="no">
      <div className={classes.actions}>{actions}</div>
      {!phone && <Settings columns={columns} control={control} />}
    </div>
  )
}

function BulkBar({
  selection,
  picked,
  loaded,
  total,
}: {
  selection: TableSelection
  picked: number
  loaded: number
  total: number | undefined
}) {
  const say = useSay()
  const more =
    !selection.every && selection.onEvery && selection.keys.size >= loaded && total !== undefined && total > loaded
  return (
    <div className={classes.bulk} role="region" aria-label={say(words.selected(picked))} data-print="no">
      <strong role="status">{say(words.selected(picked))}</strong>
      {more && (
        <Button variant="subtle" onClick={selection.onEvery}>
          {say(words.selectEvery(total))}
        </Button>
      )}
      <Button variant="subtle" color="gray" onClick={() => selection.onChange(new Set())}>
        {say(words.clearSelection)}
      </Button>
      <div className={classes.actions}>{selection.actions}</div>
    </div>
  )
}

function Settings<Row>({
  columns,
  control,
}: {
  columns: readonly TableColumn<Row>[]
  control: TableLayoutControl<Row>
}) {
  const say = useSay()
  const shown = new Set(control.visible.map((column) => column.id))
  return (
    <Popover position="bottom-end" trapFocus returnFocus width={230}>
      <Popover.Target>
        <ActionIcon variant="default" size={30} aria-label={say(words.tableSettings)}>
          <IconAdjustmentsHorizontal size={17} stroke={1.7} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={say(words.tableSettings)}>
        <div className={classes.settings}>
          <SegmentedControl
            fullWidth
            aria-label={say(words.density)}
            value={control.layout.density}
            onChange={(value) => control.setDensity(value === 'regular' ? 'regular' : 'compact')}
            data={[
              { value: 'compact', label: say(words.densityCompact) },
              { value: 'regular', label: say(words.densityRegular) },
            ]}
          />
          <div role="group" aria-label={say(words.columns)} className={classes.choices}>
            {columns.map((column) => (
              <Checkbox
                key={column.id}
                label={column.label}
                checked={shown.has(column.id)}
                disabled={column.fixed ?? false}
                onChange={() => control.toggle(column.id)}
              />
            ))}
          </div>
          <Button variant="subtle" onClick={control.reset}>
            {say(words.resetColumns)}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
