import { plusMinutes } from '#lib/time.ts'
import { decisions } from './sayings.ts'
import { closing } from './story-closing.ts'
import { reporting } from './story-reporting.ts'
import { visit } from './story-visit.ts'
import { type Chapter, type Scene, stands, type Story } from './scene.ts'
import { pass, passOpen } from './tale.ts'

/** One slip from the call to the end that was planned for it, told step by step; the house may refuse any of them. */
export function* story(scene: Scene): Story {
  if (yield* reporting(scene)) return
  if (yield* dispatch(scene)) return
  if (yield* visit(scene)) return
  yield* closing(scene)
}

/** Steps 4 to 6 of the plan: sent, signed for, taken, and the time confirmed. */
function* dispatch(scene: Scene): Chapter {
  const { plan, desk, worker, staff } = scene
  const { luck, priority } = plan
  const calledThrough = priority === 'P1' && luck.often(0.6)
  yield { at: pass(scene, ...dispatchIn(scene)), by: desk, action: 'deliver', input: { calledThrough } }
  if (stands(scene, 'delivered')) return true
  if (plan.ending === 'cancelled' && luck.often(0.5)) return yield* cancel(scene)
  if (!calledThrough && priority !== 'P1' && luck.often(0.2)) {
    const manager = [...staff.values()].find(({ roles }) => roles.includes('ENGM')) ?? worker
    yield { at: pass(scene, 1, 2), by: manager, action: 'assign', input: { workers: [worker.id] } }
  }
  const workers = luck.often(0.15) ? [worker.id, scene.mate.id] : [worker.id]
  const accept = { workers, tools: luck.often(0.4) ? [luck.pick(decisions.tools)] : [] }
  yield { at: pass(scene, ...acceptIn(scene)), by: worker, action: 'accept', input: accept }
  if (calledThrough) yield { at: plusMinutes(scene.t, 0), by: desk, action: 'followWithPaper' }
  if (stands(scene, 'accepted')) return true
  if (plan.ending === 'cancelled') return yield* cancel(scene)
  return false
}

function dispatchIn({ plan }: Scene): [number, number] {
  if (plan.late === 'dispatch') return plan.priority === 'P1' || plan.priority === 'P2' ? [7, 18] : [75, 150]
  if (plan.priority === 'P1') return [1, 2]
  if (plan.priority === 'P2') return [1, 3]
  return plan.standing === null ? [3, 18] : [3, 8]
}

function acceptIn({ plan }: Scene): [number, number] {
  if (plan.late === 'accept')
    return { P1: [6, 10], P2: [8, 20], P3: [20, 28], P4: [150, 240] }[plan.priority] as [number, number]
  return { P1: [1, 2], P2: [1, 4], P3: [2, 11], P4: [5, 60] }[plan.priority] as [number, number]
}

function* cancel(scene: Scene): Chapter {
  const reason = scene.plan.luck.pick(decisions.cancelled)
  yield { at: passOpen(scene, 5, 20), by: scene.desk, action: 'cancel', input: { reason } }
  return true
}
