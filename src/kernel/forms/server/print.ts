/** A paper and its template become a PDF. The pictures of the number are drawn here, from the number alone. */
import type { Paper } from '../paper.ts'
import { code128Svg, qrSvg } from './codes.ts'
import { inCoverage } from './coverage.ts'
import { render } from './render.ts'

/**
 * @param template path below `src/`, e.g. `modules/repair/forms/slip.typ`
 * @throws RenderFailed, RenderBusy
 */
export async function printPaper(template: string, paper: Paper): Promise<Uint8Array> {
  const codes = paper.number === null ? null : { qr: await qrSvg(paper.number), bar: code128Svg(paper.number) }
  return await render(template, { ...(await inCoverage(paper)), codes })
}
