import { test } from '@playwright/test'
import { faultsOf, foreignText, walk, wider } from '#test/journey-looks.ts'
import { casePages, deskPages, fieldPages, portalPages } from '#test/journey-pages.ts'
import { come } from '#test/journey-visitor.ts'
const axe = process.env['QUICK_AXE'] === '1'
const lang = (process.env['QUICK_LANG'] ?? 'en') as 'en' | 'zh'
const skip = /\/repair|\/customers|\/stacking|\/prices|\/staff|\/account|no-such|payments|\/m\/me|inbox|\/c\/me|people|requests/
for (const [name, pages, who, at, phone] of [
  ['deskq', deskPages, 'CSM', '/', false],
  ['caseq', casePages, 'CSM', '/', false],
  ['fieldq', fieldPages, 'ENG', '/m/', true],
  ['portalq', portalPages, 'TADM', '/c/', true],
] as const)
  test(name, async ({ browser }) => {
    test.setTimeout(1_200_000)
    const me = await come(browser, who, lang, { at, phone })
    const stops = (await pages(me)).filter((s) => !skip.test(s.at) && s.role !== null || s.as === 'complaint')
    await walk(browser, stops, lang, phone, async ({ page }, stop, heard) => [
      ...(axe ? await faultsOf(page, stop.at) : []),
      ...(await wider(page, stop.at)),
      ...(lang === 'en' ? (await foreignText(page, heard)).map((t) => `${stop.at} not English: ${t}`) : []),
    ])
  })
