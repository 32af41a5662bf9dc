import type { FigureSpec } from '../rules.ts'
import type { FigureKey } from '../words/figures.ts'

/* The figures of domain §7 that exist so far: whose each is, what it counts, what is aimed at (basis points). */

const repair = { process: 'repair', of: ['engineering'] } as const
const complaint = { process: 'complaint', of: ['customerService'] } as const
const both = ['engineering', 'customerService'] as const
const more = { kind: 'share', good: 'more' } as const
const less = { kind: 'share', good: 'less' } as const

export const figures = {
  m1: { ...repair, ...more, no: 'M1', target: 9800, parts: 'priority' },
  m2: { ...repair, ...more, no: 'M2', target: 9500, of: both, parts: 'priority' },
  m3: { ...repair, ...more, no: 'M3', target: 9500, parts: 'priority' },
  m4: { ...repair, ...more, no: 'M4', target: 9800, parts: 'category' },
  m5: { ...repair, ...less, no: 'M5', target: 300, parts: 'category' },
  m6r: { ...repair, ...more, no: 'M6', target: 9500, of: ['customerService'] },
  m6c: { ...complaint, ...more, no: 'M6', target: 10_000 },
  m7: { ...repair, ...more, no: 'M7', target: 9500, of: both, parts: 'category' },
  m8: { ...repair, no: 'M8', kind: 'duration', good: 'less', target: null, parts: 'category' },
  m9a: { ...repair, no: 'M9', kind: 'money', good: null, target: null, of: ['finance', 'engineering'] },
  m9p: { ...repair, ...more, no: 'M9', target: 9500, of: ['finance', 'engineering'] },
  m10n: { ...complaint, no: 'M10', kind: 'count', good: 'less', target: null, parts: 'category' },
  m10t: { ...complaint, no: 'M10', kind: 'ratio', good: 'less', target: 200 },
  m10a: { ...complaint, no: 'M10', kind: 'density', good: 'less', target: null },
  m11: { ...complaint, ...more, no: 'M11', target: 9000 },
  m12s: { ...complaint, ...more, no: 'M12', target: 10_000 },
  m12c: { ...complaint, ...more, no: 'M12', target: 9500 },
  m13a: { ...complaint, ...less, no: 'M13', target: null },
  m13b: { ...complaint, ...less, no: 'M13', target: null },
  m13s: { ...complaint, ...more, no: 'M13', target: null },
  m14: { ...complaint, ...more, no: 'M14', target: 8500 },
  m15: { process: 'corrective-action', ...more, no: 'M15', target: 9500, of: 'own', parts: 'department' },
  m15o: {
    process: 'corrective-action',
    no: 'M15',
    kind: 'count',
    good: 'less',
    target: null,
    of: 'own',
    parts: 'department',
  },
  m16: { process: 'service-slip', ...more, no: 'M16', target: 9500, of: 'own', parts: 'department' },
  m28: { process: 'opinion', ...more, no: 'M28', target: 9500, of: 'own', parts: 'department' },
  m34: { process: 'message', ...more, no: 'M34', target: 9500, of: ['customerService'] },
  qComplaints: {
    process: 'complaint',
    no: '§2.26',
    kind: 'count',
    good: 'less',
    target: null,
    of: 'own',
    parts: 'department',
    aside: true,
  },
  qRedo: { process: 'service-slip', ...less, no: '§2.26', target: null, of: 'own', parts: 'department', aside: true },
} as const satisfies Readonly<Record<FigureKey, FigureSpec>>

export const specOf = (key: FigureKey): FigureSpec => figures[key]
