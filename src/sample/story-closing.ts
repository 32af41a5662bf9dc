import { plusMinutes } from '#lib/time.ts'
import { nextSlot } from './hours.ts'
import { staffNamed, staffWith } from './people.ts'
import { decisions } from './sayings.ts'
import { type Chapter, type Member, type Scene, stands, type Story } from './scene.ts'
import { pass, passOpen, until } from './tale.ts'
import { finish } from './story-visit.ts'

/* Steps 9 to 11 of the plan: signed, called back, paid, filed. */

export function* closing(scene: Scene): Story {
  if (yield* tried(scene)) return
  yield* signed(scene)
  if (stands(scene, 'signed')) return
  const content = yield* calledBack(scene)
  if (!content) yield* again(scene)
  if (stands(scene, 'called')) return
  if (scene.plan.chargeable && (yield* paid(scene))) return
  yield* rated(scene)
  const archive = scene.plan.luck.often(0.5) ? staffWith(scene.staff, 'ARC') : scene.desk
  yield { at: passOpen(scene, 60, scene.plan.recent ? 240 : 1800), by: archive, action: 'archive' }
}

/** The customer tries it; what does not work is worked on again under the same number. */
function* tried(scene: Scene): Chapter {
  const { plan, worker } = scene
  const { luck } = plan
  const times =
    plan.standing?.reworks ??
    (plan.recent
      ? 0
      : luck.weighted([
          [0, 955],
          [1, 40],
          [2, 5],
        ] as const))
  for (let time = 1; time <= times; time += 1) {
    const by =
      scene.authorised?.actor && luck.often(0.3) ? scene.authorised.actor : luck.often(0.5) ? scene.desk : worker
    const reason = luck.pick(decisions.rejected)
    yield { at: pass(scene, 2, 15), by, action: 'reject', input: { reason }, goesUp: true }
    if (stands(scene, 'rework') && time === times) return true
    yield { at: pass(scene, 5, 40), by: worker, action: 'revisit' }
    yield* finish(scene, luck.between(10, 30))
  }
  return false
}

function* signed(scene: Scene): Story {
  const { plan, worker, desk, authorised, reporter, staff } = scene
  const { luck } = plan
  const satisfaction = luck.often(0.82) ? 'satisfied' : 'acceptable'
  const at = plan.standing === null ? pass(scene, 2, 12) : pass(scene, 2, 5)
  if (plan.tenant !== null && authorised?.actor && luck.often(0.2)) {
    const input = { signatureMethod: 'platform', signedBy: authorised.name, satisfaction }
    yield { at, by: authorised.actor, action: 'sign', input }
    return
  }
  const lead = staffWith(staff, 'CSS')
  const input = { signedBy: plan.tenant === null ? lead.name : reporter.name, satisfaction }
  if (plan.tenant === null)
    yield { at, by: lead, action: 'sign', input: { ...input, signatureMethod: 'pad' }, signature: true }
  else if (luck.often(0.85))
    yield { at, by: worker, action: 'sign', input: { ...input, signatureMethod: 'pad' }, signature: true }
  else yield { at, by: desk, action: 'sign', input: { ...input, signatureMethod: 'scan' }, signature: true }
}

/** F-32, at once; false when the customer turned out not to be content. */
function* calledBack(scene: Scene): Chapter {
  const { plan, desk } = scene
  const { luck } = plan
  if (!plan.recent && luck.often(0.012)) return yield* neverReached(scene)
  if (luck.often(0.06))
    yield { at: passOpen(scene, 3, 9), by: desk, action: 'notReached', input: { how: 'phone', opinion: '无人接听' } }
  const at = plan.late === 'callBack' ? passOpen(scene, 75, 200) : passOpen(scene, 3, 15)
  const unhappy = !plan.recent && luck.often(0.018)
  yield { at, by: desk, action: 'callBack', input: answer(scene, unhappy) }
  return !unhappy
}

function answer({ plan, reporter }: Scene, unhappy: boolean) {
  const { luck } = plan
  const score = () =>
    unhappy
      ? luck.between(1, 3)
      : luck.weighted([
          [5, 70],
          [4, 24],
          [3, 6],
        ] as const)
  const conclusion = unhappy ? 'dissatisfied' : luck.often(0.85) ? 'satisfied' : 'acceptable'
  return {
    how: luck.often(0.9) ? 'phone' : 'visit',
    spokeWith: reporter.name,
    conclusion,
    timeliness: plan.late === null ? score() : luck.between(2, 4),
    attitude: score(),
    quality: score(),
    fee: score(),
    opinion: unhappy ? luck.pick(decisions.unhappy) : luck.often(0.25) ? luck.pick(decisions.opinions) : '',
    handling: unhappy ? '安排返修并再次回访' : '',
  }
}

/** Three attempts on two days, then it is left at that (F-32). */
function* neverReached(scene: Scene): Chapter {
  const missed = { action: 'notReached', by: scene.desk, input: { how: 'phone', opinion: '无人接听' } } as const
  yield { at: passOpen(scene, 3, 10), ...missed }
  yield { at: passOpen(scene, 60, 120), ...missed }
  yield { at: passOpen(scene, 1440, 1500), ...missed }
  yield { at: passOpen(scene, 5, 30), by: scene.desk, action: 'giveUpCalling' }
  return true
}

/** Not content after all: a new time, the work once more, signed and called again. */
function* again(scene: Scene): Story {
  const { plan, desk, worker, calendar } = scene
  const { luck } = plan
  const reason = luck.pick(decisions.rejected)
  yield { at: pass(scene, 2, 10), by: desk, action: 'reopen', input: { reason }, goesUp: true }
  const slot = nextSlot(calendar, plusMinutes(scene.t, 120))
  const agreed = { appointmentStart: slot.start, appointmentEnd: slot.end, appointmentWith: scene.reporter.name }
  yield { at: pass(scene, 2, 8), by: desk, action: 'agreeTime', input: agreed }
  until(scene, plusMinutes(slot.start, luck.between(-5, 10)))
  yield { at: scene.t, by: worker, action: 'revisit' }
  yield* finish(scene, luck.between(10, 40))
  yield* signed(scene)
  yield { at: passOpen(scene, 3, 15), by: desk, action: 'callBack', input: answer(scene, false) }
}

/** Step 10. True: it stops on the way. */
function* paid(scene: Scene): Chapter {
  const { plan, desk, staff, reporter } = scene
  const { luck, tenant } = plan
  const account = !plan.recent && tenant?.monthly === true && luck.often(0.45)
  const payment = account ? 'account' : 'now'
  const slip = yield { at: passOpen(scene, 5, 45), by: desk, action: 'bill', input: { payment }, reads: true }
  if (stands(scene, 'billed')) return true
  const amountFen = slip?.totalFen ?? 0
  const cashier = staffNamed(staff, luck.pick(['姚琳', '汪洁']))
  const carrier: Member | null = !account && luck.often(0.3) ? desk : null
  if (carrier)
    yield { at: passOpen(scene, 3, 15), by: carrier, action: 'carry', input: { payer: reporter.name, amountFen } }
  const wait: [number, number] = account ? [3 * 1440, 14 * 1440] : carrier ? [10, 60] : [20, 500]
  const method = carrier
    ? 'cash'
    : account
      ? luck.pick(['transfer', 'transfer', 'collection', 'cheque'])
      : luck.pick(['code', 'code', 'card', 'transfer', 'cash'])
  const payer = tenant === null || carrier || method === 'cash' ? reporter.name : tenant.name
  const reference = method === 'transfer' || method === 'cheque' ? `${luck.between(10_000_000, 99_999_999)}` : ''
  yield { at: passOpen(scene, ...wait), by: cashier, action: 'collect', input: { method, payer, amountFen, reference } }
  if (carrier)
    yield { at: passOpen(scene, 15, 120), by: carrier, action: 'returnReceipt', input: { returnedTo: reporter.name } }
  return stands(scene, 'settled')
}

/** Whoever has the portal sometimes gives marks himself. */
function* rated(scene: Scene): Story {
  const { plan, authorised } = scene
  const { luck } = plan
  if (!authorised?.actor || !luck.often(0.12)) return
  const score = () =>
    luck.weighted([
      [5, 6],
      [4, 3],
      [3, 1],
    ] as const)
  const input = {
    timeliness: score(),
    attitude: score(),
    quality: score(),
    fee: score(),
    opinion: luck.often(0.4) ? luck.pick(decisions.opinions) : '',
  }
  yield { at: pass(scene, 20, 200), by: authorised.actor, action: 'rate', input }
}
