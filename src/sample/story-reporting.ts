import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '#kernel/process/roles.ts'
import { plusMinutes } from '#lib/time.ts'
import type { RepairSlip } from '#modules/repair/slip.ts'
import { nextSlot } from './hours.ts'
import { decisions, places } from './sayings.ts'
import { type Chapter, type Scene, stands } from './scene.ts'
import { pass, passOpen } from './tale.ts'

/* Steps 1 to 3 of the plan: the call, the price and its consent, the wished time. */

export function* reporting(scene: Scene): Chapter {
  const { plan, desk } = scene
  const channel = channelOf(scene)
  const slot = slotOf(scene)
  scene.slot = slot
  const itself = channel === 'portal' || channel === 'qr'
  yield { at: scene.t, by: callerOf(scene, channel), action: 'open', ...reportOf(scene, channel, slot) }
  if (stands(scene, 'registered')) return true
  if (plan.ending === 'withdrawn' && channel === 'portal') return yield* withdraw(scene)
  if (itself) yield { at: pass(scene, 0, 1), by: desk, action: 'triage', input: verdict(scene) }
  if (plan.chargeable && (yield* priced(scene))) return true
  if (itself && slot !== null) {
    const agreed = { appointmentStart: slot.start, appointmentEnd: slot.end, appointmentWith: scene.reporter.name }
    yield { at: pass(scene, 0, 1), by: desk, action: 'agreeTime', input: agreed }
  }
  return false
}

type Channel = RepairSlip['channel']

function channelOf({ plan, reporter }: Scene): Channel {
  const { luck, tenant } = plan
  if (tenant === null) return luck.pick(['patrol', 'patrol', 'inspection'])
  if (plan.standing?.state === 'registered' || plan.priority === 'P1') return 'phone'
  if (plan.ending === 'withdrawn' && reporter.contact?.actor?.roles.some((role) => role !== 'TFIN')) return 'portal'
  const mayUsePortal = reporter.contact?.actor?.roles.some((role) => role === 'TADM' || role === 'TUSR') === true
  return luck.weighted<Channel>([
    ['phone', 60],
    ['counter', 10],
    ['portal', mayUsePortal ? 35 : 0],
    ['qr', 8],
    ['other', 2],
  ])
}

function callerOf({ plan, reporter }: Scene, channel: Channel): Actor {
  if (channel === 'portal' && reporter.contact?.actor) return reporter.contact.actor
  if (channel !== 'qr') return reporter.actor
  const hash = createHash('sha256').update(randomBytes(24)).digest('hex')
  return {
    kind: 'guest',
    id: null,
    name: reporter.name,
    roles: ['GUEST'],
    customerId: plan.tenant?.id ?? null,
    guestTokenHash: hash,
  }
}

function slotOf(scene: Scene): { start: string; end: string } | null {
  const { plan, calendar, t } = scene
  if (plan.priority === 'P1') return null
  if (plan.slot !== null) return plan.slot
  if (plan.priority === 'P2') return { start: plusMinutes(t, 5), end: plusMinutes(t, 65) }
  const { luck } = plan
  if (plan.priority === 'P3')
    return nextSlot(calendar, plusMinutes(t, plan.chargeable ? luck.between(180, 420) : luck.between(40, 300)))
  return nextSlot(calendar, plusMinutes(t, 1440 * luck.between(1, plan.recent ? 1 : 4)))
}

function reportOf(scene: Scene, channel: Channel, slot: { start: string; end: string } | null) {
  const { plan, reporter } = scene
  const { luck, tenant, problem } = plan
  const unit = tenant === null ? null : luck.pick(tenant.units)
  const byHouse = channel !== 'portal' && channel !== 'qr'
  const header = {
    customerId: tenant?.id ?? null,
    unitId: unit?.id ?? null,
    contactId: channel === 'qr' ? null : (reporter.contact?.id ?? null),
  }
  const input = {
    channel,
    area: problem.area,
    location: unit === null ? luck.pick(places.common) : `${unit.code} ${luck.pick(places.office)}`,
    category: problem.category,
    problem: problem.text,
    reporterName: reporter.name,
    reporterPhone: reporter.phone,
    ...(slot === null ? {} : { appointmentStart: slot.start, appointmentEnd: slot.end }),
    customerMaterial: scene.ownMaterial,
    ...(byHouse ? judged(scene) : {}),
  }
  return { header, input }
}

function judged({ plan }: Scene) {
  if (plan.chargeable) return { priority: plan.priority, pricing: 'chargeable' as const }
  const reason =
    plan.tenant === null ? 'commonPart' : plan.luck.pick(['commonPart', 'ours', 'warranty', 'ours', 'planned'])
  return { priority: plan.priority, pricing: 'free' as const, freeReason: reason }
}

const verdict = (scene: Scene) => ({ category: scene.plan.problem.category, ...judged(scene) })

function* withdraw(scene: Scene): Chapter {
  const by = scene.reporter.contact?.actor ?? scene.desk
  yield { at: pass(scene, 1, 4), by, action: 'withdraw', input: { reason: scene.plan.luck.pick(decisions.withdrawn) } }
  return true
}

/** Step 2: told, and agreed to, before anybody is sent. */
function* priced(scene: Scene): Chapter {
  const { plan, desk, authorised } = scene
  const { luck, problem } = plan
  const materialFen = problem.materials.reduce((sum, one) => sum + Math.round(one.unitFen * Number(one.quantity)), 0)
  const quote = { lines: problem.lines, estimateFen: Math.ceil(materialFen / 500) * 500 }
  const slip = yield { at: pass(scene, 1, 4), by: desk, action: 'quote', input: quote, reads: true }
  if (stands(scene, 'quoted')) return true
  if (plan.ending === 'declined') {
    const reason = luck.pick(decisions.declined)
    yield { at: passOpen(scene, 10, 180), by: desk, action: 'decline', input: { reason } }
    return true
  }
  yield* agreement(scene, slip?.quote?.totalFen ?? 0, luck.often(0.4) && authorised?.actor ? 'portal' : 'phone')
  return false
}

/** The authorised person agrees himself in the portal, or the desk writes down that he did. */
export function* agreement(scene: Scene, agreedFen: number, way: 'portal' | 'phone'): Chapter {
  const { authorised, desk } = scene
  const inPortal = way === 'portal' && authorised?.actor
  const input = inPortal ? { how: 'platform', agreedFen } : { how: 'phone', contact: authorised?.id, agreedFen }
  yield {
    at: pass(scene, 2, scene.plan.priority === 'P2' ? 6 : 45),
    by: inPortal ? inPortal : desk,
    action: 'agree',
    input,
  }
  return false
}
