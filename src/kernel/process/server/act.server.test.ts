import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '#test/house.ts'

let here: TestHouse
beforeAll(async () => {
  here = await testHouse()
})
afterAll(() => here.close())

const report = (more: object = {}) => ({
  channel: 'phone',
  area: 'customer',
  location: '1701 前厅',
  category: 'airCon',
  problem: '空调不制冷',
  priority: 'P3',
  reporterName: '秦澜',
  reporterPhone: '19900001234',
  appointmentStart: '2026-11-23T02:00:00.000Z',
  appointmentEnd: '2026-11-23T03:00:00.000Z',
  ...more,
})

test('a repair taken at the desk is opened, delivered and accepted', async () => {
  const header = { customerId: here.customer.chengji, unitId: here.unit['1-1701'] ?? null, contactId: here.id.qin }
  const opened = await here.ask('lu', 'POST', '/api/repair', { header, input: report() })
  expect(opened.text).toContain('GW-2026-0001')
  expect(opened.status).toBe(201)
  const delivered = await here.ask('lu', 'POST', '/api/repair/GW-2026-0001/deliver', { version: 1, input: {} })
  expect(delivered.text).toContain('"state":"delivered"')
  const accepted = await here.ask('wang', 'POST', '/api/repair/GW-2026-0001/accept', { version: 2, input: {} })
  expect(accepted.text).toContain('"state":"accepted"')
})
