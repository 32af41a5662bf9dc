import type { Both } from '#lib/language.ts'

/** Words every printed case shares (domain §1.5, §1.6, §2.30). */
export const printWords = {
  number: { zh: '编号', en: 'No.' },
  version: { zh: '版本', en: 'version' },
  pageOf: { zh: '第 {page} 页 共 {pages} 页', en: 'Page {page} of {pages}' },
  printed: { zh: '打印', en: 'Printed' },
  void: { zh: '作废', en: 'VOID' },
  reprint: { zh: '补打', en: 'Reprint' },
  handed: { zh: '已送达/签收', en: 'Delivered' },
  correction: {
    zh: '更正 {field}：{before} → {after}（{who} {at}；{reason}）',
    en: 'Corrected {field}: {before} → {after} ({who} {at}; {reason})',
  },
  copy: { zh: '副联', en: 'Copy' },
  ordinals: [
    { zh: '第一联', en: 'Copy 1' },
    { zh: '第二联', en: 'Copy 2' },
    { zh: '第三联', en: 'Copy 3' },
    { zh: '第四联', en: 'Copy 4' },
  ],
  stub: { zh: '存根', en: 'stub' },
  colours: {
    white: { zh: '白', en: 'white' },
    yellow: { zh: '黄', en: 'yellow' },
    red: { zh: '红', en: 'red' },
    green: { zh: '绿', en: 'green' },
  },
  customer: { zh: '客户名称', en: 'Customer' },
  commonArea: { zh: '公共区域', en: 'Common area' },
  unit: { zh: '楼座-单元', en: 'Building and unit' },
  state: { zh: '当前状态', en: 'State' },
  openedAt: { zh: '填单时间', en: 'Opened' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
} as const satisfies Record<string, Both | readonly Both[] | Record<string, Both>>

/** Columns of an exported register. */
export const sheetWords = {
  departments: { zh: '责任部门', en: 'Departments' },
  number: { zh: '单号', en: 'Number' },
  openedAt: { zh: '时间', en: 'Opened' },
  customer: { zh: '客户', en: 'Customer' },
  unit: { zh: '单元', en: 'Unit' },
  title: { zh: '内容', en: 'Content' },
  category: { zh: '类别', en: 'Category' },
  priority: { zh: '优先级', en: 'Priority' },
  state: { zh: '状态', en: 'State' },
  owner: { zh: '客服助理', en: 'Assistant' },
  assignee: { zh: '经办人', en: 'Assigned to' },
  dueAt: { zh: '时限', en: 'Due' },
  closedAt: { zh: '结束时间', en: 'Closed' },
} as const satisfies Record<string, Both>
