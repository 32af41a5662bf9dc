import type { Tx } from '#kernel/database/database.ts'
import { putAccount, putLoginNames, type WayIn } from '#kernel/people/server/accounts.ts'
import { addContact, type ContactInput, setContactRoles } from '#kernel/people/server/contacts.ts'
import { lettersOf, spelled } from '#kernel/people/server/pinyin.ts'
import { addCustomer, addTenancy, handTo } from '#kernel/premises/server/customer-writes.ts'
import type { Actor, TenantRole } from '#kernel/process/roles.ts'
import { daysBetween, type IsoDate, type IsoInstant, plusDays } from '#lib/time.ts'
import { baseDate, bilingual, customerList, payAtOnce, vips } from './customer-list.ts'
import { inLetters, type SignIn, type Staff, staffNamed } from './people.ts'
import type { Chance } from './random.ts'

/** A company as the repairs of the sample need it. */
export interface Tenant {
  readonly code: string
  readonly name: string
  readonly id: string
  readonly assistant: Actor & { readonly id: string }
  readonly units: readonly { readonly code: string; readonly id: string }[]
  readonly starts: IsoDate
  readonly headcount: number
  readonly monthly: boolean
  readonly people: readonly Contact[]
}

export interface Contact {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly authorised: boolean
  /** as he acts in the portal, when he has an account */
  readonly actor: Actor | null
}

/** 1-1901~08 stands for eight units. */
export function unitsOf(text: string): string[] {
  return text.split(' ').flatMap((part) => {
    const [first = '', last] = part.split('~')
    if (last === undefined) return [first]
    const from = Number(first.slice(-2))
    return Array.from(
      { length: Number(last) - from + 1 },
      (_, at) => `${first.slice(0, -2)}${String(from + at).padStart(2, '0')}`,
    )
  })
}

const shortName = (name: string): string =>
  name
    .replace(/^北京/, '')
    .replaceAll(/（[^）]*）/g, '')
    .replace(/(股份)?有限公司/, '')

/** Whose portfolio a unit lies in (§12.3). */
function assistantOf(unit: string): string {
  const [building, rest = ''] = unit.split('-')
  const floor = Number(rest.slice(0, 2))
  if (building === '1' && floor >= 4) return floor <= 9 ? '陆思远' : floor <= 15 ? '苏瑾' : '韩宁'
  return building === '2' && floor >= 4 && floor <= 11 ? '江一帆' : '白露'
}

function kindOf(unit: string, floor: number): 'tenant' | 'commercial' | 'hotel' | 'theatre' {
  if (unit.startsWith('3')) return 'hotel'
  if (unit.startsWith('4')) return 'theatre'
  return floor < 4 ? 'commercial' : 'tenant'
}

const restorations = ['restore', 'keep', 'negotiable'] as const

interface Setting {
  readonly staff: Staff
  readonly units: ReadonlyMap<string, string>
  readonly way: WayIn
  readonly luck: Chance
  readonly today: IsoDate
  /** when they were entered */
  readonly at: IsoInstant
}

/** Puts the 60 companies in; leases keep their distance from today that §12.4 gives them from its base date. */
export async function putCustomers(
  tx: Tx,
  setting: Setting,
): Promise<{ readonly tenants: readonly Tenant[]; readonly signIns: readonly SignIn[] }> {
  const tenants: Tenant[] = []
  const signIns: SignIn[] = []
  const shift = daysBetween(baseDate, setting.today)
  const names = new Set<string>()
  for (const [place, line] of customerList.entries()) {
    const [name = '', nameEn = '', trade = '', units = '', first = '', last = '', people = ''] = line.split('|')
    const code = `T${String(place + 1).padStart(3, '0')}`
    const codes = unitsOf(units)
    const unit = codes[0] ?? ''
    const luck = setting.luck.branch(code)
    const monthly = !payAtOnce.includes(code)
    const { id } = await addCustomer(
      tx,
      {
        name,
        shortName: shortName(name),
        nameEn,
        trade,
        kind: kindOf(unit, Number(unit.slice(2, 4))),
        vip: vips.includes(code),
        headcount: Number(people),
        language: bilingual.includes(code) ? 'both' : 'zh',
        phone: `199-0000-${9000 + place + 1}`,
        address: '',
        creditCode: null,
        note: '',
        monthlyBilling: monthly,
      },
      setting.at,
    )
    const assistant = staffNamed(setting.staff, assistantOf(unit))
    await handTo(tx, code, assistant.id)
    const [starts, ends] = [plusDays(first, shift), plusDays(last, shift)]
    const contract = `HT-${starts.slice(0, 4)}-${code}`
    const restoration = luck.pick(restorations)
    await addTenancy(tx, code, { contract, starts, ends, restoration, units: codes }, setting.today, setting.at)
    const contacts = await putContacts(
      tx,
      { ...setting, luck, names },
      { id, code, place, english: bilingual.includes(code) },
    )
    signIns.push(...contacts.signIns)
    tenants.push({
      code,
      name,
      id,
      assistant,
      units: codes.map((one) => ({ code: one, id: setting.units.get(one) ?? '' })),
      starts,
      headcount: Number(people),
      monthly,
      people: contacts.people,
    })
  }
  return { tenants, signIns }
}

const surnames = Array.from(
  '王李张刘陈杨赵黄周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚',
)
const given =
  '子墨 雨桐 浩然 欣怡 思远 梓萱 俊杰 诗涵 宇轩 佳琪 明哲 晓彤 志远 婉如 文博 雅静 天宇 梦瑶 建国 丽华 海涛 秀英 立新 静怡 博文 若兰 嘉伟 可欣 云飞 书瑶 承志 依诺 国栋 语嫣 景行 知夏 一鸣 清扬 望舒 怀瑾 乐之 南星 松年 临风 安然 牧之 青禾 维桢'.split(
    ' ',
  )

type Authority = ContactInput['authorities'][number]
interface Post {
  readonly title: string
  readonly authorities: readonly Authority[]
  readonly roles: readonly TenantRole[]
}
/** What two to five people of a company are there for (§1.9: one authorised, two for emergencies, one for fire safety). */
const posts: readonly Post[] = [
  { title: '行政经理', authorities: ['authorised', 'administration', 'emergency', 'release'], roles: ['TADM'] },
  { title: '行政专员', authorities: ['administration', 'emergency', 'fireSafety', 'recipient'], roles: ['TUSR'] },
  { title: '财务主管', authorities: ['finance'], roles: ['TFIN'] },
  { title: '前台', authorities: ['recipient'], roles: ['TUSR'] },
  { title: '员工', authorities: [], roles: [] },
]

async function putContacts(
  tx: Tx,
  { luck, names, way, at }: Setting & { readonly names: Set<string> },
  of: { readonly id: string; readonly code: string; readonly place: number; readonly english: boolean },
): Promise<{ readonly people: readonly Contact[]; readonly signIns: readonly SignIn[] }> {
  const people: Contact[] = []
  const signIns: SignIn[] = []
  for (const [place, post] of posts.slice(0, luck.between(2, 5)).entries()) {
    const name = freshName(luck, names)
    const phone = `199-0000-${1001 + of.place * 10 + place}`
    const login = `${lettersOf(spelled(name, 'person').pinyin)}.${of.code.toLowerCase()}@example.com`
    const id = await addContact(
      tx,
      of.id,
      {
        name,
        nameEn: inLetters(name),
        title: post.title,
        phone,
        landline: '',
        email: login,
        language: of.english && place < 2 ? 'en' : 'zh',
        authorities: post.authorities,
      },
      at,
    )
    const roles = post.title === '前台' && luck.often(0.5) ? [] : post.roles
    if (roles.length > 0) {
      await putAccount(tx, id, way, at)
      await putLoginNames(tx, id, { chosen: null, phone, email: login })
      await setContactRoles(tx, null, id, roles, at)
      for (const role of roles) signIns.push({ role, name, login })
    }
    people.push({
      id,
      name,
      phone,
      authorised: post.authorities.includes('authorised'),
      actor: roles.length === 0 ? null : { kind: 'customer', id, name, roles, customerId: of.id, guestTokenHash: null },
    })
  }
  return { people, signIns }
}

function freshName(luck: Chance, taken: Set<string>): string {
  for (;;) {
    const name = luck.pick(surnames) + luck.pick(given)
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}
