import { actionsFor } from '#kernel/process/define.ts'
import { Join } from '#kernel/process/joined.ts'
import type { ComplaintSlip } from '../slip.ts'
import * as asks from './asks.ts'
import type { ComplaintNeed } from './needs.ts'
import { assistants, atWork, type ComplaintState, open, solved, taken } from './states.ts'
import * as writes from './writes.ts'

/** Steps 1 to 3 of the plan: apologised to, taken up by an assistant, graded. `step` names what each action enforces. */
export const taking = actionsFor<ComplaintSlip, ComplaintState, ComplaintNeed>()({
  take: {
    by: 'CSA',
    from: taken,
    to: 'assigned',
    step: '2',
    writes: writes.take,
    assigns: (slip) => (slip.assistant === null ? null : [slip.assistant]),
    tells: 'opener',
    primary: (slip) => slip.assistant === null,
  },
  assign: {
    by: ['CSS', 'CSM'],
    from: taken,
    to: 'assigned',
    step: '2',
    input: asks.Assign,
    refers: ({ assistant }) => [{ kind: 'staff', id: assistant, role: 'CSA' }],
    writes: writes.assign,
    assigns: (slip) => (slip.assistant === null ? null : [slip.assistant]),
    tells: ['assignee', 'opener'],
    internal: true,
  },
  handOver: {
    by: ['CSS', 'CSM'],
    from: [...atWork, ...solved],
    step: '§10',
    input: asks.Assign,
    refers: ({ assistant }) => [{ kind: 'staff', id: assistant, role: 'CSA' }],
    writes: writes.assign,
    assigns: (slip) => (slip.assistant === null ? null : [slip.assistant]),
    tells: ['assignee', 'department'],
    internal: true,
  },
  contact: {
    by: assistants,
    from: open,
    step: '2',
    ensures: ['apologyFirst', 'promiseAhead'],
    input: asks.Contact,
    writes: writes.contact,
    internal: true,
    primary: (slip) => slip.firstContactAt === null,
  },
  grade: {
    by: [...assistants, 'CSM'],
    from: open,
    step: '§2.5.1',
    ensures: ['loweredByManager', 'notBelowTheRule'],
    input: asks.Grade,
    writes: writes.grade,
    tells: ['CSM', 'PM'],
    internal: true,
  },
  join: {
    by: assistants,
    from: taken,
    to: 'joined',
    step: '§2.5.1',
    needs: 'apologyFirst',
    ensures: 'notItself',
    input: Join,
    writes: (_slip, { joinedInto }) => ({ joinedInto }),
    joins: ({ joinedInto }) => joinedInto,
    internal: true,
  },
  cancel: {
    by: ['CSS', 'CSM'],
    from: taken,
    to: 'cancelled',
    step: '§1.4',
    needs: 'nobodyJoined',
    input: asks.Reason,
    writes: (_slip, { reason }) => ({ closeReason: reason }),
    tells: ['opener', 'assignee'],
    internal: true,
  },
})
