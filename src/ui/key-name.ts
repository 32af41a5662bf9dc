/** How a key is written on this machine: `$mod+k` → ⌘K or Ctrl K. */
export const keyName = (press: string): string =>
  press
    .split('+')
    .filter((part) => part !== '[Shift]')
    .map((part) => NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(isApple ? '' : ' ')

const isApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)
const NAMES: Record<string, string> = {
  $mod: isApple ? '⌘' : 'Ctrl',
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Shift: '⇧',
}
