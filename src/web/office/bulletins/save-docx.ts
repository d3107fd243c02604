import type { BulletinsWords } from '../../words/bulletins/bulletins.zh.ts'
import type { Paper, Part, Picture } from './paper/paper-model.ts'
import { pngOf } from './paper/png.ts'

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const isPicture = (part: Part): part is Picture => part.kind === 'picture'

/** The code of an address as a picture in the page. */
export async function qrAddress(address: string): Promise<string> {
  const { toDataURL } = await import('qrcode')
  return toDataURL(address, { margin: 1, width: 312, errorCorrectionLevel: 'M' })
}

/** Makes the Word file in the browser, with the pictures as it draws them, and hands it over. */
export async function saveDocx(paper: Paper, words: BulletinsWords): Promise<void> {
  const { docxOf } = await import('./paper/docx.ts')
  const pictures = paper.sections.flatMap(({ id, parts }) =>
    parts.filter(isPicture).map((picture) => ({ ...picture, name: `${picture.name}-${id}` })),
  )
  const drawn = []
  for (const { name, svg, width, height } of pictures) drawn.push({ name, png: await pngOf(svg, width, height) })
  const qr = bytesOf(await qrAddress(paper.address))
  const named = {
    ...paper,
    sections: paper.sections.map((section) => ({
      ...section,
      parts: section.parts.map((part) => (isPicture(part) ? { ...part, name: `${part.name}-${section.id}` } : part)),
    })),
  }
  const bytes = docxOf(named, drawn, qr, words)
  handOver(new Blob([bytes as BlobPart], { type: WORD_TYPE }), `${paper.title.replace(/[\\/:*?"<>|]/g, '_')}.docx`)
}

/** The bytes of a data address; the page's own policy lets none be fetched. */
const bytesOf = (address: string) =>
  Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (letter) => letter.charCodeAt(0))

function handOver(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
