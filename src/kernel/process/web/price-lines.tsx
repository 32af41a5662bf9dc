import '#ui/controls.css'
import { ActionIcon, Button, Checkbox, Input, Select, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import type { PriceList, PriceRow } from '#kernel/ledger/price-view.ts'
import { formatYuan, times } from '#lib/money.ts'
import { useLanguage, useSay } from '#ui/language.tsx'
import classes from './form.module.css'
import type { PriceLineValue } from './form-values.ts'
import { words } from './words.ts'

export const usePrices = () =>
  useQuery({
    queryKey: ['prices'],
    queryFn: ({ signal }) => ask<PriceList>('/api/prices', { signal }),
    staleTime: 5 * 60_000,
  })

interface PriceLinesProps {
  readonly label: string
  readonly name: string
  readonly value: readonly PriceLineValue[]
  readonly onChange: (lines: readonly PriceLineValue[]) => void
  readonly required: boolean
  readonly errors: Readonly<Record<string, string>>
}

/** Work by the price list: item, quantity, and what it comes to. The server reckons again. */
export function PriceLines({ label, name, value, onChange, required, errors }: PriceLinesProps) {
  const say = useSay()
  const { language } = useLanguage()
  const id = useId()
  const { data } = usePrices()
  const items = new Map((data?.items ?? []).map((item) => [item.code, item]))
  const options = [...items.values()].map((item) => ({ value: item.code, label: nameOf(item, language) }))
  const change = (at: number, part: Partial<PriceLineValue>) =>
    onChange(value.map((line, index) => (index === at ? { ...line, ...part } : line)))
  const sum = value.reduce((total, line) => total + lineFen(items.get(line.code), line), 0)
  return (
    <Input.Wrapper id={id} label={label} labelElement="div" required={required} error={errors[name]}>
      <div className={classes.lines} role="group" aria-labelledby={`${id}-label`}>
        {value.map((line, at) => {
          const item = items.get(line.code)
          return (
            <fieldset key={at} className={classes.line}>
              <legend className={classes.hidden}>{say(words.line(at + 1))}</legend>
              <Select
                className={classes.wide}
                aria-label={say(words.item)}
                placeholder={say(words.findPrice)}
                data={options}
                value={line.code === '' ? null : line.code}
                onChange={(code) => change(at, { code: code ?? '', second: false })}
                searchable
                nothingFoundMessage={say(words.noPrice)}
                error={errors[`${name}.${at}.code`]}
              />
              <TextInput
                className={classes.small}
                aria-label={say(words.quantity)}
                inputMode="decimal"
                value={line.quantity}
                onChange={(event) => change(at, { quantity: event.currentTarget.value })}
                rightSection={
                  <span className={classes.soft}>{item && (language === 'zh' ? item.unitZh : item.unitEn)}</span>
                }
                rightSectionWidth={44}
                error={errors[`${name}.${at}.quantity`]}
              />
              <span className={classes.amount}>{formatYuan(lineFen(item, line), language)}</span>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={say(words.removeLine(at + 1))}
                onClick={() => onChange(value.filter((_, index) => index !== at))}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
              {item && item.secondPriceFen !== null && (
                <Checkbox
                  className={classes.whole}
                  label={`${say(words.secondPrice)} ${formatYuan(item.secondPriceFen, language)} ${language === 'zh' ? item.noteZh : item.noteEn}`}
                  checked={line.second}
                  onChange={(event) => change(at, { second: event.currentTarget.checked })}
                />
              )}
            </fieldset>
          )
        })}
        <div className={classes.linesFoot}>
          <Button
            variant="default"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => onChange([...value, { code: '', quantity: '1', second: false }])}
          >
            {say(words.addLine)}
          </Button>
          {value.length > 0 && (
            <span>
              {say(words.total)} <strong className="tabular">{formatYuan(sum, language)}</strong>
            </span>
          )}
        </div>
      </div>
    </Input.Wrapper>
  )
}

const nameOf = (item: PriceRow, language: 'zh' | 'en') =>
  `${item.code} ${language === 'zh' ? item.nameZh : item.nameEn} · ${formatYuan(item.priceFen, language)}/${language === 'zh' ? item.unitZh : item.unitEn}`

/** What the line comes to as far as it can be read; 0 while it cannot. */
function lineFen(item: PriceRow | undefined, line: PriceLineValue): number {
  if (item === undefined || !/^\d{1,6}(\.\d{1,3})?$/.test(line.quantity)) return 0
  const unit = line.second && item.secondPriceFen !== null ? item.secondPriceFen : item.priceFen
  const least = item.minimum !== null && Number(item.minimum) > Number(line.quantity) ? item.minimum : line.quantity
  return times(unit, least)
}
