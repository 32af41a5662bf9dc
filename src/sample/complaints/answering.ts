import type { IsoInstant } from '#lib/time.ts'
import { passOpen, type Story } from '../tale.ts'
import type { Complaint } from './cast.ts'
import { said } from './sayings.ts'

/* Steps 5 and 6 of the plan: told, answered in writing where it was written, called back, asked until he is content. */

/** The customer hears that it is solved, in the words he can read. */
export function* told(scene: Complaint, at: IsoInstant = passOpen(scene, 2, 9)): Story {
  const { asker, luck, trouble } = scene
  const answer = trouble.english ? said.answerEnglish : `${trouble.result}。${luck.pick(said.answer)}`
  yield { at, by: asker, action: 'confirm', input: { answer } }
  scene.t = at
}

export function* held(scene: Complaint): Story {
  const { assistant, trouble, luck } = scene
  const words = trouble.english ? said.holdingEnglish : said.holding
  const delivery = luck.pick(['byEmail', 'portal', 'byHand'])
  yield { at: passOpen(scene, 5, 40), by: assistant, action: 'holdingReply', input: { words, delivery } }
}

/** F-43: drafted by the assistant, approved by the manager, a major one by the project manager. */
export function* drafted(scene: Complaint): Story {
  const { assistant, trouble, tenant, contact, luck } = scene
  const english = trouble.english
  const input = {
    addressee: english ? `${contact.name}, ${tenant.name}` : `${tenant.name} ${contact.name}`,
    matter: english ? `Your complaint: ${trouble.text}` : `关于贵公司反映“${trouble.text}”一事`,
    investigation: english
      ? 'We went to see it together with you at once and found it as you had described.'
      : `接到来信后，我们会同责任部门到现场查看，原因是：${trouble.cause}。`,
    treatment: english ? trouble.result : `${trouble.result}。`,
    outcome: english ? 'It has been put right and checked again.' : luck.pick(said.letter.outcome),
    apology: english ? said.letter.apologyEnglish : said.letter.apology,
    followUp: english
      ? 'The department has changed its routine so that this does not happen again.'
      : `为避免再次发生：${trouble.preventive}。`,
  }
  yield { at: passOpen(scene, 60, 180), by: assistant, action: 'draftReply', input }
}

export function* delivered(scene: Complaint): Story {
  const { manager, pm, assistant, contact, luck, grade } = scene
  if (luck.often(0.2)) {
    yield {
      at: passOpen(scene, 20, 90),
      by: manager,
      action: 'returnReply',
      input: { reason: '原因写得太笼统，请写明具体时间和做法' },
    }
    yield* drafted(scene)
  }
  yield { at: passOpen(scene, 20, 120), by: grade === 'major' ? pm : manager, action: 'approveReply' }
  const delivery = luck.pick(['byHand', 'byHand', 'portal', 'byEmail'])
  const at = passOpen(scene, 20, 120)
  const input = { delivery, deliveredAt: at, signedBy: contact.name }
  yield { at, by: assistant, action: 'deliverReply', input, ...(delivery === 'portal' ? {} : { proof: true }) }
}

export function* missed(scene: Complaint): Story {
  const input = { how: 'phone', opinion: scene.luck.pick(said.missed) }
  yield { at: passOpen(scene, 1, 4), by: scene.asker, action: 'notReached', input }
}

/** Asked by telephone, or answered by himself in the portal. */
export function* content(scene: Complaint): Story {
  const { luck, authorised, asker, contact, taker } = scene
  const himself = authorised.actor !== null && (taker.kind === 'customer' || luck.often(0.2))
  if (himself && authorised.actor) {
    yield { at: passOpen(scene, 1, 9), by: authorised.actor, action: 'satisfied', input: { words: '' } }
    return
  }
  const score = () =>
    luck.weighted([
      [5, 6],
      [4, 3],
      [3, 1],
    ] as const)
  const input = {
    how: luck.often(0.85) ? 'phone' : 'visit',
    spokeWith: contact.name,
    conclusion: 'satisfied',
    timeliness: score(),
    attitude: score(),
    quality: score(),
    opinion: luck.pick(said.opinions),
  }
  yield { at: passOpen(scene, 1, 9), by: asker, action: 'callBack', input }
}

/** Not content: the next round begins at this moment. */
export function* discontent(scene: Complaint, at: IsoInstant, inPortal = false): Story {
  const { luck, asker, contact, authorised } = scene
  scene.t = at
  scene.round += 1
  scene.roundStarted = at
  if (inPortal && authorised.actor) {
    yield { at, by: authorised.actor, action: 'notSatisfied', input: { words: said.unhappyInPortal }, goesUp: true }
    return
  }
  const input = {
    how: 'phone',
    spokeWith: contact.name,
    conclusion: 'dissatisfied',
    timeliness: luck.between(2, 3),
    attitude: luck.between(2, 4),
    quality: luck.between(1, 2),
    opinion: luck.pick(said.unhappy),
    handling: luck.pick(said.handling),
  }
  yield { at, by: asker, action: 'callBack', input, goesUp: true }
}
