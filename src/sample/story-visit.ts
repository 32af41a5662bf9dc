import { plusMinutes } from '#lib/time.ts'
import type { Material } from './problems.ts'
import { staffNamed } from './people.ts'
import { decisions } from './sayings.ts'
import { type Chapter, type Member, type Scene, stands, type Story } from './scene.ts'
import { pass, passOpen, until } from './tale.ts'
import { agreement } from './story-reporting.ts'
import { nextSlot } from './hours.ts'

/* Steps 6 to 8 of the plan: by appointment, on site, at work, done. */

export function* visit(scene: Scene): Chapter {
  const { plan, worker } = scene
  if (yield* confirmed(scene)) return true
  yield* arrival(scene)
  if (stands(scene, 'onSite')) return true
  yield* checkMaterial(scene)
  yield { at: pass(scene, 1, 4), by: worker, action: 'begin' }
  if (plan.priority === 'P1') yield { at: pass(scene, 3, 9), by: worker, action: 'control' }
  if (stands(scene, 'working')) return true
  if (yield* interrupted(scene)) return true
  yield* finish(scene, plan.standing?.work ?? workMinutes(scene))
  return stands(scene, 'done')
}

/** The time is confirmed with the customer once more before anybody goes. */
function* confirmed(scene: Scene): Chapter {
  const { plan, slot } = scene
  if (slot === null || plan.priority === 'P2') return false
  const { start, end } = slot
  const by = plan.luck.often(0.6) ? scene.desk : scene.worker
  const input = { appointmentStart: start, appointmentEnd: end, appointmentWith: scene.reporter.name }
  const at = pass(scene, 1, 5)
  if (at < end) yield { at, by, action: 'appoint', input }
  return stands(scene, 'appointed')
}

function* arrival(scene: Scene): Story {
  const { plan, worker, slot } = scene
  const { luck, priority } = plan
  const pressing = priority === 'P1' || priority === 'P2'
  if (pressing) pass(scene, ...rushing(scene))
  else if (slot !== null) {
    const punctual = plan.chargeable || plan.standing !== null
    const after =
      plan.late === 'arrive' && !punctual
        ? luck.between(85, 140)
        : punctual
          ? luck.between(-5, -1)
          : luck.between(-6, 35)
    until(scene, plusMinutes(slot.start, after))
  }
  const companion = needsCompany(scene) ? { companion: companionOf(scene).id } : {}
  const absent = plan.tenant !== null && !pressing && !plan.chargeable && luck.often(0.06)
  if (!absent) {
    yield { at: scene.t, by: worker, action: 'arrive', input: companion }
    return
  }
  const second = staffNamed(scene.staff, luck.pick(['冯涛', '蒋宏', '魏东', '邓超', '曹阳']))
  const keys = {
    permission: luck.pick(['written', 'recorded']),
    permittedBy: scene.reporter.name,
    keysFrom: '前台钥匙柜',
  }
  yield { at: scene.t, by: worker, action: 'enterWithKeys', input: { ...keys, second: second.id } }
}

function rushing({ plan }: Scene): [least: number, most: number] {
  if (plan.late === 'arrive') return [18, 35]
  return plan.priority === 'P1' ? [2, 7] : [4, 11]
}

const needsCompany = ({ plan }: Scene): boolean => plan.chargeable || plan.priority === 'P1' || plan.priority === 'P2'

function companionOf({ plan, desk, staff }: Scene): Member {
  return plan.luck.often(0.7) ? desk : staffNamed(staff, plan.luck.pick(['叶舒', '程果', '毛雨', '邹颖']))
}

/** Step 7: what the customer brought himself is looked at, and the answer written down. */
function* checkMaterial(scene: Scene): Story {
  if (!scene.ownMaterial) return
  const { plan, worker, reporter } = scene
  const fit = plan.luck.often(0.75)
  const note = fit ? '型号相符，外观完好' : plan.luck.pick(['额定功率与灯具不符', '外壳有裂纹', '规格偏小，无法固定'])
  const verdict = { materialVerdict: fit ? 'fit' : 'unfit', materialNote: note }
  yield { at: pass(scene, 1, 4), by: worker, action: 'verifyMaterial', input: verdict }
  if (fit) return
  const decision = { unfitDecision: plan.luck.pick(['useHouse', 'useHouse', 'atOwnRisk']), decidedBy: reporter.name }
  yield { at: pass(scene, 1, 6), by: worker, action: 'decideUnfit', input: decision }
}

/** Some work waits: for a part, for a firm, for the customer. */
function* interrupted(scene: Scene): Chapter {
  const { plan, worker, calendar } = scene
  const { luck } = plan
  const now = plan.standing?.suspended === true
  if (!now && (plan.recent || plan.chargeable || plan.priority === 'P1' || !luck.often(0.06))) return false
  const reason = now
    ? 'awaitMaterial'
    : luck.pick(['awaitMaterial', 'awaitThirdParty', 'customerAgreed', 'awaitCustomer'] as const)
  const at = pass(scene, 6, 25)
  const slot = nextSlot(calendar, plusMinutes(now ? scene.now : at, 1440 * luck.between(1, 2)))
  const input = { reason, expectedAt: slot.start, customerTold: true, note: decisions.suspended[reason] }
  yield { at, by: worker, action: 'suspend', input }
  if (now) return true
  if (reason === 'awaitCustomer') {
    const agreed = { appointmentStart: slot.start, appointmentEnd: slot.end, appointmentWith: scene.reporter.name }
    yield { at: passOpen(scene, 20, 90), by: scene.desk, action: 'agreeTime', input: agreed }
  }
  until(scene, plusMinutes(slot.start, luck.between(0, 20)))
  yield { at: scene.t, by: worker, action: 'resume' }
  return false
}

function workMinutes({ plan }: Scene): number {
  const { luck } = plan
  if (plan.late === 'finish' && (plan.priority === 'P1' || plan.priority === 'P2')) return luck.between(125, 190)
  return { P1: luck.between(20, 55), P2: luck.between(12, 60), P3: luck.between(10, 45), P4: luck.between(25, 120) }[
    plan.priority
  ]
}

/** Work done and written down; dearer than agreed: agreed upon anew before it is finished. */
export function* finish(scene: Scene, minutes: number): Story {
  const { plan, worker } = scene
  const { problem, luck } = plan
  let lines = problem.lines
  if (plan.late === 'finish' && (plan.priority === 'P3' || plan.priority === 'P4') && !plan.chargeable)
    pass(scene, 1440 * 4, 1440 * 5)
  pass(scene, minutes, minutes)
  if (plan.chargeable && !plan.recent && !scene.finishedOnce && luck.often(0.08)) {
    lines = lines.map((line, at) => (at === 0 ? { ...line, quantity: String(Number(line.quantity) + 1) } : line))
    const estimateFen = Math.ceil(costOf(scene.materials) / 500) * 500
    const slip = yield { at: scene.t, by: worker, action: 'requote', input: { lines, estimateFen }, reads: true }
    if (slip?.consent === null) yield* agreement(scene, slip.quote?.totalFen ?? 0, 'phone')
    pass(scene, 5, 15)
  }
  const labour = plan.chargeable ? lines : []
  const input = { workDone: problem.done, workMinutes: minutes, labour, materials: scene.materials }
  scene.finishedOnce = true
  yield { at: scene.t, by: worker, action: 'finish', input }
}

const costOf = (materials: readonly Material[]): number =>
  materials.reduce((sum, one) => sum + Math.round(one.unitFen * Number(one.quantity)), 0)
