/** Every list, queue, search and page that must stay index-backed, by name: what it reads and as whom. */
import { dateOf } from '#lib/show-time.ts'
import { plusDays } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'
import type { House, LoadedModule } from '#kernel/http/server/house.ts'
import { search } from '#kernel/premises/server/search.ts'
import { stackingOf } from '#kernel/premises/server/stacking.ts'
import type { Actor, Role } from '#kernel/process/roles.ts'
import { caseView } from '#kernel/process/server/case-view.ts'
import { queue } from '#kernel/process/server/queue.ts'
import { register } from '#kernel/process/server/register.ts'
import { similar } from '#kernel/process/server/similar.ts'
import type { RegisterQuery } from '#kernel/process/view.ts'
import type { Building } from './building.ts'
import { absent, common, rare } from './phrases.ts'

export interface Reading {
  readonly name: string
  readonly actor: Actor
  readonly read: (tx: Tx) => Promise<unknown>
}

/** What exists in this history, so that every reading finds something. */
export interface Known {
  /** number of a closed slip from the middle of the history */
  readonly number: string
  readonly phone: string
  /** a page that begins after four fifths of the history */
  readonly deep: string
}

export function readings(house: House, module: LoadedModule, building: Building, known: Known): readonly Reading[] {
  const staff = (role: Role): Actor => must(building.staff[role]?.[0])
  const csa = staff('CSA')
  const tenant = must(building.tenants[2])
  const unit = must(building.lets[10])
  const today = dateOf(house.now())
  const year = { from: plusDays(today, -365), to: today }

  const list = (name: string, asked: RegisterQuery, actor = csa): Reading => ({
    name: `register: ${name}`,
    actor,
    read: (tx) => register(tx, house, module, asked, actor),
  })
  const find = (name: string, typed: string, actor = csa): Reading => ({
    name: `search: ${name}`,
    actor,
    read: (tx) => search(tx, actor, house.modules, typed, today),
  })
  const desk = (role: Role, scope: 'mine' | 'team', actor = staff(role)): Reading => ({
    name: `queue: ${scope} of ${role}`,
    actor,
    read: (tx) => queue(tx, house, actor, scope),
  })

  return [
    list('first page', {}),
    list('deep page', { after: known.deep }),
    list('open', { open: 'yes' }),
    list('closed', { open: 'no' }),
    list('overdue', { overdue: 'yes' }),
    list('a common state', { state: 'archived' }),
    list('a rare state', { state: 'suspended' }),
    list('three states', { state: 'registered,declined,working' }),
    list('P1', { priority: 'P1' }),
    list('two priorities', { priority: 'P1,P4' }),
    list('a category', { category: 'lift' }),
    list('P1 of a category it never has', { priority: 'P1', category: 'lift' }),
    list('a category in a small building', { category: 'lift', building: '4' }),
    list('a customer', { customerId: unit.customerId }),
    list('a unit', { unitId: unit.id }),
    list('a unit and P1', { unitId: unit.id, priority: 'P1' }),
    list('a worker', { assigneeId: must(staff('ENG').id) }),
    list('somebody who never worked', { assigneeId: must(csa.id) }),
    list('a building', { building: '2' }),
    list('a building without slips', { building: '9' }),
    list('a year', year),
    list('a year, P1, a building', { ...year, priority: 'P1', building: '4' }),
    list('long ago', { to: plusDays(today, -40) }),
    list('two signs, common', { q: common }),
    list('two signs, rare', { q: rare }),
    list('two signs, absent', { q: absent }),
    list('two words', { q: `${common} 机房` }),
    list('two signs and P1', { q: common, priority: 'P1' }),
    list('two signs, rare, and P1', { q: rare, priority: 'P1' }),
    list('number tail', { q: known.number.slice(-4) }),
    list('of a tenant', {}, tenant),
    list('of a tenant, rare word', { q: rare }, tenant),
    list('of a tenant, common word', { q: common }, tenant),
    list('of a tenant, P1', { priority: 'P1' }, tenant),
    find('two signs, common', common),
    find('two signs, rare', rare),
    find('two signs, absent', absent),
    find('initials', 'bjyx'),
    find('pinyin', 'chengji'),
    find('a unit', unit.code),
    find('a unit by its digits', unit.code.slice(2)),
    find('a telephone', known.phone.slice(-4)),
    find('a number', known.number),
    find('a number tail', known.number.slice(-4)),
    find('a tenant, common', common, tenant),
    find('a tenant, rare', rare, tenant),
    ...(['CSA', 'ENG', 'ENGM', 'FIN', 'ARC'] as const).flatMap((role) => [desk(role, 'mine'), desk(role, 'team')]),
    desk('TADM', 'mine', tenant),
    {
      name: 'case page: staff',
      actor: csa,
      read: (tx) => caseView(tx, house, module, known.number, csa),
    },
    {
      name: 'similar slips',
      actor: csa,
      read: (tx) => similar(tx, house, module, { unitId: unit.id, category: 'airCon' }, csa),
    },
    {
      name: 'stacking plan',
      actor: csa,
      read: (tx) => stackingOf(tx, csa, house.modules, today, house.now()),
    },
  ]
}

function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('the benchmark’s building lacks somebody it needs')
  return value
}
