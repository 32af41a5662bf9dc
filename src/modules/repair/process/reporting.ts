import { actionsFor } from '#kernel/process/define.ts'
import { Join } from '#kernel/process/joined.ts'
import * as asks from './asks.ts'
import type { RepairNeed } from './needs.ts'
import * as rules from '../rules.ts'
import type { RepairSlip } from '../slip.ts'
import { afterWork, assistants, atWork, beforeVisit, engineers, type RepairState } from './states.ts'
import * as writes from './writes.ts'

/** Steps 1 to 4 of the plan: the call, the price and its consent, the slip on its way to engineering. `step` names what each action enforces. */
export const reporting = actionsFor<RepairSlip, RepairState, RepairNeed>()({
  triage: { by: assistants, from: ['registered', 'quoted'], step: '§2.4', input: asks.Triage, writes: writes.triage },
  quote: {
    by: assistants,
    from: ['registered', 'quoted'],
    to: 'quoted',
    step: '2',
    input: asks.Quote,
    refers: writes.priced,
    writes: writes.quote,
    tells: 'customer',
    primary: true,
  },
  agree: {
    by: [...assistants, 'TADM'],
    from: ['quoted', ...atWork, 'done'],
    step: '2',
    needs: 'priceNamed',
    ensures: ['consentGiven', 'consentCoversQuote'],
    input: asks.Consent,
    refers: writes.consenter,
    writes: writes.consent,
    tells: ['owner', 'crew'],
    primary: (slip) => !rules.feeAgreed(slip),
  },
  objectToPrice: {
    by: 'TADM',
    from: 'quoted',
    step: '2',
    needs: ['priceNamed', 'notAgreed'],
    input: asks.Reason,
    writes: (_slip, { reason }) => ({ priceObjection: reason }),
    tells: 'owner',
  },
  decline: {
    by: assistants,
    from: 'quoted',
    to: 'declined',
    step: '2',
    needs: 'nobodyJoined',
    input: asks.Decline,
    writes: writes.close,
    tells: 'customer',
  },
  convert: {
    by: 'CSS',
    from: 'quoted',
    to: 'registered',
    step: '§2.4',
    input: asks.Convert,
    writes: () =>
      ({
        area: 'common',
        pricing: 'free',
        freeReason: 'commonPart',
        quote: null,
        consent: null,
        priceObjection: null,
      }) as const,
  },
  deliver: {
    by: assistants,
    from: ['registered', 'quoted'],
    to: 'delivered',
    step: '4',
    needs: ['feeDecided', 'noFeeWithoutConsent'],
    ensures: 'onlyDangerByPhone',
    input: asks.Deliver,
    writes: writes.deliver,
    hands: () => [{ form: 'F-30', copy: 1, to: 'desk' }],
    prints: 'slip',
    tells: ['ENGM', 'ENG'],
    primary: true,
  },
  followWithPaper: {
    by: assistants,
    from: ['delivered', ...atWork, ...afterWork],
    step: '4',
    needs: 'paperOwed',
    writes: (_slip, _input, at) => ({ paperFollowedAt: at.now }),
  },
  agreeTime: {
    by: [...assistants, ...engineers],
    from: ['registered', 'quoted', 'delivered', 'suspended', 'rework'],
    step: '3',
    ensures: 'appointmentAhead',
    input: asks.Appointment,
    writes: writes.appointment,
    tells: ['crew', 'customer'],
  },
  // The same fault reported again. Its reporter sees that it is dealt with together, and is called like the first.
  join: {
    by: assistants,
    from: ['registered', 'quoted'],
    to: 'joined',
    step: '1',
    ensures: 'notItself',
    input: Join,
    writes: (_slip, { joinedInto }) => ({ joinedInto }),
    joins: ({ joinedInto }) => joinedInto,
    tells: ['customer', 'opener'],
  },
  cancel: {
    by: assistants,
    from: [...beforeVisit, 'suspended'],
    to: 'cancelled',
    step: '§1.4',
    needs: 'nobodyJoined',
    input: asks.Reason,
    writes: writes.close,
    tells: ['crew', 'customer'],
  },
  withdraw: {
    by: ['TADM', 'TUSR'],
    from: ['registered', 'quoted'],
    to: 'cancelled',
    step: '§1.4',
    needs: 'nobodyJoined',
    input: asks.Reason,
    writes: writes.close,
    tells: 'owner',
  },
})
