/** Repairs by HTTP, as the desks do them: opened, moved step by step, read. A step that is refused throws what was answered. */
import sharp from 'sharp'
import type { CaseView, EscalationRow } from '#kernel/process/view.ts'
import type { Answer, Somebody, TestHouse, tenants } from './house.ts'

/** What a reporter says on the telephone; ten o'clock to eleven of the test house's Monday is agreed. */
export const report = (more: object = {}) => ({
  channel: 'phone',
  area: 'customer',
  location: '1701 前厅',
  category: 'airCon',
  problem: '出风口有异响',
  priority: 'P3',
  reporterName: '秦澜',
  reporterPhone: '19900001234',
  appointmentStart: '2026-11-23T02:00:00.000Z',
  appointmentEnd: '2026-11-23T03:00:00.000Z',
  ...more,
})

export const png = await sharp({ create: { width: 240, height: 120, channels: 3, background: '#fff' } })
  .composite([
    {
      input: Buffer.from(
        '<svg width="240" height="120"><path d="M20 90 L120 20 L220 90" stroke="#000" fill="none"/></svg>',
      ),
    },
  ])
  .png()
  .toBuffer()

export const scores = { timeliness: 5, attitude: 5, quality: 4, fee: 5 }
export const callBack = {
  how: 'phone',
  spokeWith: '秦澜',
  conclusion: 'satisfied',
  ...scores,
  opinion: '好',
  handling: '',
}
export const finished = { workDone: '更换轴承', workMinutes: 35, labour: [], materials: [], photos: [] }

export interface Desk {
  /** opens a slip of a company of the cast and gives its number */
  open(who: Somebody, more?: object, company?: keyof typeof tenants | null): Promise<string>
  /** one step with the version that is current, and the case after it */
  step(who: Somebody, number: string, action: string, input?: unknown): Promise<CaseView>
  read(who: Somebody, number: string): Promise<CaseView>
  version(number: string): Promise<number>
  /** an upload that waits to be attached; gives its id */
  upload(who: Somebody, as?: 'photo' | 'signature', bytes?: Buffer): Promise<string>
  /** the inbox of this person: the events told of this case */
  told(who: Somebody, number: string): Promise<string[]>
  escalations(number: string): Promise<readonly EscalationRow[]>
}

export function deskOf(here: TestHouse): Desk {
  const fine = <Shown = CaseView>(what: string, answer: Answer, status: number): Shown => {
    if (answer.status !== status) throw new Error(`${what}: ${answer.status} ${answer.text}`)
    return answer.body as unknown as Shown
  }
  const version = async (number: string): Promise<number> => {
    const row = await here.house.database.asHouse((tx) =>
      tx.selectFrom('cases').select('version').where('number', '=', number).executeTakeFirstOrThrow(),
    )
    return row.version
  }
  return {
    version,
    async open(who, more = {}, company = 'chengji') {
      const mine = { chengji: '1-1701', fengyao: '1-1707' } as const
      const header =
        company === null
          ? { customerId: null, unitId: null, contactId: null }
          : { customerId: here.customer[company], unitId: here.unit[mine[company]] ?? null, contactId: null }
      const answer = await here.ask(who, 'POST', '/api/repair', { header, input: report(more) })
      return fine(`${who} opens`, answer, 201).number
    },
    async step(who, number, action, input) {
      const body = { version: await version(number), ...(input === undefined ? {} : { input }) }
      const answer = await here.ask(who, 'POST', `/api/repair/${number}/${action}`, body)
      return fine(`${who}: ${action} ${number}`, answer, 200)
    },
    read: async (who, number) =>
      fine(`${who} reads ${number}`, await here.ask(who, 'GET', `/api/repair/${number}`), 200),
    async upload(who, as = 'photo', bytes = png) {
      const answer = await here.send(who, multipart(`/api/files?as=${as}`, 'picture.png', bytes))
      return fine<{ id: string }>(`${who} uploads`, answer, 201).id
    },
    async told(who, number) {
      const rows = await here.house.database.asHouse((tx) =>
        tx
          .selectFrom('inbox')
          .innerJoin('cases', 'cases.id', 'inbox.case_id')
          .select('event')
          .where('person_id', '=', here.id[who])
          .where('cases.number', '=', number)
          .orderBy('inbox.id')
          .execute(),
      )
      return rows.map(({ event }) => event)
    },
    async escalations(number) {
      return (await this.read('lin', number)).escalations
    },
  }
}

/** One file as a browser sends it. */
export function multipart(url: string, name: string, bytes: Uint8Array, headers: Record<string, string> = {}) {
  const boundary = 'desk-boundary-7d1f'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return {
    method: 'POST' as const,
    url,
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'idempotency-key': crypto.randomUUID(),
      ...headers,
    },
  }
}

/** A repair that costs something, finished and signed: up to the state asked for. */
export async function charged(
  here: TestHouse,
  upTo: 'done' | 'called' | 'billed',
  opener: Somebody = 'lu',
): Promise<string> {
  const desk = deskOf(here)
  const soon = (minutes: number) => new Date(Date.parse(here.house.now()) + minutes * 60_000).toISOString()
  const times = { appointmentStart: soon(1), appointmentEnd: soon(60) }
  const number = await desk.open(opener, {
    category: 'power',
    pricing: 'chargeable',
    problem: '插座面板松动',
    ...times,
  })
  await desk.step('lu', number, 'quote', { lines: [{ code: 'R04', quantity: '2' }], estimateFen: 5000 })
  await desk.step('lu', number, 'agree', { how: 'phone', contact: here.id.qin, agreedFen: 9000 })
  await desk.step('lu', number, 'deliver', {})
  await desk.step('wang', number, 'receive')
  await desk.step('wang', number, 'accept', {})
  await desk.step('wang', number, 'arrive', { companion: here.id.ye })
  await desk.step('wang', number, 'begin')
  const materials = [{ name: '面板', unit: '个', quantity: '2', unitFen: 2500 }]
  await desk.step('wang', number, 'finish', { ...finished, labour: [{ code: 'R04', quantity: '2' }], materials })
  if (upTo === 'done') return number
  await desk.step('qin', number, 'sign', { signatureMethod: 'platform', signedBy: '秦澜', satisfaction: 'satisfied' })
  await desk.step('lu', number, 'callBack', callBack)
  if (upTo === 'billed') await desk.step('lu', number, 'bill', { payment: 'now' })
  return number
}
