// The tests of a new module: its rules without a database, and one case through the door from the desk to the file.

export const camel = (name) => name.replace(/-([a-z0-9])/g, (_all, letter) => letter.toUpperCase())
export const pascal = (name) => camel(name).replace(/^./, (letter) => letter.toUpperCase())
export const title = (name) => name.replace(/-/g, ' ').replace(/^./, (letter) => letter.toUpperCase())
export const tableOf = (name) => `${name.replace(/-/g, '_')}_slips`

const report = `{
  subject: '一件事',
  details: '详细说明',
  reporterName: '王先生',
  reporterPhone: '13000000000',
  urgency: 'normal',
}`

/** File name → text. */
export function testsOf(name, prefix) {
  const process = camel(name)
  return {
    'process.test.ts': `import { describe, expect, test } from 'vitest'
import { decide, decideOpening } from '#kernel/process/decide.ts'
import { faults } from '#kernel/process/faults.ts'
import { momentOf, somebody } from '#test/moment.ts'
import { ${process} } from './process.ts'

const parameters = { '${name.replace(/-/g, '')}.respond_minutes': 60 }
const as = (role: Parameters<typeof somebody>[0]) => momentOf({ actor: somebody(role), parameters })
const report = ${report}

function opened() {
  const opening = decideOpening(${process}, report, as('CSA'))
  if ('why' in opening) throw new Error(opening.why)
  return { state: 'registered', slip: opening.slip }
}

describe('${name}', () => {
  test('the definition is sound', () => expect(faults(${process})).toEqual([]))

  test('step 2 to 4: begun, finished, closed', () => {
    const begun = decide(${process}, opened(), 'begin', undefined, as('CSA'))
    if ('why' in begun) throw new Error(begun.why)
    const done = decide(${process}, { state: begun.to, slip: begun.slip }, 'finish', { result: '办好了' }, as('CSA'))
    if ('why' in done) throw new Error(done.why)
    const closed = decide(${process}, { state: done.to, slip: done.slip }, 'close', undefined, as('CSA'))
    expect(closed).toMatchObject({ to: 'closed' })
  })

  test('nothing is closed without a result', () => {
    const slip = { ...opened().slip, result: null }
    expect(decide(${process}, { state: 'done', slip }, 'close', undefined, as('CSA'))).toEqual({ why: 'needs', missing: ['resultWritten'] })
  })

  test('engineering has no part in it', () => {
    expect(decide(${process}, opened(), 'begin', undefined, as('ENG'))).toEqual({ why: 'notYours' })
  })
})
`,
    'walk.server.test.ts': `import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseRow, CaseView, Page, Queue } from '#kernel/process/view.ts'
import { type Somebody, type TestHouse, testHouse } from '#test/house.ts'

/* One case through the HTTP door, each step by the role that takes it, and on paper. */

let here: TestHouse
beforeAll(async () => {
  here = await testHouse()
})
afterAll(() => here.close())

const report = ${report}

async function ask<Answer>(who: Somebody, method: 'GET' | 'POST', path: string, status: number, body?: unknown) {
  const answer = await here.ask(who, method, path, body)
  expect(answer.status, answer.text).toBe(status)
  return answer.body as unknown as Answer
}

async function opened(who: Somebody): Promise<CaseView> {
  const header = { customerId: here.customer.chengji, unitId: here.unit['1-1701'] ?? null, contactId: null }
  return ask<CaseView>(who, 'POST', '/api/${name}', 201, { header, input: report })
}

const step = ({ number, version }: CaseView, who: Somebody, action: string, status = 200, input?: unknown) =>
  ask<CaseView>(who, 'POST', \`/api/${name}/\${number}/\${action}\`, status, { version, ...(input ? { input } : {}) })

test('from the desk to the file, and on paper', async () => {
  const registered = await opened('lu')
  expect(registered.number).toMatch(/^${prefix}-2026-\\d{4}$/)
  expect(registered).toMatchObject({ state: 'registered', slip: report })
  const queue = await ask<Queue>('lu', 'GET', '/api/queue?scope=team', 200)
  expect(queue.items.map((row) => row.number)).toContain(registered.number)
  await step(registered, 'wang', 'begin', 404)

  const begun = await step(registered, 'lu', 'begin')
  expect(begun).toMatchObject({ state: 'inProgress', slip: { handledBy: '陆思远' } })
  const paper = await here.ask('lu', 'GET', \`/api/${name}/\${begun.number}/paper/paper.pdf\`)
  expect(paper.status, paper.text).toBe(200)
  expect(paper.text.startsWith('%PDF-')).toBe(true)

  const done = await step(begun, 'lu', 'finish', 200, { result: '办好了' })
  const closed = await step(done, 'he', 'close')
  expect(closed).toMatchObject({ state: 'closed', slip: { result: '办好了' } })
  const register = await ask<Page<CaseRow>>('lin', 'GET', '/api/${name}', 200)
  expect(register.items.map((row) => [row.number, row.state])).toEqual([[registered.number, 'closed']])
})

test('another company learns nothing of it', async () => {
  const own = await opened('tao')
  await ask('tao', 'GET', \`/api/${name}/\${own.number}\`, 200)
  await ask('bai', 'GET', \`/api/${name}/\${own.number}\`, 404)
  await step(own, 'tao', 'begin', 403)
})

test('a promise not kept is told to the supervisor', async () => {
  const late = await opened('lu')
  await here.pass(61)
  const { escalations } = await ask<CaseView>('lin', 'GET', \`/api/${name}/\${late.number}\`, 200)
  expect(escalations.map(({ cause, role }) => [cause, role])).toEqual([['respond', 'CSS']])
})
`,
  }
}
