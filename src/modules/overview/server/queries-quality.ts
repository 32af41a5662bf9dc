import { sql } from 'kysely'
import { json, type Tx } from '#kernel/database/database.ts'
import { Refused } from '#kernel/http/problem.ts'
import type { House } from '#kernel/http/server/house.ts'
import { oversight } from '#kernel/process/promises.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { kept } from '#kernel/process/server/kept.ts'
import { notFound } from '#kernel/process/server/refusals.ts'
import { plusMonths } from '#lib/time.ts'
import type { z } from 'zod'
import type { FigurePart, FigureView } from '../rules.ts'
import {
  type Note,
  type QualityMonth,
  type QualityView,
  type Score,
  type ScoredDepartment,
  scoredDepartments,
  type ScoreSheet,
} from '../slip.ts'
import { words } from '../words.ts'
import type { FigureKey } from '../words/figures.ts'
import { figure, monthOf } from './queries.ts'

/* 部门服务质量监控: what a month shows of 安保, 工程 and 保洁, and the sheets signed about it. */

/** Kept by department; the last two are engineering's as a whole. */
const shown = ['qComplaints', 'm16', 'qRedo', 'm28', 'm15'] as const satisfies readonly FigureKey[]
const ofEngineering = ['m3', 'm5', 'm7'] as const satisfies readonly FigureKey[]

export function departmentsSeen(actor: Actor): readonly ScoredDepartment[] {
  const seen = oversight(actor)
  return seen === 'all' ? scoredDepartments : scoredDepartments.filter((department) => seen.includes(department))
}

export async function qualityOf(tx: Tx, house: House, actor: Actor, month: string): Promise<QualityMonth> {
  const figures: FigureView[] = []
  for (const key of [...shown, ...ofEngineering]) figures.push(await figure(tx, house, actor, key, month))
  const promises = await kept(tx, house, actor, { month }, 'department')
  const items: QualityView[] = []
  for (const department of departmentsSeen(actor)) {
    const mine = promises.find((row) => row.department === department)
    const sheet = await newestSheet(tx, month, department)
    const before = await newestSheet(tx, lastMonth(month), department)
    items.push({
      department,
      figures: figures.flatMap((one) => ofDepartment(one, department)),
      kept: mine?.kept ?? 0,
      missed: mine?.missed ?? 0,
      sheet: sheet?.view ?? null,
      lastTotal: before?.view.total ?? null,
      maySign: actor.roles.includes('CSM') && (sheet === null || sheet.view.notedAt === null),
      mayNote:
        actor.roles.includes('PM') && sheet !== null && sheet.view.notedAt === null && sheet.signedById !== actor.id,
    })
  }
  return { month, running: month >= monthOf(house), items }
}

const lastMonth = (month: string) => plusMonths(`${month}-01`, -1).slice(0, 7)

/** The part of a figure that is this department's; figures of repairs are engineering's as a whole. */
function ofDepartment(view: FigureView, department: ScoredDepartment): FigureView[] {
  if (ofEngineering.some((key) => key === view.key)) return department === 'engineering' ? [{ ...view, parts: [] }] : []
  const none: FigurePart = { part: department, hits: 0, of: 0, value: null, gross: null, net: null }
  const mine = view.parts.find(({ part }) => part === department) ?? none
  const value = view.missing ? null : view.key === 'qComplaints' ? mine.hits : mine.value
  return [{ ...view, ...mine, value, last: null, parts: [] }]
}

interface Sheet {
  readonly view: ScoreSheet
  readonly signedById: string
}

async function newestSheet(tx: Tx, month: string, department: ScoredDepartment): Promise<Sheet | null> {
  const row = await tx
    .selectFrom('quality_scores as sheet')
    .innerJoin('people as signer', 'signer.id', 'sheet.signed_by')
    .leftJoin('people as noter', 'noter.id', 'sheet.noted_by')
    .selectAll('sheet')
    .select(['signer.name as signer', 'noter.name as noter'])
    .where('month', '=', `${month}-01`)
    .where('department', '=', department)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const scores = {
    complaints: row.complaints,
    serviceSlips: row.service_slips,
    patrols: row.patrols,
    survey: row.survey,
  }
  return {
    signedById: row.signed_by,
    view: {
      version: row.version,
      scores,
      total: scores.complaints + scores.serviceSlips + scores.patrols + scores.survey,
      comment: row.comment,
      signedBy: row.signer,
      signedAt: row.signed_at,
      notedBy: row.noter,
      notedAt: row.noted_at,
      remark: row.remark,
    },
  }
}

const refuse = (
  status: 409 | 422 | 403,
  code: string,
  says: (typeof words)['staleSheet' | 'alreadyNoted' | 'ownSheet'],
) => new Refused({ status, code, says })

/** The customer service manager signs a sheet; until it is noted he may sign another, which then counts. */
export async function signSheet(
  tx: Tx,
  house: House,
  actor: Actor,
  at: { readonly month: string; readonly department: ScoredDepartment },
  score: z.infer<typeof Score>,
): Promise<void> {
  const { month, department } = at
  if (actor.id === null) throw notFound()
  if (month > monthOf(house)) throw new Refused({ status: 422, code: 'notBegun', says: words.notBegun })
  await lockMonth(tx, at)
  const before = await newestSheet(tx, month, department)
  if ((before?.view.version ?? 0) !== score.version) throw refuse(409, 'stale', words.staleSheet)
  if (before?.view.notedAt) throw refuse(409, 'alreadyNoted', words.alreadyNoted)
  const view = (await qualityOf(tx, house, actor, month)).items.find((one) => one.department === department)
  const facts = {
    kept: view?.kept ?? 0,
    missed: view?.missed ?? 0,
    figures: (view?.figures ?? []).map(({ key, hits, of, value }) => ({ key, hits, of, value })),
  }
  await tx
    .insertInto('quality_scores')
    .values({
      month: `${month}-01`,
      department,
      version: score.version + 1,
      complaints: score.complaints,
      service_slips: score.serviceSlips,
      patrols: score.patrols,
      survey: score.survey,
      comment: score.comment,
      facts: json(facts),
      signed_by: actor.id,
      signed_at: house.now(),
    })
    .execute()
}

/** The project manager notes the sheet he was reported; never one he signed himself. */
export async function noteSheet(
  tx: Tx,
  house: House,
  actor: Actor,
  at: { readonly month: string; readonly department: ScoredDepartment },
  note: z.infer<typeof Note>,
): Promise<void> {
  await lockMonth(tx, at)
  const sheet = await newestSheet(tx, at.month, at.department)
  if (sheet === null) throw new Refused({ status: 422, code: 'nothingToNote', says: words.nothingToNote })
  if (sheet.view.version !== note.version) throw refuse(409, 'stale', words.staleSheet)
  if (sheet.view.notedAt) throw refuse(409, 'alreadyNoted', words.alreadyNoted)
  if (sheet.signedById === actor.id) throw refuse(403, 'ownSheet', words.ownSheet)
  await tx
    .updateTable('quality_scores')
    .set({ noted_by: actor.id, noted_at: house.now(), remark: note.remark })
    .where('month', '=', `${at.month}-01`)
    .where('department', '=', at.department)
    .where('version', '=', note.version)
    .execute()
}

/** Two who sign the same sheet do it one after the other. */
async function lockMonth(tx: Tx, at: { readonly month: string; readonly department: string }): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`quality ${at.month} ${at.department}`}, 0))`.execute(tx)
}
