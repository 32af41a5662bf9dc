import { actionsFor } from '#kernel/process/define.ts'
import type { ComplaintSlip } from '../slip.ts'
import * as asks from './asks.ts'
import type { ComplaintNeed } from './needs.ts'
import { assistants, type ComplaintState, open } from './states.ts'
import * as writes from './writes.ts'

/** Step 6 of the plan: what came in writing is answered in writing, over the name of a superior. `step` names what each action enforces. */
export const replying = actionsFor<ComplaintSlip, ComplaintState, ComplaintNeed>()({
  holdingReply: {
    by: assistants,
    from: open,
    step: '6',
    needs: ['writtenComplaint', 'noReplyYet'],
    input: asks.HoldingReply,
    writes: writes.holdingReply,
    tells: 'customer',
  },
  draftReply: {
    by: [...assistants, 'CSM'],
    from: ['resolved', 'replyPending'],
    step: '6',
    needs: 'writtenComplaint',
    input: asks.Letter,
    writes: writes.draftReply,
    tells: ['CSM', 'PM'],
    internal: true,
    primary: (slip) => slip.written && (slip.letter === null || slip.letter.returnedBecause !== null),
  },
  approveReply: {
    by: ['CSM', 'PM'],
    from: ['resolved', 'replyPending'],
    step: '6',
    needs: ['letterDrafted', 'notTheDrafter', 'approverFits'],
    writes: writes.approveReply,
    hands: () => [{ form: 'F-43', copy: 1, to: 'desk' }],
    prints: 'replyLetter',
    tells: ['owner', 'assignee'],
    internal: true,
    primary: (slip) => slip.letter !== null && slip.letter.approvedAt === null,
  },
  returnReply: {
    by: ['CSM', 'PM'],
    from: ['resolved', 'replyPending'],
    step: '6',
    needs: 'letterDrafted',
    input: asks.Reason,
    writes: writes.returnReply,
    tells: ['owner', 'assignee'],
    internal: true,
  },
  deliverReply: {
    by: assistants,
    from: 'replyPending',
    to: 'callBack',
    step: '6',
    needs: 'letterApproved',
    ensures: 'deliveredPast',
    input: asks.Deliver,
    refers: ({ proof }) => writes.files(proof, 'proof'),
    writes: writes.deliverReply,
    hands: (slip) => [{ form: 'F-43', copy: 2, to: slip.replies.at(-1)?.signedBy ?? '' }],
    tells: 'customer',
    primary: (slip) => slip.letter !== null && slip.letter.approvedAt !== null,
  },
})
