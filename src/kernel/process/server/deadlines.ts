import type { IsoInstant } from '#lib/time.ts'
import { plusMinutes } from '#lib/time.ts'
import {
  addServiceMinutes,
  addWorkingDays,
  isWorkday,
  serviceMinutesBetween,
  type WorkingCalendar,
} from '#lib/working-calendar.ts'
import { dateOf } from '#lib/show-time.ts'
import type { Tx } from '#kernel/database/database.ts'
import type { Slip } from '../decide.ts'
import { type Clock, type ClockKind, type Due, list, type Process } from '../define.ts'
import type { Moment } from '../moment.ts'

/*
 * The promises of a case. A clock runs while the case is in one of its states, rests when the case is suspended for a
 * reason, and is kept on leaving both; running again later is a new round. What was paused is added in the clock's own time.
 */

export interface Standing {
  readonly clock: string
  readonly round: number
  readonly kind: string
  readonly started_at: string
  readonly due_at: string
  readonly paused_at: string | null
  readonly met_at: string | null
  readonly step: number
  readonly next_at: string | null
}

interface Pause {
  readonly started_at: string
  readonly ended_at: string | null
}

export interface Kept {
  /** the next promise that runs, or null */
  readonly dueAt: IsoInstant | null
  readonly paused: boolean
}

/** Brings every clock of the case to where the case now stands; called by act() with the case locked. */
export async function keepClocks(
  tx: Tx,
  process: Process,
  moved: {
    readonly caseId: string
    readonly from: string
    readonly to: string
    readonly slip: Slip
    readonly at: Moment
    readonly pause: { readonly reason: string; readonly expectedAt: string | null } | null
  },
): Promise<Kept> {
  const { caseId, to, slip, at } = moved
  const standing = moved.from === '' ? [] : await standingOf(tx, caseId)
  const pauses = await keepPauses(tx, process, moved)
  const running: IsoInstant[] = []
  let paused = false
  for (const [name, clock] of Object.entries(process.clocks)) {
    const rounds = standing.filter((row) => row.clock === name)
    const open = rounds.find((row) => row.met_at === null)
    const row = open === undefined ? null : open
    if (list(clock.rests).includes(to)) {
      if (row && row.paused_at === null) await change(tx, caseId, row, { paused_at: at.now })
      paused = paused || row !== null
      continue
    }
    if (!list(clock.runs).includes(to)) {
      if (row) await change(tx, caseId, row, { met_at: at.now, paused_at: null, next_at: null })
      continue
    }
    const started = row?.started_at ?? at.now
    const due = clock.due(slip, started, at)
    if (due === null) {
      if (row) await change(tx, caseId, row, { met_at: at.now, paused_at: null, next_at: null })
      continue
    }
    const dueAt = extended(due, pausesSince(pauses, started, at.now), at.facts.calendar)
    const nextAt = nextStep(clock, dueAt, row?.step ?? 0)
    if (row) {
      // Most actions leave the promise as it was.
      if (row.kind !== due.kind || row.due_at !== dueAt || row.paused_at !== null || row.next_at !== nextAt)
        await change(tx, caseId, row, { kind: due.kind, due_at: dueAt, paused_at: null, next_at: nextAt })
    } else await begin(tx, caseId, name, rounds.length + 1, { ...due, at: dueAt }, at.now, nextAt)
    running.push(dueAt)
  }
  return { dueAt: running.toSorted()[0] ?? null, paused }
}

const standingOf = (tx: Tx, caseId: string) =>
  tx.selectFrom('deadlines').selectAll().where('case_id', '=', caseId).orderBy('round').execute()

export function nextStep(clock: Clock<never, string>, dueAt: IsoInstant, taken: number): IsoInstant | null {
  const step = clock.late[taken]
  return step === undefined ? null : plusMinutes(dueAt, step.minutes)
}

function change(
  tx: Tx,
  caseId: string,
  row: Standing,
  to: { kind?: string; due_at?: string; paused_at?: string | null; met_at?: string; next_at?: string | null },
) {
  return tx
    .updateTable('deadlines')
    .set(to)
    .where('case_id', '=', caseId)
    .where('clock', '=', row.clock)
    .where('round', '=', row.round)
    .execute()
}

function begin(
  tx: Tx,
  caseId: string,
  clock: string,
  round: number,
  due: Due,
  now: IsoInstant,
  nextAt: IsoInstant | null,
) {
  return tx
    .insertInto('deadlines')
    .values({ case_id: caseId, clock, round, kind: due.kind, started_at: now, due_at: due.at, next_at: nextAt })
    .execute()
}

/** A state in which any clock rests is a pause, written down with its reason. */
async function keepPauses(
  tx: Tx,
  process: Process,
  moved: {
    readonly caseId: string
    readonly from: string
    readonly to: string
    readonly at: Moment
    readonly pause: { readonly reason: string; readonly expectedAt: string | null } | null
  },
): Promise<Pause[]> {
  const rests = (state: string) => Object.values(process.clocks).some((clock) => list(clock.rests).includes(state))
  const { caseId, from, to, at, pause } = moved
  if (from !== to && rests(from)) {
    await tx
      .updateTable('pauses')
      .set({ ended_at: at.now })
      .where('case_id', '=', caseId)
      .where('ended_at', 'is', null)
      .execute()
  }
  if (from !== to && rests(to)) {
    await tx
      .insertInto('pauses')
      .values({
        case_id: caseId,
        started_at: at.now,
        reason: pause?.reason ?? to,
        expected_at: pause?.expectedAt ?? null,
      })
      .execute()
  }
  if (from === '') return []
  return tx.selectFrom('pauses').select(['started_at', 'ended_at']).where('case_id', '=', caseId).execute()
}

function pausesSince(pauses: readonly Pause[], started: IsoInstant, now: IsoInstant): Pause[] {
  return pauses
    .map((pause) => ({ started_at: pause.started_at, ended_at: pause.ended_at ?? now }))
    .filter((pause) => pause.started_at >= started)
}

/** The due moment moved by what was paused: minutes for WALL, service minutes for SERVICE, working days for WD. */
export function extended(due: Due, pauses: readonly Pause[], calendar: WorkingCalendar): IsoInstant {
  return pauses.reduce(
    (at, pause) => extendBy(due.kind, at, pause.started_at, pause.ended_at ?? pause.started_at, calendar),
    due.at,
  )
}

function extendBy(
  kind: ClockKind,
  dueAt: IsoInstant,
  from: IsoInstant,
  to: IsoInstant,
  calendar: WorkingCalendar,
): IsoInstant {
  if (kind === 'WALL') return plusMinutes(dueAt, Math.ceil((Date.parse(to) - Date.parse(from)) / 60_000))
  if (kind === 'SERVICE') return addServiceMinutes(calendar, dueAt, serviceMinutesBetween(calendar, from, to))
  const days = workingDaysBetween(calendar, from, to)
  return days === 0 ? dueAt : addWorkingDays(calendar, dueAt, days)
}

/** Midnights passed that began a working day. */
function workingDaysBetween(calendar: WorkingCalendar, from: IsoInstant, to: IsoInstant): number {
  let days = 0
  for (let at = plusMinutes(from, 1440); dateOf(at) <= dateOf(to); at = plusMinutes(at, 1440))
    if (isWorkday(calendar, dateOf(at))) days += 1
  return days
}
