/** Words on a screen live in words.ts, in both languages; a screen's source holds none. Pure. */
import { isNode, lineOf, type Node, nodesOf, type Source } from './source.ts'

/** Attributes that people read or hear. */
const readAttributes = new Set([
  'label',
  'title',
  'placeholder',
  'description',
  'alt',
  'error',
  'legend',
  'summary',
  'content',
  'subtitle',
  'tooltip',
  'hint',
  'aria-label',
  'aria-description',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'nothingFoundMessage',
])
const chinese = /\p{Script=Han}/u
const letters = /\p{L}/u
/** What is printed on a key is the same in every language. */
const keyCaps = new Set(['Esc', 'Enter', 'Tab', 'Shift', 'Ctrl', 'Alt', 'K', '⌘K', 'Ctrl K', 'Ctrl+K'])

export function screenTextFaults(file: Source): string[] {
  const faults: string[] = []
  const report = (node: Node, text: string) =>
    faults.push(`${file.path}:${lineOf(file, node.start)}: “${text.trim()}” belongs in a words.ts, in both languages`)
  for (const node of nodesOf(file)) {
    if (node.type === 'JSXText' && letters.test(textOf(node)) && !keyCaps.has(textOf(node).trim())) {
      report(node, textOf(node))
    }
    if (node.type === 'JSXExpressionContainer') reportLiterals(node.expression, report)
    if (node.type === 'JSXAttribute' && readAttributes.has(nameOf(node))) reportAttribute(node, report)
    if (isText(node) && chinese.test(textOf(node))) report(node, textOf(node))
  }
  return [...new Set(faults)]
}

function reportAttribute(node: Node, report: (node: Node, text: string) => void): void {
  if (!isNode(node.value)) return
  const value = node.value.type === 'JSXExpressionContainer' ? node.value.expression : node.value
  for (const one of choices(value)) {
    if (isText(one) && letters.test(textOf(one))) report(one, textOf(one))
  }
}

/** The value itself, what it may turn out to be, and the fixed parts of a template. */
function choices(value: unknown): Node[] {
  if (!isNode(value)) return []
  if (value.type === 'ConditionalExpression') return [...choices(value.consequent), ...choices(value.alternate)]
  if (value.type === 'LogicalExpression') return [...choices(value.left), ...choices(value.right)]
  if (value.type === 'TemplateLiteral' && Array.isArray(value.quasis)) return value.quasis.filter(isNode)
  return [value]
}

/** `{'Hello there'}` and `{ready ? 'Yes, all' : null}` between tags; codes in attributes are left alone. */
function reportLiterals(expression: unknown, report: (node: Node, text: string) => void): void {
  for (const one of choices(expression)) reportSentence(one, report)
}

/** A literal with a blank between letters is a sentence, whichever attribute it stands in. */
function reportSentence(node: Node, report: (node: Node, text: string) => void): void {
  if (!isText(node)) return
  if (/^\p{Lu}?\p{L}+ \p{L}+/u.test(textOf(node)) && /\p{Lu}|[.!?…]$/u.test(textOf(node))) report(node, textOf(node))
}

function isText(node: Node): boolean {
  return (
    (node.type === 'Literal' && typeof node.value === 'string') ||
    node.type === 'TemplateElement' ||
    node.type === 'JSXText'
  )
}

function textOf(node: Node): string {
  if (typeof node.value === 'string') return node.value
  if (typeof node.value === 'object' && node.value !== null && 'raw' in node.value) return String(node.value.raw)
  return ''
}

function nameOf(attribute: Node): string {
  return isNode(attribute.name) && typeof attribute.name.name === 'string' ? attribute.name.name : ''
}
