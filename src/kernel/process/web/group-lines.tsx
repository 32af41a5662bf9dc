import '#ui/controls.css'
import { ActionIcon, Button, Input } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type ComponentType, useId } from 'react'
import { useSay } from '#ui/language.tsx'
import type { FieldControlProps } from './field-control.tsx'
import type { FormField } from './form-fields.ts'
import { blankLine, blankValue, type FieldValue, type LineValue } from './form-values.ts'
import classes from './form.module.css'
import { words } from './words.ts'

interface GroupLinesProps {
  readonly label: string
  readonly field: FormField
  readonly value: readonly LineValue[]
  readonly onChange: (lines: readonly LineValue[]) => void
  /** faults by dotted path: `name.0.part` */
  readonly errors: Readonly<Record<string, string>>
  readonly asked: ComponentType<FieldControlProps>
}

/** A list of small groups of blanks: a line is added, filled in, taken away. */
export function GroupLines({ label, field, value, onChange, errors, asked: Asked }: GroupLinesProps) {
  const say = useSay()
  const id = useId()
  const { name, required, least, most, inner = [] } = field
  const change = (at: number, part: string, to: FieldValue) =>
    onChange(value.map((line, index) => (index === at ? { ...line, [part]: to } : line)))
  return (
    <Input.Wrapper id={id} label={label} labelElement="div" required={required} error={errors[name]}>
      <div className={classes.lines} role="group" aria-labelledby={`${id}-label`}>
        {value.map((line, at) => (
          <fieldset key={at} className={classes.groupLine}>
            <legend>{say(words.line(at + 1))}</legend>
            <div className={classes.fields}>
              {inner.map((part) => (
                <div key={part.name} data-wide={WIDE.has(part.control.control)}>
                  <Asked
                    field={part}
                    value={line[part.name] ?? blankValue(part)}
                    onChange={(to) => change(at, part.name, to)}
                    errors={faultsOfLine(errors, `${name}.${at}.`)}
                  />
                </div>
              ))}
            </div>
            {value.length > (least ?? 0) && (
              <ActionIcon
                className={classes.lineAway}
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={say(words.removeLine(at + 1))}
                onClick={() => onChange(value.filter((_, index) => index !== at))}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            )}
          </fieldset>
        ))}
        {(most === null || value.length < most) && (
          <div className={classes.linesFoot}>
            <Button
              variant="default"
              leftSection={<IconPlus size={15} aria-hidden />}
              onClick={() => onChange([...value, blankLine(inner)])}
            >
              {say(words.addLine)}
            </Button>
          </div>
        )}
      </div>
    </Input.Wrapper>
  )
}

const WIDE = new Set(['longText', 'outgoing', 'choices', 'texts'])

/** The faults of one line, by the names of its own blanks. */
const faultsOfLine = (errors: Readonly<Record<string, string>>, prefix: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(errors).flatMap(([path, fault]) =>
      path.startsWith(prefix) ? [[path.slice(prefix.length), fault] as const] : [],
    ),
  )
