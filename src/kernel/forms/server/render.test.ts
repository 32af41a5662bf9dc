import { afterAll, expect, test, vi } from 'vitest'
import type { Paper } from '../paper.ts'
import { code128Svg, qrSvg } from './codes.ts'
import { callBack, carriedPayment, dailyRegister, fourCopies, lineOf, receipt, said, slip } from './paper-samples.ts'
import { printPaper } from './print.ts'
import { closeRenderer, RenderFailed, render } from './render.ts'

vi.setConfig({ testTimeout: 30_000 })

afterAll(closeRenderer)

const slipTemplate = 'modules/repair/forms/slip.typ'
const hostile = `#read("/etc/passwd") $x$ *bold* _it_ ] \\ "q" 'k' <a> @b \`c\` // d /* e */ #{1+1}`

const latin = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1')
const pages = (pdf: Uint8Array) => latin(pdf).match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
const fontNames = (pdf: Uint8Array) =>
  new Set(Array.from(latin(pdf).matchAll(/\/BaseFont\s*\/([^\s/]+)/g), (found) => found[1]))

/** Every sign drawn somewhere in the PDF, from the maps (glyph to character) a reader copies text by. */
function signsOf(pdf: Uint8Array): Set<string> {
  const targets = Array.from(latin(pdf).matchAll(/^<[0-9A-F]{4}> <([0-9A-F]{4})>$/gm), (found) => found[1] ?? '')
  return new Set(targets.map((hex) => String.fromCharCode(Number.parseInt(hex, 16))))
}

test.each([
  ['the slip', slipTemplate, slip, 4],
  ['the daily register', 'modules/repair/forms/daily-register.typ', dailyRegister, 2],
  ['the call-back', 'kernel/forms/call-back.typ', callBack, 1],
  ['the carried payment', 'modules/repair/forms/carried-payment.typ', carriedPayment, 1],
  ['the receipt', 'kernel/ledger/receipt.typ', receipt, 2],
  ['the standard form', 'kernel/forms/standard.typ', callBack, 1],
] satisfies [string, string, Paper, number][])(
  '%s fits its pages in our fonts alone',
  async (_, template, paper, expected) => {
    const pdf = await printPaper(template, paper)
    expect(pages(pdf)).toBe(expected)
    const names = [...fontNames(pdf)]
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) expect(name).toMatch(/^[A-Z]{6}\+NotoSansHans-(Regular|Medium|Bold)/)
  },
)

test('the same paper gives the same bytes', async () => {
  expect(await printPaper(slipTemplate, slip)).toEqual(await printPaper(slipTemplate, slip))
})

test('twenty materials flow to further pages of each copy', async () => {
  const { materials } = slip.tables
  if (materials === undefined) throw new Error('the sample has materials')
  const rows = Array.from({ length: 20 }, (_, at) => lineOf(`材料 ${at}`, '规格', '1 个', '1.00', '1.00'))
  const pdf = await printPaper(slipTemplate, { ...slip, tables: { materials: { ...materials, rows } } })
  expect(pages(pdf)).toBe(8)
})

test('a slip cancelled, reprinted and corrected still prints, with the hand of the customer', async () => {
  const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const picture = new Uint8Array(Buffer.from(dot, 'base64'))
  const pdf = await printPaper(slipTemplate, {
    ...slip,
    cancelled: { word: '作废', reason: '重复登记' },
    marks: ['补打'],
    copies: fourCopies.map((copy) => ({ ...copy, mark: '免费' })),
    corrections: [{ field: 'quote', text: '更正 报价：¥96.00 → ¥86.00，陈晓雯 09:18' }],
    fields: {
      ...slip.fields,
      customerSignature: { label: '客户签名', signature: { name: '王海', at: null, picture } },
    },
  })
  expect(pages(pdf)).toBe(4)
})

test('what is typed is printed, never obeyed', async () => {
  const fields = Object.fromEntries(Object.entries(slip.fields).map(([key]) => [key, said(hostile, hostile)]))
  const paper = { ...slip, title: hostile, company: hostile, notes: [hostile], printed: hostile, copies: [], fields }
  const pdf = await printPaper(slipTemplate, paper)
  const signs = signsOf(pdf)
  for (const sign of '#$*_]\\"\'<>@`/{}+') expect(signs).toContain(sign)
  expect(latin(pdf)).not.toContain('root:')
})

test('a picture that is not a PNG is refused, not guessed at', async () => {
  const picture = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>')
  const fields = { ...slip.fields, customerSignature: { label: '签名', signature: { name: null, at: null, picture } } }
  await expect(printPaper(slipTemplate, { ...slip, fields })).rejects.toThrow(RenderFailed)
})

test('a failed paper does not stop the next', async () => {
  await expect(render(slipTemplate, { no: 'paper' })).rejects.toThrow(RenderFailed)
  expect(pages(await printPaper(slipTemplate, slip))).toBe(4)
})

test('templates are named, not fetched', async () => {
  await expect(render('../../etc/passwd', {})).rejects.toThrow(RenderFailed)
  await expect(render('/etc/hosts.typ', {})).rejects.toThrow(RenderFailed)
  await expect(render('modules/none/forms/none.typ', {})).rejects.toThrow(RenderFailed)
})

test('closing refuses what waits, and the next paper starts again', async () => {
  const papers = Array.from({ length: 12 }, (_, at) => printPaper(slipTemplate, { ...slip, number: `GW-2026-${at}` }))
  const waiting = Promise.allSettled(papers)
  await Promise.race(papers)
  await closeRenderer()
  const refused = (await waiting).filter((each) => each.status === 'rejected')
  expect(refused.length).toBeGreaterThan(0)
  for (const each of refused) expect(each.reason).toBeInstanceOf(RenderFailed)
  expect(pages(await printPaper(slipTemplate, slip))).toBe(4)
})

test('a number becomes a QR and a Code128; Code128 refuses Chinese', async () => {
  expect(await qrSvg('GW-2026-0001')).toMatch(/^<svg/)
  expect(code128Svg('GW-2026-0001')).toMatch(/^<svg/)
  expect(() => code128Svg('工程')).toThrow()
})
