/** A photo as small as it can be and still show the fault: at most 1600 px, JPEG .72, upright. */
export async function shrink(file: Blob): Promise<Blob> {
  // `from-image` turns the picture the way the camera was held; without it half of all photos lie on their side.
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
    const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)]
    const canvas = new OffscreenCanvas(width, height)
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no canvas')
    // A transparent screenshot would turn black in a JPEG.
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, width, height)
    pen.drawImage(picture, 0, 0, width, height)
    const small = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
    return scale === 1 && file.type === 'image/jpeg' && file.size <= small.size ? file : small
  } finally {
    picture.close()
  }
}

const LONGEST = 1600
const QUALITY = 0.72
