import type { Tx } from '#kernel/database/database.ts'
import { putAccount, type WayIn } from '#kernel/people/server/accounts.ts'
import { lettersOf, spelled } from '#kernel/people/server/pinyin.ts'
import { addStaff, type StaffInput } from '#kernel/people/server/staff-writes.ts'
import type { Actor, StaffRole } from '#kernel/process/roles.ts'
import type { IsoInstant } from '#lib/time.ts'

/* The 45 members of staff with their superiors (domain §12.3). Every name is invented. */

interface Member {
  readonly name: string
  readonly roles: readonly StaffRole[]
  readonly department: StaffInput['department']
  readonly superior: string | null
  readonly post: string
  readonly trade: string
}

type Group = readonly [
  names: string,
  roles: readonly StaffRole[],
  department: StaffInput['department'],
  superior: string | null,
  post: string,
]

/** A name may carry its trade after a colon. */
const groups: readonly Group[] = [
  ['周启明', ['GM'], 'company', null, '总经理'],
  ['沈维岳', ['PM'], 'project', '周启明', '项目经理'],
  ['林若溪', ['CSM'], 'customerService', '沈维岳', '客服部经理'],
  ['何景川 唐婉清', ['CSS'], 'customerService', '林若溪', '客服主管'],
  [
    '陆思远:1号楼4–9层 苏瑾:1号楼10–15层 韩宁:1号楼16–20层 江一帆:2号楼4–11层 白露:2号楼12–18层、商业及3、4号楼',
    ['CSA'],
    'customerService',
    '何景川',
    '客服助理',
  ],
  ['叶舒 程果 毛雨 邹颖', ['REC'], 'customerService', '唐婉清', '前台接待员'],
  ['方静 段梅 石磊', ['OPR'], 'customerService', '唐婉清', '总机话务员'],
  ['马小川 宋佳', ['MAIL'], 'customerService', '唐婉清', '邮件分拣员'],
  ['罗晴 谢云', ['MTG'], 'customerService', '唐婉清', '会议服务员'],
  ['丁香', ['BCC'], 'customerService', '何景川', '商务中心文员'],
  ['贺敏', ['CANT', 'ARC'], 'customerService', '何景川', '餐厅监督员兼档案管理员'],
  ['高建平', ['ENGM'], 'engineering', '沈维岳', '工程部经理'],
  [
    '王志勇:强电 李卫东:暖通 张德海:给排水 刘洪:弱电 陈立:综合 赵亮:综合 孙伟:综合 吴强:综合',
    ['ENG'],
    'engineering',
    '高建平',
    '工程维修工',
  ],
  ['郭铁军', ['SECM'], 'security', '沈维岳', '安保部经理'],
  ['冯涛 蒋宏 魏东 邓超 曹阳', ['SEC'], 'security', '郭铁军', '安保员'],
  ['付玉兰', ['CLNM'], 'cleaning', '沈维岳', '环境主管'],
  ['徐明慧', ['FINM'], 'finance', '周启明', '计划财务部经理'],
  ['姚琳 汪洁', ['FIN'], 'finance', '徐明慧', '收费员'],
  ['邱诚', ['LEA'], 'leasing', '周启明', '租赁专员'],
  ['袁芳', ['HR'], 'hr', '周启明', '人事专员'],
  ['彭博文', ['SYS'], 'it', '周启明', '系统管理员'],
]

export const members: readonly Member[] = groups.flatMap(([names, roles, department, superior, post]) =>
  names.split(' ').map((named) => {
    const [name = '', trade = ''] = named.split(':')
    return { name, roles, department, superior, post, trade }
  }),
)

/** Staff by name, as they act. */
export type Staff = ReadonlyMap<string, Actor & { readonly id: string }>

/** 周启明 → Zhou Qiming; a surname of one sign. */
export function inLetters(name: string): string {
  const [surname = '', ...given] = Array.from(name)
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
  return [surname, given.join('')].map((part) => capital(spelled(part, 'person').pinyin)).join(' ')
}

export interface SignIn {
  readonly role: string
  readonly name: string
  readonly login: string
}

/** Puts everybody in with an account behind the one password; returns who they are and how each signs in. */
export async function putStaff(
  tx: Tx,
  way: WayIn,
  at: IsoInstant,
): Promise<{ readonly staff: Staff; readonly signIns: readonly SignIn[] }> {
  const staff = new Map<string, Actor & { readonly id: string }>()
  const signIns: SignIn[] = []
  for (const [place, member] of members.entries()) {
    const { name, roles, department, post, trade } = member
    const login = lettersOf(spelled(name, 'person').pinyin)
    const { id } = await addStaff(
      tx,
      null,
      {
        name,
        nameEn: inLetters(name),
        phone: `199-0000-${String(place + 1).padStart(4, '0')}`,
        email: `${login}@example.com`,
        language: 'zh',
        department,
        post,
        trade,
        staffNumber: `GD${String(place + 1).padStart(3, '0')}`,
        superiorId: member.superior === null ? null : staffNamed(staff, member.superior).id,
        login,
      },
      at,
    )
    await putAccount(tx, id, way, at)
    await tx
      .insertInto('person_roles')
      .values(roles.map((role) => ({ person_id: id, role, granted_at: at })))
      .execute()
    staff.set(name, { kind: 'staff', id, name, roles, customerId: null, guestTokenHash: null })
    for (const role of roles) signIns.push({ role, name, login })
  }
  return { staff, signIns }
}

export function staffNamed(staff: Staff, name: string): Actor & { readonly id: string } {
  const found = staff.get(name)
  if (found === undefined) throw new Error(`nobody here is called ${name}`)
  return found
}

/** The first holder of a role. */
export function staffWith(staff: Staff, role: StaffRole): Actor & { readonly id: string } {
  const found = [...staff.values()].find((one) => one.roles.includes(role))
  if (found === undefined) throw new Error(`nobody here is ${role}`)
  return found
}
