/** How many dots of the picture stand for one of the drawing: sharp on paper. */
const SCALE = 2.5

/** Draws a picture as PNG, in the browser's own fonts. */
export async function pngOf(svg: string, width: number, height: number): Promise<Uint8Array> {
  const picture = new Image(width, height)
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await picture.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * SCALE)
  canvas.height = Math.round(height * SCALE)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (!blob) throw new Error('the browser draws no PNG')
  return new Uint8Array(await blob.arrayBuffer())
}
