import { dateOf } from '#lib/show-time.ts'
import { type IsoInstant, plusDays, plusMinutes } from '#lib/time.ts'
import { later } from '../hours.ts'
import { passOpen, type Step, type Story, until } from '../tale.ts'
import { type Complaint, doerOf, headOf, judgeOf } from './cast.ts'
import { said } from './sayings.ts'
import type { Department } from './troubles.ts'

/* Step 7 of the plan: what each department does so that it does not come again (F-42), and whether it helped. */

const keyOf = (department: Department) => `corrective-action:${department}`

/** The plan of a department, with the days by which its measures are in place. */
export function planned(
  scene: Complaint,
  department: Department,
  at: IsoInstant,
  words: { readonly cause: string; readonly corrective: string; readonly preventive: string } = scene.trouble,
  [least, most]: readonly [least: number, most: number] = [2, 6],
): Step {
  const { luck, calendar, trouble } = scene
  const inPlace = later(calendar, plusMinutes(at, 1440 * luck.between(least, most)), luck.between(5, 60), luck)
  scene.measures.set(department, inPlace)
  const today = dateOf(at)
  const input = {
    causes: trouble.causes,
    causeText: words.cause,
    responsible: doerOf(scene, department).name,
    corrective: words.corrective,
    correctiveBy: plusDays(today, 1),
    preventive: words.preventive,
    preventiveBy: plusDays(dateOf(inPlace), luck.between(1, 3)),
    ...(luck.often(0.3) ? { generalisation: '同类设施与岗位全楼排查' } : {}),
  }
  const by = headOf(scene, department)
  return { at, by, action: 'submitPlan', of: keyOf(department), input, goesUp: true }
}

/** Accepted by whoever may judge it. */
export function* accepted(scene: Complaint): Story {
  for (const department of scene.trouble.departments)
    yield { at: passOpen(scene, 2, 8), by: judgeOf(scene, department), action: 'acceptPlan', of: keyOf(department) }
}

/** Not accepted at first. */
export function* writtenAgain(scene: Complaint): Story {
  const [department] = scene.trouble.departments
  if (department === undefined) return
  const by = judgeOf(scene, department)
  yield {
    at: passOpen(scene, 10, 40),
    by,
    action: 'rejectPlan',
    of: keyOf(department),
    input: { reason: said.rejectedPlan },
  }
  yield planned(scene, department, passOpen(scene, 30, 120))
}

/** The complaint did not hold: nothing to be put right. */
export function* exempted(scene: Complaint, at: IsoInstant): Story {
  for (const department of scene.trouble.departments) {
    const input = { exemption: 'invalidComplaint', reason: said.exempt }
    yield { at, by: judgeOf(scene, department), action: 'exempt', of: keyOf(department), input }
    scene.measures.set(department, at)
  }
}

/** In place, checked after some weeks, and closed; what did not help is begun anew. */
export function* learned(scene: Complaint, helped: boolean): Story {
  const { luck, lead, trouble } = scene
  yield* inPlace(scene)
  passOpen(scene, 1440 * 7, 1440 * (helped ? 15 : 8))
  if (!helped) {
    for (const department of trouble.departments) {
      const input = { effect: 'ineffective', verifyNote: said.ineffective }
      const of = keyOf(department)
      yield { at: passOpen(scene, 5, 20), by: judgeOf(scene, department), action: 'verify', of, input }
      yield planned(scene, department, passOpen(scene, 120, 400), said.secondPlan, [20, 21])
    }
    yield* accepted(scene)
    yield* inPlace(scene)
    passOpen(scene, 1440 * 7, 1440 * 15)
  }
  for (const department of trouble.departments) {
    const input = { effect: 'effective', verifyNote: luck.pick(said.effective) }
    const of = keyOf(department)
    yield { at: passOpen(scene, 5, 20), by: judgeOf(scene, department), action: 'verify', of, input }
    yield { at: passOpen(scene, 30, 1200), by: lead, action: 'close', of }
  }
}

function* inPlace(scene: Complaint): Story {
  const { luck, measures } = scene
  for (const [department, at] of [...measures].toSorted(([, one], [, other]) => (one < other ? -1 : 1))) {
    until(scene, at)
    const input = { implementation: luck.pick(said.implemented), evidence: luck.pick(said.evidence) }
    const by = headOf(scene, department)
    yield { at: scene.t, by, action: 'implement', of: keyOf(department), input }
  }
}
