import '#ui/controls.css'
import { ActionIcon, Button, Input, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useId } from 'react'
import { formatYuan, parseYuan, times } from '#lib/money.ts'
import { useLanguage, useSay } from '#ui/language.tsx'
import classes from './form.module.css'
import type { MaterialLineValue } from './form-values.ts'
import { words } from './words.ts'

interface MaterialLinesProps {
  readonly label: string
  readonly name: string
  readonly value: readonly MaterialLineValue[]
  readonly onChange: (lines: readonly MaterialLineValue[]) => void
  readonly required: boolean
  readonly errors: Readonly<Record<string, string>>
}

const blank: MaterialLineValue = { name: '', spec: '', unit: '', quantity: '1', unitYuan: '' }
const parts = [
  { part: 'name', says: words.materialName, size: 'wide', mode: 'text' },
  { part: 'spec', says: words.materialSpec, size: 'middle', mode: 'text' },
  { part: 'unit', says: words.materialUnit, size: 'small', mode: 'text' },
  { part: 'quantity', says: words.quantity, size: 'small', mode: 'decimal' },
  { part: 'unitYuan', says: words.unitYuan, size: 'small', mode: 'decimal' },
] as const

/** Material used: name, specification, unit, quantity and price in yuan. */
export function MaterialLines({ label, name, value, onChange, required, errors }: MaterialLinesProps) {
  const say = useSay()
  const { language } = useLanguage()
  const id = useId()
  const change = (at: number, part: Partial<MaterialLineValue>) =>
    onChange(value.map((line, index) => (index === at ? { ...line, ...part } : line)))
  return (
    <Input.Wrapper id={id} label={label} labelElement="div" required={required} error={errors[name]}>
      <div className={classes.lines} role="group" aria-labelledby={`${id}-label`}>
        {value.map((line, at) => (
          <fieldset key={at} className={classes.line}>
            <legend className={classes.hidden}>{say(words.line(at + 1))}</legend>
            {parts.map(({ part, says, size, mode }) => (
              <TextInput
                key={part}
                className={classes[size]}
                aria-label={say(says)}
                placeholder={say(says)}
                inputMode={mode}
                value={line[part]}
                onChange={(event) => change(at, { [part]: event.currentTarget.value })}
                error={errors[`${name}.${at}.${part === 'unitYuan' ? 'unitFen' : part}`]}
              />
            ))}
            <span className={classes.amount}>{formatYuan(lineFen(line), language)}</span>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={say(words.removeLine(at + 1))}
              onClick={() => onChange(value.filter((_, index) => index !== at))}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </fieldset>
        ))}
        <div className={classes.linesFoot}>
          <Button
            variant="default"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => onChange([...value, blank])}
          >
            {say(words.addLine)}
          </Button>
          {value.length > 0 && (
            <span>
              {say(words.total)}{' '}
              <strong className="tabular">
                {formatYuan(
                  value.reduce((total, line) => total + lineFen(line), 0),
                  language,
                )}
              </strong>
            </span>
          )}
        </div>
      </div>
    </Input.Wrapper>
  )
}

function lineFen(line: MaterialLineValue): number {
  const unit = parseYuan(line.unitYuan)
  return unit === null || !/^\d{1,6}(\.\d{1,3})?$/.test(line.quantity) ? 0 : times(unit, line.quantity)
}
