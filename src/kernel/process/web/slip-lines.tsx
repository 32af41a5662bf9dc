import { useSay } from '#ui/language.tsx'
import { Money } from '#ui/money.tsx'
import classes from './case.module.css'
import { words } from './words.ts'

interface SlipLinesProps {
  readonly title: string
  readonly lines: readonly Readonly<Record<string, unknown>>[]
}

/** Lines with an amount: work by the price list, material used. */
export function SlipLines({ title, lines }: SlipLinesProps) {
  const say = useSay()
  const fen = (value: unknown) => (typeof value === 'number' ? value : 0)
  const total = lines.reduce((sum, line) => sum + fen(line.amountFen), 0)
  return (
    <div className={classes.tableBox} role="region" aria-label={title} tabIndex={0}>
      <table className={classes.table}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{say(words.item)}</th>
            <th scope="col" data-end>
              {say(words.quantity)}
            </th>
            <th scope="col" data-end>
              {say(words.unitPrice)}
            </th>
            <th scope="col" data-end>
              {say(words.amount)}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <tr key={at}>
              <th scope="row">{[line.code, line.name, line.spec].filter(Boolean).join(' ')}</th>
              <td data-end>{[line.quantity, line.unit].filter(Boolean).join(' ')}</td>
              <td data-end>
                <Money fen={fen(line.unitFen)} />
              </td>
              <td data-end>
                <Money fen={fen(line.amountFen)} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {say(words.total)}
            </th>
            <td data-end>
              <Money fen={total} strong />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
