import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { applyTextSize } from './text-size.tsx'

/** Starts an area: text size first, so that nothing jumps, then the tree. */
export function mount(tree: ReactNode): void {
  const root = document.getElementById('root')
  if (!root) throw new Error('the page has no #root')
  applyTextSize()
  // The library that stops the page behind a dialog from scrolling adds a style element and looks here for the nonce.
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content
  if (nonce) Object.assign(globalThis, { __webpack_nonce__: nonce })
  // A page that is shown directly imports the controls' styles itself; every later page finds them here.
  setTimeout(() => void import('./controls.css'), 1000)
  createRoot(root).render(<StrictMode>{tree}</StrictMode>)
}
