/**
 * Prints a PDF of our own server without leaving the page: a 1-px frame (browsers do not print what is
 * `display: none`); `onFailed` when no paper came. Phones cannot print a frame; there the paper opens in its own tab, to print or to share.
 */
export function printPaper(url: string, onFailed: () => void): void {
  if (new URL(url, location.href).origin !== location.origin) throw new Error('only papers of this server are printed')
  if (matchMedia('(pointer: coarse)').matches) {
    window.open(url, '_blank', 'noopener')
    return
  }
  document.getElementById(ID)?.remove()
  const frame = document.createElement('iframe')
  frame.id = ID
  frame.src = url
  frame.setAttribute('aria-hidden', 'true')
  frame.tabIndex = -1
  Object.assign(frame.style, {
    position: 'fixed',
    insetInlineEnd: '0',
    insetBlockEnd: '0',
    width: '1px',
    height: '1px',
    border: '0',
    opacity: '0',
  })
  frame.addEventListener(
    'load',
    () => {
      try {
        frame.contentWindow?.print()
      } catch {
        // What came is no paper but a refusal, which the browser keeps apart from this page.
        onFailed()
      }
    },
    { once: true },
  )
  document.body.append(frame)
}

const ID = 'print-frame'
