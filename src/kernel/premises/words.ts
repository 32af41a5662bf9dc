import type { Both } from '#lib/language.ts'

export const premisesWords = {
  customerKinds: {
    tenant: { zh: '租户', en: 'Tenant' },
    owner: { zh: '业主自用', en: 'Owner-occupier' },
    commercial: { zh: '商业', en: 'Commercial' },
    hotel: { zh: '酒店', en: 'Hotel' },
    theatre: { zh: '剧院', en: 'Theatre' },
    temporary: { zh: '临时', en: 'Temporary' },
  },
  languages: { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' }, both: { zh: '双语', en: 'Both' } },
  tenancyStates: {
    coming: { zh: '待入住', en: 'Coming' },
    running: { zh: '在租', en: 'Running' },
    ended: { zh: '已退租', en: 'Ended' },
  },
  restorations: {
    restore: { zh: '须恢复原状', en: 'To be restored' },
    keep: { zh: '可保留', en: 'May stay as it is' },
    negotiable: { zh: '协商', en: 'To be agreed' },
  },
  unitUses: {
    office: { zh: '办公', en: 'Office' },
    commercial: { zh: '商业', en: 'Commercial' },
    hotel: { zh: '酒店', en: 'Hotel' },
    theatre: { zh: '剧院', en: 'Theatre' },
  },
  gaps: {
    authorised: { zh: '缺授权负责人', en: 'No authorised person' },
    emergency: { zh: '紧急联系人不足两名', en: 'Fewer than two emergency contacts' },
    fireSafety: { zh: '缺消防安全负责人', en: 'Nobody named for fire safety' },
  },
  worst: {
    overdue: { zh: '超时', en: 'Overdue' },
    P1: { zh: '紧急', en: 'P1' },
    P2: { zh: '较急', en: 'P2' },
    open: { zh: '处理中', en: 'Open' },
  },
  vacant: { zh: '空置', en: 'Vacant' },
} as const satisfies Record<string, Both | Readonly<Record<string, Both>>>

export const premisesRefusals = {
  unitTaken: { zh: '该单元在这段租期内已租给其他客户。', en: 'A unit is let to somebody else in that time.' },
  unitUnknown: { zh: '没有这个单元。', en: 'There is no such unit.' },
  contractTaken: { zh: '该客户已有同号租赁合同。', en: 'This customer already has a contract of that number.' },
  endsBeforeStart: { zh: '止租日早于起租日。', en: 'The lease ends before it starts.' },
  tenancyEnded: { zh: '该租约已退租，不能再改。', en: 'This tenancy has ended and can no longer be changed.' },
  notAnAssistant: {
    zh: '客户只能交给在职的客服助理负责。',
    en: 'Customers belong to an active customer service assistant.',
  },
} as const satisfies Record<string, Both>
