import { actionsFor } from '#kernel/process/define.ts'
import type { CorrectiveSlip } from '../slip.ts'
import * as asks from './asks.ts'
import type { CorrectiveNeed } from './needs.ts'
import { type CorrectiveState, heads, judges } from './states.ts'
import * as writes from './writes.ts'

/** Planned, accepted, done, verified, closed. `step` names what each action enforces. */
export const steps = actionsFor<CorrectiveSlip, CorrectiveState, CorrectiveNeed>()({
  submitPlan: {
    by: heads,
    from: 'open',
    to: 'planned',
    step: '7',
    needs: 'yourDepartment',
    ensures: 'daysAhead',
    input: asks.Plan,
    writes: writes.submitPlan,
    escalates: writes.systemicToManager,
    prints: 'report',
    tells: ['CSM', 'raiser'],
    primary: true,
  },
  acceptPlan: {
    by: judges,
    from: 'planned',
    to: 'accepted',
    step: '§2.5.2',
    needs: ['yoursToJudge', 'notYourOwnPlan'],
    writes: writes.acceptPlan,
    tells: ['department', 'raiser'],
    primary: true,
  },
  rejectPlan: {
    by: judges,
    from: 'planned',
    to: 'open',
    step: '§2.5.2',
    needs: ['yoursToJudge', 'notYourOwnPlan'],
    input: asks.Reason,
    writes: writes.rejectPlan,
    tells: 'department',
  },
  implement: {
    by: heads,
    from: 'accepted',
    to: 'done',
    step: '§2.5.4',
    needs: 'yourDepartment',
    input: asks.Implement,
    refers: (input) => writes.pictures(input, 'evidence'),
    writes: writes.implement,
    tells: 'CSM',
    primary: true,
  },
  verify: {
    by: judges,
    from: 'done',
    to: ['verified', 'open'],
    goes: (slip) => (slip.effect === 'effective' ? 'verified' : 'open'),
    step: '§2.5.4',
    needs: ['yoursToJudge', 'notYourOwnPlan', 'waitedLongEnough'],
    input: asks.Verify,
    writes: writes.verify,
    tells: ['department', 'raiser'],
    primary: true,
  },
  exempt: {
    by: judges,
    from: ['open', 'planned'],
    to: 'exempted',
    step: '§2.5.2',
    needs: ['yoursToJudge', 'notYourOwnPlan'],
    input: asks.Exempt,
    writes: writes.exempt,
    tells: ['department', 'raiser'],
  },
  close: {
    by: [...judges, 'CSS', 'ARC'],
    from: 'verified',
    to: 'closed',
    step: '§2.32',
    writes: writes.close,
    hands: () => [{ form: 'F-42', copy: 1, to: 'desk' }],
    tells: 'department',
    primary: true,
  },
})
