import { Button } from '@mantine/core'
import classes from './data-table.module.css'
import { useSay } from './language.tsx'
import type { TableMore } from './table-column.ts'
import { words } from './words.ts'

/** How much is shown of how much, and the rest on request. */
export function TableFoot({
  loaded,
  total,
  more,
}: {
  loaded: number
  total: number | undefined
  more: TableMore | undefined
}) {
  const say = useSay()
  return (
    <div className={classes.foot} data-print="no">
      <span role="status">
        {total === undefined ? say(words.rowsSoFar(loaded)) : say(words.rowsShown(loaded, total))}
      </span>
      {more?.hasMore && (
        <Button variant="default" loading={more.busy} onClick={more.load}>
          {say(words.loadMore)}
        </Button>
      )}
    </div>
  )
}
