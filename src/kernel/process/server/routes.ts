import { z } from 'zod'
import { type AnyRoute, type Policy, route } from '#kernel/http/server/route.ts'
import type { LoadedModule } from '#kernel/http/server/house.ts'
import { write } from '#kernel/http/server/write.ts'
import { builtInInputs } from './built-in.ts'
import { list, type Process } from '../define.ts'
import type { RegisterQuery } from '../view.ts'
import { act } from './act.ts'
import { caseView } from './case-view.ts'
import { open } from './open.ts'
import { register } from './register.ts'
import { caseAnswer, CaseRowAnswer, NumberParam, PageAnswer, RegisterParams } from './schemas.ts'
import { duplicateDays, similar } from './similar.ts'

/*
 * One plain route for each action of each process, made from the definition, so that the API document reads like the
 * department's plan. The input is checked by the rulebook itself, after state and role: a stranger learns nothing from it.
 */

const Header = z
  .object({ customerId: z.uuid().nullable(), unitId: z.uuid().nullable(), contactId: z.uuid().nullable() })
  .strict()
const Body = z
  .object({
    version: z.int().min(1).max(2_000_000_000),
    input: z.unknown().optional(),
    despite: z.unknown().optional(),
  })
  .strict()

/** Said in the API document; the door itself reads whatever comes. */
const despite = z
  .string()
  .optional()
  .meta({ description: 'why a text goes out against the warning of the phrase book (refusal `taboo`)' })

export function processRoutes(modules: readonly LoadedModule[]): AnyRoute[] {
  return modules.flatMap((module) => [...readingRoutes(module), openingRoute(module), ...actionRoutes(module)])
}

/** One schema a process, however many routes answer with it: the API document then names it once. */
const answers = new Map<Process, ReturnType<typeof caseAnswer>>()
function answerOf(process: Process): ReturnType<typeof caseAnswer> {
  const known = answers.get(process) ?? caseAnswer(process.slip.partial())
  answers.set(process, known)
  return known
}

const seers = ({ sight }: Process): Policy =>
  [...sight.all, ...(sight.department ?? []), ...sight.company, ...sight.own].filter((role) => role !== 'GUEST')

function readingRoutes(module: LoadedModule): AnyRoute[] {
  const { process, words } = module
  const { name } = process
  return [
    route({
      method: 'GET',
      path: `/api/${name}`,
      policy: seers(process),
      tag: name,
      id: `${name}.register`,
      summary: `${words.paper.en}: the register, newest first`,
      query: RegisterParams,
      answer: PageAnswer,
      handle: ({ actor, query }, house) =>
        house.database.as(actor, (tx) => register(tx, house, module, query as RegisterQuery, actor)),
    }),
    ...(process.parameters.some(({ key }) => key === duplicateDays(process)) ? [similarRoute(module)] : []),
    route({
      method: 'GET',
      path: `/api/${name}/:number`,
      policy: seers(process),
      tag: name,
      id: `${name}.show`,
      summary: `${words.paper.en}: one case as its reader may see it, with what he can do next`,
      params: NumberParam,
      answer: answerOf(process),
      handle: ({ actor, params }, house) =>
        house.database.as(actor, (tx) => caseView(tx, house, module, params.number, actor)),
    }),
  ]
}

/** Only where the process says for how many days a report counts as the same trouble. */
function similarRoute(module: LoadedModule): AnyRoute {
  const { process } = module
  const { name } = process
  return route({
    method: 'GET',
    path: `/api/${name}/similar`,
    policy: seers(process),
    tag: name,
    id: `${name}.similar`,
    summary: 'Open or recent cases of the same unit and category: perhaps the same trouble, reported twice',
    query: z.object({ unitId: z.uuid(), category: z.string().max(40).optional() }).strict(),
    answer: z.object({ items: z.array(CaseRowAnswer) }),
    handle: ({ actor, query }, house) =>
      house.database.as(actor, async (tx) => ({ items: await similar(tx, house, module, query, actor) })),
  })
}

function openingRoute(module: LoadedModule): AnyRoute {
  const { process, words } = module
  return route({
    method: 'POST',
    path: `/api/${process.name}`,
    policy: list(process.opens.by).filter((role) => role !== 'GUEST'),
    tag: process.name,
    id: `${process.name}.open`,
    summary: `${words.paper.en}: a new one${process.opens.step ? ` (step ${process.opens.step})` : ''}; by ${list(process.opens.by).join(', ')}`,
    body: z.object({ header: Header, input: z.unknown(), despite: z.unknown().optional() }).strict(),
    described: z.object({ header: Header, input: process.opens.input, despite }),
    answer: answerOf(process),
    status: 201,
    writes: true,
    handle: (asked, house) =>
      write(asked, house, async (tx) => {
        const { number } = await open(tx, house, module, asked.body, asked.actor)
        return caseView(tx, house, module, number, asked.actor, true)
      }),
  })
}

function actionRoutes(module: LoadedModule): AnyRoute[] {
  const { process, words } = module
  const own = Object.entries(process.actions).map(([name, action]) => {
    const from = list(action.from).join(' or ')
    const step = action.step === undefined ? '' : ` (step ${action.step})`
    const summary = `${words.actions[name]?.en ?? name}: ${from} → ${list(action.to).join(' or ') || 'the same'}${step}; by ${list(action.by).join(', ')}`
    return actionRoute(module, name, summary, action.input)
  })
  const everybody = Object.entries(builtInInputs).map(([name, input]) =>
    actionRoute(module, name, `kernel action "${name}"`, input),
  )
  return [...own, ...everybody]
}

/** Whoever may see the case may knock; whether he may act is the rulebook's answer: 403, not a hidden door. */
function actionRoute(module: LoadedModule, name: string, summary: string, input: z.ZodType | undefined): AnyRoute {
  const { process } = module
  return route({
    method: 'POST',
    path: `/api/${process.name}/:number/${name}`,
    policy: seers(process),
    tag: process.name,
    id: `${process.name}.${name}`,
    summary,
    params: NumberParam,
    body: Body,
    described: input ? z.object({ version: z.int(), input, despite }) : z.object({ version: z.int() }),
    answer: answerOf(process),
    writes: true,
    handle: (asked, house) =>
      write(asked, house, async (tx) => {
        const { version, input: given, despite } = asked.body
        const wanted = { number: asked.params.number, action: name, input: given, version, despite }
        await act(tx, house, module, wanted, asked.actor)
        return caseView(tx, house, module, asked.params.number, asked.actor, true)
      }),
  })
}
