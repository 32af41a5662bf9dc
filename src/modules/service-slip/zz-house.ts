import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { chromium } from '@playwright/test'
import { migrate } from '#kernel/database/migrate.ts'
import { throwAwayDatabase } from '#server/embedded/throw-away.ts'
import { openHouse } from '#server/house.ts'
import { settle } from '#test/house.ts'
import { openSession } from '#test/open-session.ts'

const top = '/work/main'
const database = await throwAwayDatabase()
const varDir = mkdtempSync(join(tmpdir(), 'fw-'))
await migrate({ connectionString: database.url }, join(top, 'db', 'migrations'))
const running = await openHouse({ databaseUrl: database.url, varDir, origin: 'http://localhost', webDir: '/tmp/fwweb', perMinute: 100_000, mostAtOnce: 500, trustProxy: false, logLevel: 'warn' })
const people = await settle(running.house)
running.work()
await running.app.listen({ host: '127.0.0.1', port: 0 })
const { port } = running.app.server.address() as AddressInfo
const origin = `http://localhost:${port}`
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
const ask = async (who: keyof typeof people.id, url: string, body: object) => {
  const cookie = await openSession(running.house, people.id[who])
  const answer = await running.app.inject({ method: 'POST', url, payload: body, headers: { cookie: `__Host-atrium=${cookie}`, 'idempotency-key': crypto.randomUUID() } })
  return answer.json() as { number: string; version: number }
}
const header = { customerId: people.customer.chengji, unitId: people.unit['1-1701'], contactId: null }
const soon = new Date(Date.now() + 3 * 3600_000).toISOString()
const one = await ask('lu', '/api/service-slip', { header, input: { department: 'engineering', content: '1701 前厅温度偏低，请检查风阀并回复客户', requiredBy: soon, customerWish: '下午一点会议前处理好', urgent: true } })
console.log(one)
const jz = await ask('lin', '/api/corrective-action', { header: { customerId: null, unitId: null, contactId: null }, input: { department: 'engineering', source: 'inspection', kind: 'lift', fact: '二号客梯平层偏差超标' } })
const look = async (who: keyof typeof people.id, lang: string, phone: boolean, path: string, name: string, act?: (page: import('@playwright/test').Page) => Promise<void>) => {
  const context = await browser.newContext(phone ? { baseURL: origin, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 1 } : { baseURL: origin, viewport: { width: 1440, height: 900 } })
  await context.addCookies([{ name: 'lang', value: lang, url: origin }, { name: '__Host-atrium', value: await openSession(running.house, people.id[who]), domain: 'localhost', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' }])
  const page = await context.newPage()
  page.on('console', (m) => { if (m.type() === 'error') console.log(name, m.text()) })
  page.on('pageerror', (e) => console.log(name, String(e)))
  await page.goto(path)
  await page.waitForTimeout(2500)
  if (act) await act(page)
  await page.screenshot({ path: `/tmp/look-${name}.png`, fullPage: true })
  await context.close()
}

await look('lu', 'zh', false, '/service-slip', 'open-fw', async (page) => { await page.getByRole('button', { name: /服务单/ }).last().click(); await page.waitForTimeout(1500) })
await look('gao', 'zh', false, `/corrective-action/${jz.number}`, 'plan', async (page) => { await page.getByRole('button', { name: '提交措施' }).first().click(); await page.waitForTimeout(1200) })
await look('lu', 'en', false, `/service-slip/${one.number}`, 'flow', async (page) => { await page.getByRole('tab', { name: 'Flow chart' }).click(); await page.waitForTimeout(1500) })
writeFileSync('/tmp/look-done', '')
await browser.close()
await running.close()
await database.drop?.()
process.exit(0)
