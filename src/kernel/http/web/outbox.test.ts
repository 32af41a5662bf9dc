import { beforeEach, describe, expect, test, vi } from 'vitest'
import { ApiProblem } from './api.ts'
import { type Carry, createOutbox } from './outbox.ts'

/* Without a browser's database the outbox keeps its items in memory; what it does with them is the same. */

const refusal = (status: number, code: string) => new ApiProblem({ type: 'about:blank', title: code, status, code })
const quietly = { addEventListener: () => {}, removeEventListener: () => {} }

beforeEach(() => {
  vi.stubGlobal('document', { ...quietly, visibilityState: 'visible' })
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('removeEventListener', () => {})
})

function setUp(carry: Carry<string, string>) {
  const sent: string[] = []
  const outbox = createOutbox<string, string>(crypto.randomUUID(), async (item, keep) => {
    const answer = await carry(item, keep)
    sent.push(item.key)
    return answer
  })
  const stop = outbox.start('person')
  return { outbox, sent, stop }
}
const item = (key: string, lane = 'a') => ({ key, lane, work: key })

describe('what was done on a phone', () => {
  test('is sent at once when there is a network', async () => {
    const { outbox, sent } = setUp(() => Promise.resolve('yes'))
    expect(await outbox.add(item('k1'))).toEqual({ how: 'sent', answer: 'yes' })
    expect(sent).toEqual(['k1'])
    expect(outbox.items()).toEqual([])
  })

  test('waits without one, and goes in order once it is back', async () => {
    let network = false
    const { outbox, sent, stop } = setUp(() =>
      network ? Promise.resolve('yes') : Promise.reject(refusal(0, 'offline')),
    )
    expect(await outbox.add(item('k1'))).toEqual({ how: 'waiting' })
    expect(await outbox.add(item('k2'))).toEqual({ how: 'waiting' })
    expect(outbox.items().map(({ key }) => key)).toEqual(['k1', 'k2'])
    network = true
    await outbox.flush()
    expect(sent).toEqual(['k1', 'k2'])
    expect(outbox.items()).toEqual([])
    stop()
  })

  test('is one thing however often it is pressed', async () => {
    const { outbox, sent } = setUp(() => new Promise((resolve) => setTimeout(() => resolve('yes'), 20)))
    await Promise.all([outbox.add(item('k1')), outbox.add(item('k1'))])
    await outbox.flush()
    expect(sent).toEqual(['k1'])
  })

  test('stays with its reason when it is refused, and holds back only what comes after it in its lane', async () => {
    const { outbox, sent, stop } = setUp(({ key }) =>
      key === 'k1' ? Promise.reject(refusal(422, 'needs')) : Promise.resolve('yes'),
    )
    expect(await outbox.add(item('k1'))).toMatchObject({ how: 'refused', problem: { code: 'needs' } })
    expect(await outbox.add(item('k2'))).toEqual({ how: 'waiting' })
    expect(await outbox.add(item('k3', 'b'))).toEqual({ how: 'sent', answer: 'yes' })
    expect(outbox.items().map(({ key, refusal: why }) => [key, why?.code ?? null])).toEqual([
      ['k1', 'needs'],
      ['k2', null],
    ])
    await outbox.drop('k1')
    await outbox.flush()
    expect(sent).toEqual(['k3', 'k2'])
    stop()
  })

  test('is not sent by somebody else who signs in on the same phone', async () => {
    let network = false
    const { outbox, sent, stop } = setUp(() =>
      network ? Promise.resolve('yes') : Promise.reject(refusal(503, 'busy')),
    )
    await outbox.add(item('k1'))
    stop()
    network = true
    const stopOther = outbox.start('another')
    await outbox.flush()
    expect(sent).toEqual([])
    stopOther()
    const stopAgain = outbox.start('person')
    await outbox.flush()
    expect(sent).toEqual(['k1'])
    stopAgain()
  })

  test('keeps how far it got, so that a photograph goes up once', async () => {
    const seen: string[] = []
    const { outbox, stop } = setUp(async ({ work }, keep) => {
      seen.push(work)
      if (work === 'k1') {
        await keep('k1 with its photograph')
        throw refusal(0, 'offline')
      }
      return 'yes'
    })
    await outbox.add(item('k1'))
    await outbox.flush()
    expect(seen).toEqual(['k1', 'k1 with its photograph'])
    stop()
  })

  test('tried again after a refusal goes with what it has become', async () => {
    const { outbox, stop } = setUp(({ work }) =>
      work === 'k1' ? Promise.reject(refusal(409, 'stale')) : Promise.resolve(work),
    )
    await outbox.add(item('k1'))
    await outbox.retry('k1', 'k1 upon the newest version')
    expect(outbox.items()).toEqual([])
    stop()
  })
})
