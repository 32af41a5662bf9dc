import { Button, MultiSelect, NumberInput, PasswordInput, Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import { departmentWords, roleWords } from '#kernel/people/words.ts'
import { departments, staffRoles } from '#kernel/process/roles.ts'
import type { Both } from '#lib/language.ts'
import { useSay } from '#ui/language.tsx'
import type { ChannelKind } from '../channel-view.ts'
import { freshSecret, type Typed } from './channel-settings.ts'
import { words } from './channel-words.ts'
import classes from './channels.module.css'

interface ChannelFieldsProps {
  readonly kind: ChannelKind
  readonly typed: Typed
  /** a secret is already kept */
  readonly kept: boolean
  readonly faults: Readonly<Record<string, string>>
  readonly onChange: (typed: Typed) => void
}

export function ChannelFields(props: ChannelFieldsProps) {
  if (props.kind === 'mail') return <MailFields {...props} />
  if (props.kind === 'sms') return <SmsFields {...props} />
  if (props.kind === 'webhook') return <HookFields {...props} />
  return <RobotFields {...props} />
}

/** Fields by the name of what they set, with the fault the server found there. */
function useFields({ typed, kept, faults, onChange }: ChannelFieldsProps) {
  const say = useSay()
  const value = (name: string) => typed.settings[name]
  const textOf = (name: string) => (typeof value(name) === 'string' ? (value(name) as string) : '')
  const set = (change: Readonly<Record<string, unknown>>) =>
    onChange({ ...typed, settings: { ...typed.settings, ...change } })
  const setSecret = (name: string, text: string) => onChange({ ...typed, secret: { ...typed.secret, [name]: text } })
  const list = (name: string) => (Array.isArray(value(name)) ? (value(name) as string[]) : [])
  return {
    say,
    value,
    textOf,
    set,
    setSecret,
    list,
    error: (name: string) => faults[`settings.${name}`],
    text: (name: string, label: Both, needed = false) => (
      <TextInput
        label={say(label)}
        withAsterisk={needed}
        maxLength={1000}
        value={textOf(name)}
        onChange={(event) => set({ [name]: event.currentTarget.value })}
        error={faults[`settings.${name}`]}
      />
    ),
    choice: (name: string, label: Both, options: Readonly<Record<string, Both>>) => (
      <Select
        label={say(label)}
        allowDeselect={false}
        data={Object.entries(options).map(([option, both]) => ({ value: option, label: say(both) }))}
        value={textOf(name)}
        onChange={(next) => set({ [name]: next })}
        error={faults[`settings.${name}`]}
      />
    ),
    secret: (name: string, label: Both, help?: Both) => (
      <PasswordInput
        label={say(label)}
        autoComplete="new-password"
        maxLength={1000}
        {...(help ? { description: say(help) } : {})}
        {...(kept ? { placeholder: say(words.keptSecret) } : {})}
        value={typed.secret[name] ?? ''}
        onChange={(event) => setSecret(name, event.currentTarget.value)}
        error={faults[`secret.${name}`]}
      />
    ),
  }
}

const usualPorts: Readonly<Record<string, number>> = { tls: 465, starttls: 587, plain: 25 }

function MailFields(props: ChannelFieldsProps) {
  const { say, value, textOf, set, error, text, secret } = useFields(props)
  const options = { tls: words.tls, starttls: words.starttls, plain: words.plain }
  return (
    <>
      <div className={classes.pair}>
        {text('host', words.host, true)}
        <Select
          label={say(words.security)}
          allowDeselect={false}
          data={Object.entries(options).map(([option, both]) => ({ value: option, label: say(both) }))}
          value={textOf('security')}
          onChange={(next) => next && set({ security: next, port: usualPorts[next] })}
          error={error('security')}
        />
        <NumberInput
          label={say(words.port)}
          min={1}
          max={65_535}
          allowDecimal={false}
          value={Number(value('port'))}
          onChange={(next) => set({ port: Number(next) })}
          error={error('port')}
        />
        {text('user', words.user)}
        {secret('password', words.password)}
        {text('from', words.from, true)}
        {text('fromName', words.fromName)}
        {text('replyTo', words.replyTo)}
      </div>
      <Textarea
        label={say(words.ca)}
        description={say(words.caHelp)}
        autosize
        minRows={1}
        maxRows={6}
        value={textOf('ca')}
        onChange={(event) => set({ ca: event.currentTarget.value })}
        error={error('ca')}
      />
    </>
  )
}

function SmsFields(props: ChannelFieldsProps) {
  const { text, secret } = useFields(props)
  return (
    <>
      {text('url', words.url, true)}
      <div className={classes.pair}>
        {text('signature', words.smsSignature)}
        {secret('key', words.smsKey, words.smsKeyHelp)}
      </div>
    </>
  )
}

function RobotFields(props: ChannelFieldsProps) {
  const { say, set, list, error, choice, secret } = useFields(props)
  const several = (name: string, label: Both, names: readonly string[], called: Readonly<Record<string, Both>>) => (
    <MultiSelect
      label={say(label)}
      data={names.map((one) => ({ value: one, label: called[one] ? say(called[one]) : one }))}
      value={list(name)}
      onChange={(next) => set({ [name]: next })}
      searchable
      error={error(name)}
    />
  )
  return (
    <>
      {secret('url', words.robotUrl, words.robotUrlHelp)}
      {props.kind !== 'wecom' && secret('sign', words.sign, words.signHelp)}
      {several('roles', words.forRoles, staffRoles, roleWords)}
      {several('departments', words.forDepartments, departments, departmentWords)}
      <div className={classes.pair}>
        {choice('about', words.about, { promises: words.promises, everything: words.everything })}
        {choice('language', words.language, { zh: words.chinese, en: words.english })}
      </div>
    </>
  )
}

function HookFields(props: ChannelFieldsProps) {
  const { say, set, setSecret, list, error, text } = useFields(props)
  const { typed, kept, faults } = props
  return (
    <>
      {text('url', words.url, true)}
      <TagsInput
        label={say(words.events)}
        description={say(words.eventsHelp)}
        value={list('events')}
        onChange={(next) => set({ events: next })}
        error={error('events')}
      />
      <TextInput
        label={say(words.hookSecret)}
        description={say(words.hookSecretHelp)}
        autoComplete="off"
        maxLength={200}
        {...(kept ? { placeholder: say(words.keptSecret) } : {})}
        value={typed.secret['current'] ?? ''}
        onChange={(event) => setSecret('current', event.currentTarget.value)}
        error={faults['secret.current'] ?? faults['secret.']}
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => setSecret('current', freshSecret())}>
          {say(words.make)}
        </Button>
      </div>
    </>
  )
}
