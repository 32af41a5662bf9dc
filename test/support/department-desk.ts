/** Cases of any process by HTTP: opened, moved step by step, read. A step that is refused throws what was answered. */
import type { CaseView } from '#kernel/process/view.ts'
import type { Answer, Somebody, TestHouse } from './house.ts'
import { deskOf } from './repair-desk.ts'

export interface DepartmentDesk {
  /** opens a case of no customer, in unit 1-1701, and gives its number */
  open(who: Somebody, input: object): Promise<string>
  step(who: Somebody, number: string, action: string, input?: unknown): Promise<CaseView>
  /** the same without expecting that it goes well */
  ask(who: Somebody, number: string, action: string, input?: unknown): Promise<Answer>
  read(who: Somebody, number: string): Promise<CaseView>
  /** what has reached this person's inbox about the case, once everything is delivered */
  told(who: Somebody, number: string): Promise<string[]>
  upload(who: Somebody): Promise<string>
  /** `cause ROLE level`, as they were raised */
  raised(number: string): Promise<string[]>
  /** numbers in this person's queue */
  queue(who: Somebody): Promise<string[]>
}

export function departmentDesk(here: TestHouse, process: string): DepartmentDesk {
  const repair = deskOf(here)
  const fine = (what: string, answer: Answer, status: number): CaseView => {
    if (answer.status !== status) throw new Error(`${what}: ${answer.status} ${answer.text}`)
    return answer.body as unknown as CaseView
  }
  const desk: DepartmentDesk = {
    async open(who, input) {
      const header = { customerId: null, unitId: here.unit['1-1701'] ?? null, contactId: null }
      return fine(`${who} opens`, await here.ask(who, 'POST', `/api/${process}`, { header, input }), 201).number
    },
    async ask(who, number, action, input) {
      const body = { version: await repair.version(number), ...(input === undefined ? {} : { input }) }
      return here.ask(who, 'POST', `/api/${process}/${number}/${action}`, body)
    },
    step: async (who, number, action, input) =>
      fine(`${who}: ${action} ${number}`, await desk.ask(who, number, action, input), 200),
    read: async (who, number) =>
      fine(`${who} reads ${number}`, await here.ask(who, 'GET', `/api/${process}/${number}`), 200),
    async told(who, number) {
      await here.pass(0)
      return (await repair.told(who, number)).map((event) => event.replace(`${process}.`, ''))
    },
    upload: (who) => repair.upload(who),
    raised: async (number) =>
      (await desk.read('shen', number)).escalations.map(({ cause, role, level }) => `${cause} ${role} ${level}`),
    async queue(who) {
      const { body } = await here.ask(who, 'GET', '/api/queue')
      return (body['items'] as { number: string }[]).map(({ number }) => number)
    },
  }
  return desk
}
