import type { Both } from '#lib/language.ts'

/** Sentences of the door itself. Codes are stable; sentences may be bettered. */
export const doorWords = {
  notSignedIn: { zh: '请先登录。', en: 'Please sign in first.' },
  secondFactorNeeded: { zh: '请先完成两步验证。', en: 'Please complete the second sign-in step first.' },
  notFound: { zh: '没有找到。', en: 'Not found.' },
  notYours: { zh: '您的岗位不能办理此项。', en: 'Your post does not allow this.' },
  wrongState: {
    zh: '单据已不在可以办理此项的状态，请刷新后再看。',
    en: 'The slip is no longer in a state that allows this. Reload and look again.',
  },
  needs: { zh: '还有条件没有满足。', en: 'Something must be done first.' },
  input: { zh: '填写内容有误，请检查标出的栏目。', en: 'Some fields are not right. Please check the marked ones.' },
  stale: {
    zh: '这张单刚刚被别人改过，请刷新后再办。您填写的内容没有丢失。',
    en: 'Somebody has just changed this slip. Reload it and try again; what you typed is kept.',
  },
  keyReused: { zh: '同一个请求编号带来了不同的内容。', en: 'The same Idempotency-Key came with different content.' },
  keyMissing: { zh: '缺少请求编号（Idempotency-Key）。', en: 'The Idempotency-Key header is missing.' },
  badKey: { zh: '请求编号应为 8 到 120 个可见字符。', en: 'The Idempotency-Key must be 8 to 120 visible characters.' },
  badReference: {
    zh: '所指的人员、文件或项目不存在或不能用于此处。',
    en: 'A person, file or item named here does not exist or may not be used here.',
  },
  notAuthorised: { zh: '该联系人没有此项授权。', en: 'This contact does not hold the authority this needs.' },
  malformed: { zh: '请求格式不对。', en: 'The request is malformed.' },
  notStorable: { zh: '文字中含有不能保存的字符。', en: 'The text contains characters that cannot be stored.' },
  tooLarge: { zh: '内容太大。', en: 'The content is too large.' },
  wrongType: { zh: '内容类型不对。', en: 'Unsupported content type.' },
  badUpload: { zh: '文件与其名称或类型不符，或已损坏。', en: 'The file is not what it says it is, or it is damaged.' },
  crossSite: { zh: '来自其他网站的请求被拒绝。', en: 'Requests from other sites are refused.' },
  methodNotAllowed: { zh: '不支持此方法。', en: 'Method not allowed.' },
  slow: { zh: '请求太多，请稍后再试。', en: 'Too many requests. Please try again later.' },
  busy: { zh: '系统繁忙，请稍后再试。', en: 'The system is busy. Please try again in a moment.' },
  unavailable: {
    zh: '数据库暂时不可用，内容没有保存，请稍后再试。',
    en: 'The database is not available right now; nothing was saved. Please try again shortly.',
  },
  storageFull: {
    zh: '磁盘空间已满，内容没有保存。请联系系统管理员清理空间。',
    en: 'The disk is full; nothing was saved. Please ask the administrator to free some space.',
  },
  failed: { zh: '出了意外，内容没有保存。', en: 'Something unexpected happened; nothing was saved.' },
} as const satisfies Record<string, Both>

/** Faults of a single field, by the code `problemsOf` gives; `{minimum}` and `{maximum}` are filled in. */
export const faultWords: Readonly<Record<string, Both>> = {
  required: { zh: '必填', en: 'required' },
  invalid_type: { zh: '类型不对或未填', en: 'missing or of the wrong type' },
  invalid_value: { zh: '不是可选的值', en: 'not one of the choices' },
  invalid_format: { zh: '格式不对', en: 'wrong format' },
  invalid_union: { zh: '内容不完整', en: 'incomplete' },
  unrecognized_keys: { zh: '有不认识的栏目', en: 'has unknown fields' },
  too_small: { zh: '太小或太短（至少 {minimum}）', en: 'too small or too short (at least {minimum})' },
  too_big: { zh: '太大或太长（至多 {maximum}）', en: 'too large or too long (at most {maximum})' },
  notStorable: { zh: '含有不能保存的字符', en: 'contains characters that cannot be stored' },
  notAPhone: { zh: '不像电话号码', en: 'does not look like a telephone number' },
  notANumber: { zh: '不像单号', en: 'does not look like the number of a slip' },
  notAQuantity: { zh: '数量应为正数，最多三位小数', en: 'a positive quantity with at most three decimals' },
  absurdDate: { zh: '日期不合情理', en: 'an absurd date' },
  unexpected: { zh: '此项不需要填写内容', en: 'nothing is asked here' },
  endsBeforeStart: { zh: '结束早于开始', en: 'ends before it starts' },
  inThePast: { zh: '时间已过', en: 'already past' },
  inTheFuture: { zh: '时间还没有到', en: 'still in the future' },
}
