/** The only fonts a paper may use: Noto Sans S Chinese from npm, three weights. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const weights = ['Regular', 'Medium', 'Bold']

export function fontFiles(): string[] {
  const fonts = join(dirname(fileURLToPath(import.meta.resolve('@embedpdf/fonts-sc'))), '../fonts')
  return weights.map((weight) => join(fonts, `NotoSansHans-${weight}.otf`))
}
