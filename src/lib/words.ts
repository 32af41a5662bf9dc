/** The words the helpers themselves put on a screen. */

import type { Both } from './language.ts'

export const dayMark: Both = { zh: '天', en: 'd' }
