import { defineProcess, step } from '#kernel/process/define.ts'
import { staffRoles } from '#kernel/process/roles.ts'
import { enquiryParameters } from './parameters.ts'
import * as rules from './rules.ts'
import {
  AnswerAtOnce,
  Ask,
  AskAgain,
  EnquirySlip,
  GiveUp,
  Inform,
  PromiseReply,
  Reply,
  ReturnToDesk,
  Transfer,
} from './slip.ts'

const { desk } = rules
const sees = ['PM', 'CSM', 'CSS', 'CSA', 'REC', 'OPR'] as const
const minds: readonly string[] = sees
/** System administrators have no business data. */
const others = staffRoles.filter((role) => !minds.includes(role) && role !== 'SYS')
const supervisors = ['REC', 'OPR', 'CSA', 'CSS', 'CSM'] as const

/** 问询: registered, followed up, dealt with. `step` names the section it enforces. */
export const enquiry = defineProcess({
  name: 'enquiry',
  number: 'WX',
  table: 'enquiry_slips',
  slip: EnquirySlip,
  title: (slip) => slip.question,
  category: (slip) => slip.department ?? '',
  searched: (slip) => [
    slip.question,
    slip.enquirer ?? '',
    slip.enquirerCompany ?? '',
    slip.enquirerPhone ?? '',
    slip.answer ?? '',
  ],
  departments: ({ department, returnedFrom }) => [department ?? returnedFrom].filter((one) => one !== null),
  shows: (slip) => ({ department: slip.department, answered: slip.answeredAt !== null }),
  sight: { all: sees, own: ['TUSR'], company: ['TADM'], department: others },
  personal: ['yours', 'yoursToReturn'],
  hidden: ['returnedFrom', 'returnCause', 'returnNote', 'returns', 'transfers'],

  opens: {
    in: ['open', 'closed'],
    goes: (slip) => (slip.answer === null ? 'open' : 'closed'),
    by: [...desk, 'TADM', 'TUSR'],
    step: '§2.15',
    input: Ask,
    customerFree: () => true,
    slip: rules.newSlip,
  },

  states: {
    open: { waitsFor: desk, tone: 'info', next: 'answered' },
    transferred: { waitsFor: staffRoles, forDepartment: true, tone: 'active', next: 'answered' },
    answered: { waitsFor: desk, tone: 'info', next: 'closed' },
    closed: { final: true, tone: 'done' },
  },

  clocks: {
    answer: { runs: ['open', 'transferred'], due: rules.answerBy, late: [step('CSS', 1)] },
    promised: { runs: ['open', 'transferred'], due: rules.replyBy, late: [step('CSS', 1)] },
  },

  needs: {
    yours: rules.mayAnswer,
    yoursToReturn: rules.mayReturn,
    replyAhead: (slip, at) => slip.replyBy !== null && slip.replyBy > at.now,
    reachable: (slip, at) =>
      slip.enquirerPhone !== null || slip.channel === 'email' || at.facts.header.customerId !== null,
    answerWritten: (slip) => slip.answer !== null,
  },

  actions: {
    answerAtOnce: {
      by: desk,
      from: 'open',
      to: 'closed',
      step: '§2.15',
      needs: 'yours',
      input: AnswerAtOnce,
      writes: (slip, { answer }, at) => rules.onTheSpot(answer, slip.channel, at),
      primary: true,
    },
    transfer: {
      by: desk,
      from: ['open', 'transferred'],
      to: 'transferred',
      step: '§2.15',
      ensures: 'reachable',
      input: Transfer,
      refers: rules.followerOf,
      writes: (slip, { department, follower }) => ({
        answerKind: 'transferred' as const,
        department,
        follower: follower ?? null,
        transfers: slip.transfers + 1,
      }),
      assigns: (slip) => (slip.follower === null ? null : [slip.follower]),
      tells: ['department', 'assignee'],
    },
    promise: {
      by: desk,
      from: 'open',
      step: '§2.15',
      needs: 'yours',
      ensures: ['reachable', 'replyAhead'],
      input: PromiseReply,
      refers: rules.followerOf,
      writes: (_slip, { follower, replyBy }, at) => ({
        answerKind: 'later' as const,
        follower: follower ?? at.actor.id,
        replyBy,
      }),
      assigns: (slip) => (slip.follower === null ? null : [slip.follower]),
      tells: 'assignee',
    },
    returnToDesk: {
      by: staffRoles,
      from: 'transferred',
      to: 'open',
      step: '§2.15',
      needs: 'yoursToReturn',
      input: ReturnToDesk,
      writes: (slip, { returnCause, returnNote }) => ({
        returnCause,
        returnNote: returnNote || null,
        returns: slip.returns + 1,
        answerKind: slip.replyBy === null ? null : ('later' as const),
        returnedFrom: slip.department,
        department: null,
        follower: null,
      }),
      assigns: (slip, _input, at) => rules.keptBy(slip, at),
      tells: ['opener', 'CSS'],
      internal: true,
    },
    reply: {
      by: staffRoles,
      from: ['open', 'transferred'],
      to: ['answered', 'closed'],
      goes: (slip) => (slip.informedAt === null ? 'answered' : 'closed'),
      step: '§2.32',
      needs: 'yours',
      input: Reply,
      writes: (slip, { answer, alreadyTold }, at) => ({
        answer,
        answerKind: slip.answerKind ?? 'later',
        answeredAt: at.now,
        answeredBy: at.actor.name,
        ...(alreadyTold || slip.channel === 'portal' ? { informedHow: slip.channel, informedAt: at.now } : {}),
      }),
      tells: 'opener',
      primary: (slip) => slip.answerKind !== null,
    },
    inform: {
      by: desk,
      from: 'answered',
      to: 'closed',
      step: '§2.32',
      needs: 'answerWritten',
      input: Inform,
      writes: (_slip, { informedHow, closeNote }, at) => ({
        informedHow,
        informedAt: at.now,
        closeNote: closeNote || null,
      }),
      primary: true,
    },
    askAgain: {
      by: desk,
      from: 'answered',
      to: 'open',
      step: '§2.15',
      input: AskAgain,
      writes: (_slip, { furtherQuestion }) => ({
        furtherQuestion,
        answerKind: null,
        department: null,
        follower: null,
        replyBy: null,
        answer: null,
        answeredAt: null,
        answeredBy: null,
      }),
      assigns: () => null,
      tells: ['opener', 'CSS'],
    },
    giveUp: {
      by: ['CSS', 'CSM'],
      from: ['open', 'answered'],
      to: 'closed',
      step: '§2.32',
      input: GiveUp,
      writes: (_slip, { closeNote }) => ({ closeNote }),
      tells: 'opener',
    },
  },

  corrects: { by: supervisors, fields: ['enquirer', 'enquirerCompany', 'enquirerPhone', 'question'] },

  papers: {
    slip: { form: 'F-141', template: 'slip', version: '1.0', copies: ['desk'], by: desk },
  },

  parameters: enquiryParameters,
})
