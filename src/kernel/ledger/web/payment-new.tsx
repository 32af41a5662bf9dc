import '#ui/controls.css'
import { Button, Modal, Select, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import { useHasRole } from '#kernel/people/web/me.ts'
import { CustomerBox } from '#kernel/premises/web/customer-box.tsx'
import { useCustomer } from '#kernel/premises/web/premises.ts'
import { parseYuan } from '#lib/money.ts'
import { useSay } from '#ui/language.tsx'
import { Money } from '#ui/money.tsx'
import { useNotices } from '#ui/notice.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { words as common } from '#ui/words.ts'
import type { Statement } from '../view.ts'
import { methodWords } from '../words.ts'
import classes from './ledger.module.css'
import { words } from './words.ts'

interface Taken {
  readonly paymentNumber: string
  readonly receiptNumber: string
}

/** Money a customer brings for his account, to the oldest debts first. For the cashiers. */
export function PaymentNew({ onTaken }: { onTaken: (paymentNumber: string) => void }) {
  const say = useSay()
  const has = useHasRole()
  const [opened, setOpened] = useState(false)
  if (!has('FIN', 'FINM')) return null
  return (
    <>
      <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setOpened(true)}>
        {say(words.takePayment)}
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={say(words.takePayment)} size={560}>
        {opened && (
          <Form
            onClose={() => setOpened(false)}
            onTaken={(number) => {
              setOpened(false)
              onTaken(number)
            }}
          />
        )}
      </Modal>
    </>
  )
}

function Form({ onClose, onTaken }: { onClose: () => void; onTaken: (number: string) => void }) {
  const say = useSay()
  const client = useQueryClient()
  const { done } = useNotices()
  const [code, setCode] = useState<string | null>(null)
  const [typed, setTyped] = useState({ payer: '', amount: '', reference: '' })
  const [method, setMethod] = useState<string>('transfer')
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const { data: customer = null } = useCustomer(code)
  const { data: account } = useQuery({
    queryKey: ['statement', 'account', code],
    queryFn: ({ signal }) => ask<Statement>(`/api/statements/account/${code}`, { signal }),
    enabled: code !== null,
  })
  const { send, busy, problem } = useSend(
    (body: unknown, key) => ask<Taken>('/api/payments', { method: 'POST', key, body }),
    (taken) => {
      for (const name of ['payments', 'statement', 'customer']) void client.invalidateQueries({ queryKey: [name] })
      done(say(words.taken(taken.paymentNumber, taken.receiptNumber)))
      onTaken(taken.paymentNumber)
    },
  )
  const owed = account?.unpaidFen ?? null
  const submit = () => {
    const amountFen = parseYuan(typed.amount)
    const found = {
      ...(customer === null ? { customerId: say(words.customerMissing) } : {}),
      ...(amountFen === null || amountFen <= 0 ? { amountFen: say(words.amountMissing) } : {}),
    }
    setFaults(found)
    if (customer === null || Object.keys(found).length > 0) return
    const payer = typed.payer.trim() === '' ? customer.name : typed.payer
    void send({ customerId: customer.id, method, payer, amountFen, reference: typed.reference })
  }
  const errors = { ...fieldFaults(problem), ...faults }
  const shown = shownProblem(problem)
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <p className={classes.soft}>{say(words.takeHelp)}</p>
      {shown && <ProblemAlert problem={shown} />}
      {customer === null ? (
        <CustomerBox
          label={say(words.customer)}
          autoFocus
          error={errors.customerId}
          onFound={(found) => setCode(found.customerCode)}
        />
      ) : (
        <div className={classes.row}>
          <strong>{customer.shortName}</strong> <span className={classes.soft}>{customer.code}</span>
          {owed !== null && (
            <span>
              {say(words.owes)} <Money fen={owed} strong />
            </span>
          )}
          <Button variant="subtle" onClick={() => setCode(null)}>
            {say(words.otherCustomer)}
          </Button>
        </div>
      )}
      {owed === 0 && <p className={classes.soft}>{say(words.owesNothing)}</p>}
      <div className={classes.fields}>
        <TextInput
          label={say(words.amount)}
          withAsterisk
          inputMode="decimal"
          leftSection={<span aria-hidden>¥</span>}
          value={typed.amount}
          onChange={(event) => setTyped({ ...typed, amount: event.currentTarget.value })}
          error={errors.amountFen}
        />
        <Select
          label={say(words.method)}
          data={Object.entries(methodWords).map(([value, both]) => ({ value, label: say(both) }))}
          value={method}
          onChange={(next) => setMethod(next ?? method)}
          allowDeselect={false}
        />
        <TextInput
          label={say(words.payer)}
          placeholder={customer?.name ?? ''}
          maxLength={200}
          value={typed.payer}
          onChange={(event) => setTyped({ ...typed, payer: event.currentTarget.value })}
          error={errors.payer}
        />
        <TextInput
          label={say(words.reference)}
          maxLength={100}
          value={typed.reference}
          onChange={(event) => setTyped({ ...typed, reference: event.currentTarget.value })}
          error={errors.reference}
        />
      </div>
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          {say(common.cancel)}
        </Button>
        <Button type="submit" loading={busy}>
          {say(words.takePayment)}
        </Button>
      </div>
    </form>
  )
}
