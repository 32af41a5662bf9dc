/** The number of a paper as a picture: QR for phones, Code128 for scanners. Both are SVG drawn from the text alone. */
import { toSVG } from 'bwip-js/node'
import qrcode from 'qrcode'

const quietZone = 1

/** SVG of a QR code at error level M (survives a fold or a coffee stain). */
export async function qrSvg(text: string): Promise<string> {
  return await qrcode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: quietZone })
}

/** SVG of a Code128 without the text beneath. Throws for text a desk scanner would not read back: all but plain ASCII. */
export function code128Svg(text: string): string {
  if (!/^[\x20-\x7e]{1,40}$/.test(text)) throw new Error(`Code128 carries 1 to 40 plain signs, not ${text}`)
  return toSVG({ bcid: 'code128', text, height: 8, includetext: false })
}
