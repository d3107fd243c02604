import { html, raw } from 'hono/html'
import QRCode from 'qrcode'
import type { Markup } from './page.ts'

const QUIET_MODULES = 2

/** A QR code as an inline picture of squares; medium error correction survives a crease in the paper. */
export function qrPicture(content: string, label: string): Markup {
  const { modules } = QRCode.create(content, { errorCorrectionLevel: 'M' })
  const cells = Array.from({ length: modules.size }, (_, y) => rowPath(modules, y)).join('')
  const side = modules.size + 2 * QUIET_MODULES
  return html`<svg class="qr" viewBox="0 0 ${side} ${side}" role="img" aria-label="${label}" shape-rendering="crispEdges"><path fill="#17211f" d="${raw(cells)}"/></svg>`
}

/** One row as runs of dark modules, which keeps the picture under 4 KB. */
function rowPath(modules: { size: number; get: (row: number, column: number) => number }, y: number): string {
  let path = ''
  for (let x = 0; x < modules.size; x += 1) {
    if (!modules.get(y, x)) continue
    const from = x
    while (x + 1 < modules.size && modules.get(y, x + 1)) x += 1
    path += `M${from + QUIET_MODULES} ${y + QUIET_MODULES}h${x - from + 1}v1h-${x - from + 1}z`
  }
  return path
}
