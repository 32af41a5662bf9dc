import { sql } from 'kysely'
import type { Tx } from '#kernel/database/database.ts'
import type { Taken } from '#kernel/files/server/take.ts'
import type { House, LoadedModule } from '#kernel/http/server/house.ts'
import { act } from '#kernel/process/server/act.ts'
import { acceptEscalation } from '#kernel/process/server/acceptance.ts'
import { climbWithin, moduleOf } from '#kernel/process/server/clock.ts'
import { open } from '#kernel/process/server/open.ts'
import { readSlip } from '#kernel/process/server/slip-rows.ts'
import type { StaffRole } from '#kernel/process/roles.ts'
import type { IsoInstant } from '#lib/time.ts'
import type { Case, World } from './living.ts'
import { type Staff, staffWith } from './people.ts'
import type { Chance } from './random.ts'
import { fileSignature } from './signatures.ts'
import type { Step } from './tale.ts'

/* The world in which the sample is lived: the house itself, with its doors and clocks, inside one transaction. */

interface Setting {
  readonly house: House
  readonly staff: Staff
  readonly signatures: readonly Taken[]
  readonly each: (at: IsoInstant) => void
}

/** A plan made while the tables were nearly empty is a bad plan soon after. */
const replan = 400

export function houseWorld(tx: Tx, { house, staff, signatures, each }: Setting): World {
  let events = 0
  return {
    async open(tale, step, input) {
      const { header = { customerId: null, unitId: null, contactId: null }, by, at } = step
      const asked = { header, input: await withPictures(tx, step, input, tale.luck, signatures) }
      const { number } = await open(tx, house, known(house, tale.process), asked, by, at)
      return tx.selectFrom('cases').select(['id', 'number']).where('number', '=', number).executeTakeFirstOrThrow()
    },
    async act(of, step, input) {
      const { number, version, tale } = of
      const wanted = {
        number,
        version,
        action: step.action,
        input: await withPictures(tx, step, input, tale.luck, signatures),
      }
      await act(tx, house, known(house, of.process), wanted, step.by, step.at)
    },
    async raised(of, at) {
      const rows = await tx
        .selectFrom('case_links')
        .innerJoin('cases', 'cases.id', 'lower_id')
        .select(['cases.id', 'cases.number', 'cases.process', 'cases.departments'])
        .where('upper_id', '=', of.id)
        .where('case_links.kind', '=', 'raised')
        .where('case_links.at', '=', at)
        .orderBy('cases.number')
        .execute()
      return rows.map(({ id, number, process, departments: [department = ''] }) => ({
        id,
        number,
        process,
        department,
      }))
    },
    slip: (of) => readSlip(tx, known(house, of.process).process, of.id),
    async due(of) {
      const standing = await tx
        .selectFrom('deadlines')
        .select('case_id')
        .select((eb) => eb.fn.min('next_at').as('next_at'))
        .where(
          'case_id',
          'in',
          of.map(({ id }) => id),
        )
        .where('met_at', 'is', null)
        .where('paused_at', 'is', null)
        .groupBy('case_id')
        .execute()
      return new Map(standing.flatMap((row) => (row.next_at === null ? [] : [[row.case_id, row.next_at] as const])))
    },
    async climb(of, at) {
      const late = await tx
        .selectFrom('deadlines')
        .select(['case_id', 'clock', 'round'])
        .where('case_id', '=', of.id)
        .where('met_at', 'is', null)
        .where('paused_at', 'is', null)
        .where('next_at', '<=', at)
        .execute()
      for (const promise of late) await climbWithin(tx, house, promise, at)
    },
    async escalated(of, at) {
      const rows = await tx
        .selectFrom('escalations')
        .select(['id', 'cause', 'role'])
        .where('case_id', '=', of.id)
        .where('accepted_at', 'is', null)
        .where('raised_at', '=', at)
        .execute()
      return rows.map(({ id, cause, role }) => ({ id, cause, role: role as StaffRole }))
    },
    accept: (_of: Case, { id, role }, instruction, at) =>
      acceptEscalation(tx, house, id, instruction, staffWith(staff, role), at),
    async reached(at, done) {
      each(at)
      if (Math.floor(events / replan) < Math.floor((events += done) / replan)) await sql`discard plans`.execute(tx)
    },
  }
}

function known(house: House, process: string): LoadedModule {
  const module = moduleOf(house, process)
  if (module === undefined) throw new Error(`the house has no ${process}`)
  return module
}

/** Each picture is a file of its own, though the same drawing may stand behind several. */
async function withPictures(
  tx: Tx,
  step: Step,
  input: object | undefined,
  luck: Chance,
  signatures: readonly Taken[],
): Promise<object | undefined> {
  if (step.signature !== true && step.proof !== true) return input
  const file = await fileSignature(tx, luck.pick(signatures), step.by, step.at)
  return { ...input, ...(step.signature ? { signatureFile: file } : { proof: [file] }) }
}
