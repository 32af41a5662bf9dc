import { z } from 'zod'
import { isStorable } from '#lib/text.ts'
import { dateIn, instant } from '#lib/time.ts'
import type { House } from '#kernel/http/server/house.ts'
import { route, type AnyRoute } from '#kernel/http/server/route.ts'
import { write } from '#kernel/http/server/write.ts'
import { day, text } from '#kernel/process/fields.ts'
import { customerEditors, customerMakers, customerReaders, portfolioKeepers } from '../customer-sight.ts'
import {
  customerCard,
  customerKinds,
  customerLanguages,
  customersAnswer,
  madeCustomer,
  madeTenancy,
  restorations,
} from '../view.ts'
import { customerCardOf } from './customer-card.ts'
import { listCustomers } from './customer-queries.ts'
import { addCustomer, addTenancy, changeCustomer, changeTenancy, handTo } from './customer-writes.ts'

/** Customers and tenancies: entered by CSA and LEA, changed by CSA, CSS and LEA (domain §9). */

export const todayOf = (house: House) => dateIn(instant(house.now()))

const maybe = (most: number) => z.string().trim().max(most).refine(isStorable, 'notStorable').default('')
const code = z.string().regex(/^T[0-9]{3,6}$/)
const ofCode = z.strictObject({ code })

const customer = z.strictObject({
  name: text(200),
  shortName: text(60),
  nameEn: maybe(200),
  trade: maybe(60),
  kind: z.enum(customerKinds),
  vip: z.boolean().default(false),
  headcount: z.int().min(0).max(100_000).nullable().default(null),
  language: z.enum(customerLanguages).default('zh'),
  phone: z
    .string()
    .trim()
    .regex(/^([0-9+()\- 转#]{3,40})?$/, 'notAPhone')
    .default(''),
  address: maybe(200),
  creditCode: z
    .string()
    .trim()
    .regex(/^[0-9A-Z]{18}$/)
    .nullable()
    .default(null),
  note: maybe(2000),
  monthlyBilling: z.boolean().default(false),
})

const tenancy = z.strictObject({
  contract: text(60),
  starts: day(),
  ends: day(),
  restoration: z.enum(restorations).default('negotiable'),
  units: z
    .array(z.string().regex(/^[0-9]-[0-9A-Z]{2,6}$/))
    .min(1)
    .max(400),
})

export const customerRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/customers',
    policy: customerReaders,
    tag: 'customers',
    id: 'customers.list',
    summary: 'Customers by code, name, pinyin, unit or telephone',
    query: z.strictObject({
      q: z.string().max(60).optional(),
      kind: z.enum(customerKinds).optional(),
      csa: z.uuid().optional(),
      building: z
        .string()
        .regex(/^[0-9]$/)
        .optional(),
      after: code.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    answer: customersAnswer,
    handle: (asked, house) =>
      house.database.as(asked.actor, (tx) => listCustomers(tx, asked.actor, asked.query, todayOf(house))),
  }),
  route({
    method: 'GET',
    path: '/api/customers/:code',
    policy: customerReaders,
    tag: 'customers',
    id: 'customers.show',
    summary: 'The card of a customer: master, tenancies, contacts, open and last cases',
    params: ofCode,
    answer: customerCard,
    handle: (asked, house) =>
      house.database.as(asked.actor, (tx) =>
        customerCardOf(tx, asked.actor, house.modules, asked.params.code, todayOf(house)),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/customers',
    policy: customerMakers,
    tag: 'customers',
    id: 'customers.add',
    summary: 'Enter a customer; its code is given by the house',
    body: customer,
    answer: madeCustomer,
    status: 201,
    writes: true,
    handle: (asked, house) => write(asked, house, (tx) => addCustomer(tx, asked.body, house.now())),
  }),
  route({
    method: 'PUT',
    path: '/api/customers/:code',
    policy: customerEditors,
    tag: 'customers',
    id: 'customers.change',
    summary: 'Change the master data of a customer',
    params: ofCode,
    body: customer,
    answer: madeCustomer,
    writes: true,
    handle: (asked, house) => write(asked, house, (tx) => changeCustomer(tx, asked.params.code, asked.body)),
  }),
  route({
    method: 'PUT',
    path: '/api/customers/:code/portfolio',
    policy: portfolioKeepers,
    tag: 'customers',
    id: 'customers.handTo',
    summary: 'Give the customer to an assistant’s portfolio',
    params: ofCode,
    body: z.strictObject({ csaId: z.uuid() }),
    answer: madeCustomer,
    writes: true,
    handle: (asked, house) => write(asked, house, (tx) => handTo(tx, asked.params.code, asked.body.csaId)),
  }),
  route({
    method: 'POST',
    path: '/api/customers/:code/tenancies',
    policy: customerMakers,
    tag: 'customers',
    id: 'tenancies.add',
    summary: 'Enter a lease: contract, time, units; a unit is let once at a time',
    params: ofCode,
    body: tenancy,
    answer: madeTenancy,
    status: 201,
    writes: true,
    handle: (asked, house) =>
      write(asked, house, (tx) => addTenancy(tx, asked.params.code, asked.body, todayOf(house), house.now())),
  }),
  route({
    method: 'PUT',
    path: '/api/tenancies/:id',
    policy: customerEditors,
    tag: 'customers',
    id: 'tenancies.change',
    summary: 'Prolong, shorten or change a lease that has not ended',
    params: z.strictObject({ id: z.uuid() }),
    body: tenancy,
    answer: madeTenancy,
    writes: true,
    handle: (asked, house) =>
      write(asked, house, (tx) => changeTenancy(tx, asked.params.id, asked.body, todayOf(house))),
  }),
]
