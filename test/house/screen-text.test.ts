import { expect, test } from 'vitest'
import { screenTextFaults } from './screen-text.ts'
import { filesBelow, read } from './source.ts'

const screens = () => filesBelow(['src'], /\.tsx$/).filter((path) => !path.endsWith('.test.tsx'))

test('no screen holds words of its own', () => {
  expect(screens().length).toBeGreaterThan(20)
  expect(screens().map(read).flatMap(screenTextFaults)).toEqual([])
})

const screen = (jsx: string) => screenTextFaults({ path: 'src/ui/a.tsx', text: `export const A = () => ${jsx}` })

test.each([
  ['English between tags', '<p>Hello</p>'],
  ['Chinese between tags', '<p>报修</p>'],
  ['a word between tags in braces', "<p>{'报修'}</p>"],
  ['a choice of words', "<p>{late ? 'Too late' : null}</p>"],
  ['a label', '<Input label="Name" />'],
  ['a label in braces', "<Input label={'Name'} />"],
  ['a placeholder', '<Input placeholder="2号楼" />'],
  ['a spoken label', '<Button aria-label="Close" />'],
  ['a label that is one of two', "<Input label={late ? 'Late' : say(words.due)} />"],
  ['a title in a template', '<Card title={`Slip ${number}`} />'],
  ['Chinese in a constant', "<Card kind={kinds['空调']} />"],
])('a planted violation is reported: %s', (_what, jsx) => {
  expect(screen(jsx)).toHaveLength(1)
})

test.each([
  ['words from words.ts', '<p>{say(words.hello)}</p>'],
  ['signs and numbers', '<p>· 12 / 30 — ×</p>'],
  ['codes in attributes', '<Button variant="subtle" type="submit" className="row end" to="/cases/new" />'],
  ['what is printed on a key', '<Kbd>Esc</Kbd>'],
])('what is allowed is not reported: %s', (_what, jsx) => {
  expect(screen(jsx)).toEqual([])
})
