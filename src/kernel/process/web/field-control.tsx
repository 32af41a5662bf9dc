import '#ui/controls.css'
import { Checkbox, TagsInput, Textarea, TextInput } from '@mantine/core'
import { OutgoingInput } from '#kernel/phrases/web/outgoing-input.tsx'
import { sceneOf } from '#kernel/phrases/view.ts'
import { useSay } from '#ui/language.tsx'
import { PhotoInput } from '#ui/photo-input.tsx'
import { SignaturePad } from '#ui/signature-pad.tsx'
import { CasePicker } from './case-picker.tsx'
import { ChoiceInput } from './choice-input.tsx'
import { ContactPicker } from './contact-picker.tsx'
import { useForm } from './form-context.ts'
import type { FormField } from './form-fields.ts'
import type { FieldValue, LineValue, MaterialLineValue, PriceLineValue } from './form-values.ts'
import { GroupLines } from './group-lines.tsx'
import { MaterialLines } from './material-lines.tsx'
import { PriceLines } from './price-lines.tsx'
import { ScoreInput } from './score-input.tsx'
import { StaffPicker } from './staff-picker.tsx'
import { words } from './words.ts'

export interface FieldControlProps {
  readonly field: FormField
  readonly value: FieldValue
  readonly onChange: (value: FieldValue) => void
  /** faults by dotted path, of this field and of what lies in it */
  readonly errors: Readonly<Record<string, string>>
  readonly autoFocus?: boolean
}

/** The one place that knows how each kind of field is asked. */
export function FieldControl({ field, value, onChange, errors, autoFocus = false }: FieldControlProps) {
  const say = useSay()
  const { words: own, of } = useForm()
  const { name, control, required, most } = field
  const label = say(own.fields[name] ?? { zh: name, en: name })
  const error = errors[name]
  const typed = typeof value === 'string' ? value : ''
  const shared = { label, error, withAsterisk: required, name, ...(autoFocus ? { 'data-autofocus': true } : {}) }
  const limit = most === null ? {} : { maxLength: most }
  switch (control.control) {
    case 'text':
      return (
        <TextInput
          {...shared}
          {...limit}
          value={typed}
          onChange={(event) => onChange(event.currentTarget.value)}
          autoComplete="off"
        />
      )
    case 'longText':
      return (
        <Textarea
          {...shared}
          {...limit}
          autosize
          minRows={2}
          maxRows={10}
          value={typed}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'outgoing':
      return (
        <OutgoingInput
          label={label}
          name={name}
          value={typed}
          onChange={onChange}
          required={required}
          error={error}
          most={most}
          scene={sceneOf(of?.process)}
          autoFocus={autoFocus}
        />
      )
    case 'choice':
      return (
        <ChoiceInput
          label={label}
          options={control.values.map((one) => ({ value: one, label: say(own.options[one] ?? { zh: one, en: one }) }))}
          value={typed}
          onChange={onChange}
          required={required}
          error={error}
        />
      )
    case 'choices':
      return (
        <Checkbox.Group label={label} error={error} value={listIn(value)} onChange={onChange}>
          {control.values.map((one) => (
            <Checkbox key={one} mt={6} value={one} label={say(own.options[one] ?? { zh: one, en: one })} />
          ))}
        </Checkbox.Group>
      )
    case 'flag':
      return (
        <Checkbox
          label={label}
          error={error}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      )
    case 'count':
      return (
        <TextInput
          {...shared}
          inputMode="numeric"
          value={typed}
          onChange={(event) => onChange(event.currentTarget.value)}
          rightSectionWidth={64}
          rightSection={
            control.unit === undefined ? undefined : (
              <span>
                {say(
                  control.unit === 'minutes'
                    ? words.unitMinutes
                    : (own.more[control.unit] ?? { zh: control.unit, en: control.unit }),
                )}
              </span>
            )
          }
        />
      )
    case 'money':
      return (
        <TextInput
          {...shared}
          inputMode="decimal"
          value={typed}
          onChange={(event) => onChange(event.currentTarget.value)}
          leftSection={<span aria-hidden>¥</span>}
          rightSectionWidth={48}
          rightSection={<span>{say(words.yuan)}</span>}
        />
      )
    case 'moment':
      return (
        <TextInput
          {...shared}
          type="datetime-local"
          value={typed}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'day':
      return (
        <TextInput {...shared} type="date" value={typed} onChange={(event) => onChange(event.currentTarget.value)} />
      )
    case 'score':
      return (
        <ScoreInput
          label={label}
          value={typeof value === 'number' ? value : 0}
          onChange={onChange}
          required={required}
          error={error}
        />
      )
    case 'photos':
      return (
        <PhotoInput
          label={label}
          value={blobsIn(value)}
          onChange={onChange}
          limit={most ?? 9}
          required={required}
          {...(error ? { error } : {})}
        />
      )
    case 'signature':
      return <SignaturePad label={label} onChange={onChange} required={required} {...(error ? { error } : {})} />
    case 'staff':
      return (
        <StaffPicker
          label={label}
          roles={control.roles}
          many={control.many}
          value={control.many ? listIn(value) : typed === '' ? [] : [typed]}
          onChange={(ids) => onChange(control.many ? ids : (ids[0] ?? ''))}
          required={required}
          error={error}
          most={most}
        />
      )
    case 'contact':
      return (
        <ContactPicker
          label={label}
          authority={control.authority}
          value={typed}
          onChange={onChange}
          required={required}
          error={error}
        />
      )
    case 'case':
      return <CasePicker label={label} value={typed} onChange={onChange} required={required} error={error} />
    case 'texts':
      return (
        <TagsInput
          label={label}
          placeholder={say(words.typeAndEnter)}
          error={error}
          value={listIn(value)}
          onChange={onChange}
          {...(most === null ? {} : { maxTags: most })}
        />
      )
    case 'priceLines':
      return (
        <PriceLines
          label={label}
          name={name}
          value={value as readonly PriceLineValue[]}
          onChange={onChange}
          required={required}
          errors={errors}
        />
      )
    case 'materialLines':
      return (
        <MaterialLines
          label={label}
          name={name}
          value={value as readonly MaterialLineValue[]}
          onChange={onChange}
          required={required}
          errors={errors}
        />
      )
    case 'lines':
      return (
        <GroupLines
          label={label}
          field={field}
          value={value as readonly LineValue[]}
          onChange={onChange}
          errors={errors}
          asked={FieldControl}
        />
      )
    case 'group':
      return null
    default:
      return control satisfies never
  }
}

/** Fields that take a whole line of the form. */
export const isWide = ({ control }: FormField): boolean =>
  [
    'longText',
    'outgoing',
    'choice',
    'choices',
    'photos',
    'signature',
    'priceLines',
    'materialLines',
    'lines',
    'texts',
    'flag',
    'staff',
    'case',
  ].includes(control.control)

const listIn = (value: FieldValue): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
const blobsIn = (value: FieldValue): Blob[] =>
  Array.isArray(value) ? value.filter((one): one is Blob => one instanceof Blob) : []
