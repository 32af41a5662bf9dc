import { defineProcess, step } from '#kernel/process/define.ts'
import { staffRoles } from '#kernel/process/roles.ts'
import { messageParameters } from './parameters.ts'
import { newSlip } from './process/opening.ts'
import * as rules from './rules.ts'
import { Acknowledge, Expire, Follow, Hand, MessageSlip, Take } from './slip.ts'

/** Who takes calls and visitors. */
const desk = ['REC', 'OPR', 'CSA', 'CSS', 'CSM', 'MAIL', 'BCC', 'MTG', 'SEC'] as const
const sees = ['PM', 'CSM', 'CSS', 'CSA', 'REC', 'OPR'] as const
const minds: readonly string[] = sees
const isDesk = (role: string) => (desk as readonly string[]).includes(role)

/** 留言: taken with the number read back, handed over at once against a receipt. `step` names the section it enforces. */
export const message = defineProcess({
  name: 'message',
  number: 'LY',
  table: 'message_slips',
  slip: MessageSlip,
  title: (slip) => `${slip.callerCompany} ${slip.callerName} → ${slip.wantedName || (slip.wantedCompany ?? '…')}`,
  priority: (slip) => (slip.wish === 'urgent' ? 2 : 3),
  category: (slip) => slip.wish,
  searched: (slip) => [
    slip.matter,
    slip.callerName,
    slip.callerCompany,
    slip.callerPhone,
    slip.wantedName,
    slip.wantedCompany ?? '',
    slip.wantedExtension ?? '',
  ],
  shows: (slip) => ({ wish: slip.wish, handed: slip.handedAt !== null, acknowledged: slip.acknowledgedAt !== null }),
  // Everybody else sees what he took, and what is for him.
  sight: { all: sees, own: [], company: [], department: staffRoles.filter((role) => !minds.includes(role)) },
  hidden: [],
  personal: ['yours'],

  opens: {
    in: 'taken',
    by: desk,
    step: '§2.15',
    input: Take,
    customerFree: () => true,
    slip: newSlip,
    refers: ({ addressee, wantedStaff }) =>
      addressee === 'staff' && wantedStaff !== undefined ? [{ kind: 'staff', id: wantedStaff }] : [],
    ensures: ['numberReadBack', 'fullName', 'companyNamed'],
    // A member of staff hears of it while it is being taken; it still has to be handed to him.
    assigns: ({ wantedStaff }) => (wantedStaff === null ? null : [wantedStaff]),
    tells: 'assignee',
  },

  states: {
    taken: { waitsFor: desk, tone: 'info', next: 'handed' },
    handed: { waitsFor: desk, tone: 'active', next: 'acknowledged' },
    promised: { waitsFor: desk, tone: 'active', next: 'followed' },
    acknowledged: { final: true, tone: 'done' },
    followed: { final: true, tone: 'done' },
    expired: { final: true, tone: 'warn' },
  },

  clocks: {
    // The target is counted and nobody is called for it; who hears, hears at the limit.
    hand: { runs: 'taken', due: (slip, _started, at) => rules.handBy('message.hand_minutes', slip, at), late: [] },
    unhanded: {
      runs: 'taken',
      due: (slip, _started, at) => rules.handBy('message.unhanded_minutes', slip, at),
      late: [step('CSS', 1)],
    },
    review: {
      runs: ['taken', 'handed'],
      due: (slip, _started, at) => rules.reviewBy(slip, at),
      late: [step('CSS', 1)],
    },
    follow: { runs: 'promised', due: (_slip, started, at) => rules.followBy(started, at), late: [step('CSS', 1)] },
  },

  needs: {
    numberReadBack: (slip) => slip.numberReadBack,
    fullName: (slip) => slip.nameWithheld || rules.isFullName(slip.callerName),
    companyNamed: (slip, at) =>
      slip.addressee === 'staff' || slip.wantedCompany !== null || at.facts.header.customerId !== null,
    staffInSystem: (slip) => slip.how !== 'inSystem' || slip.wantedStaff !== null,
    yours: (slip, at) => isDesk(at.role) || (at.actor.id !== null && at.actor.id === slip.wantedStaff),
    receiverNamed: (slip) => slip.receivedBy !== null,
    laterDay: rules.isLaterDay,
  },

  actions: {
    handOver: {
      by: desk,
      from: 'taken',
      to: ['handed', 'acknowledged', 'promised'],
      goes: (slip) => (slip.acknowledgedAt === null ? 'handed' : slip.followUp ? 'promised' : 'acknowledged'),
      step: '§2.15',
      ensures: 'staffInSystem',
      input: Hand,
      refers: ({ signatureFile }) =>
        signatureFile === undefined ? [] : [{ kind: 'file', id: signatureFile, purpose: 'signature' }],
      writes: (_slip, { how, receivedBy, signatureFile }, at) => {
        const received = how === 'inPerson' || how === 'secretary'
        return {
          how,
          handedAt: at.now,
          handedBy: at.actor.name,
          receivedBy: received ? receivedBy : null,
          acknowledgedAt: received ? at.now : null,
          signatureFile: received ? (signatureFile ?? null) : null,
        }
      },
      assigns: (slip) => (slip.how === 'inSystem' && slip.wantedStaff !== null ? [slip.wantedStaff] : null),
      prints: 'slip',
      hands: (slip) => [
        { form: 'F-140', copy: 1, to: slip.receivedBy ?? (slip.wantedName || 'addressee') },
        { form: 'F-140', copy: 2, to: 'desk' },
      ],
      tells: 'assignee',
      primary: true,
    },
    acknowledge: {
      by: staffRoles,
      from: 'handed',
      to: ['acknowledged', 'promised'],
      goes: (slip) => (slip.followUp ? 'promised' : 'acknowledged'),
      step: '§2.15',
      needs: 'yours',
      ensures: 'receiverNamed',
      input: Acknowledge,
      refers: ({ signatureFile }) =>
        signatureFile === undefined ? [] : [{ kind: 'file', id: signatureFile, purpose: 'signature' }],
      writes: (slip, { receivedBy, signatureFile }, at) => ({
        receivedBy: at.actor.id === slip.wantedStaff ? at.actor.name : receivedBy || null,
        acknowledgedAt: at.now,
        signatureFile: signatureFile ?? null,
      }),
      tells: 'opener',
      primary: true,
    },
    follow: {
      by: desk,
      from: 'promised',
      to: 'followed',
      step: '§2.32',
      input: Follow,
      writes: (_slip, { followNote }, at) => ({ followNote, followedAt: at.now, followedBy: at.actor.name }),
      primary: true,
    },
    expire: {
      by: 'CSS',
      from: ['taken', 'handed'],
      to: 'expired',
      step: '§2.32',
      needs: 'laterDay',
      input: Expire,
      writes: (_slip, { expiryNote }) => ({ expiryNote }),
      tells: 'opener',
    },
  },

  corrects: {
    by: ['REC', 'OPR', 'CSA', 'CSS', 'CSM'],
    fields: ['wantedName', 'wantedCompany', 'wantedExtension', 'callerName', 'callerCompany', 'callerPhone', 'matter'],
  },

  papers: {
    slip: { form: 'F-140', template: 'slip', version: '1.0', copies: ['addressee', 'desk'], by: desk },
  },

  parameters: messageParameters,
})
