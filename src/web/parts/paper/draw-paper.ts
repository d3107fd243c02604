import { piece } from '../../client/piece.ts'
import { elementOf } from './element-of.ts'
import './paper.css'

const loadPreview = piece(() => import('docx-preview'))

/** The mark of this page that its own styles carry; a style without it is not obeyed. */
const nonce = document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? ''

/** Draws a .docx into an element: the same file that is downloaded, so that print and file say the same. `print`: the margins are the printed page's. */
export async function drawPaper(docx: Blob, into: HTMLElement, use: 'screen' | 'print'): Promise<void> {
  const { renderAsync } = await loadPreview()
  // Drawn apart first: what comes with a nonce is let in, the rest of its styles never reaches the page.
  const [body, styles] = [document.createElement('div'), document.createElement('div')]
  await renderAsync(docx, body, styles, {
    className: 'docx',
    inWrapper: false,
    h: elementOf,
    breakPages: true,
    ignoreLastRenderedPageBreak: true,
    renderAltChunks: false,
    renderComments: false,
    useBase64URL: true,
  })
  const page = use === 'print' ? pageOf(body) : ''
  if (use === 'print') for (const section of body.querySelectorAll('section')) section.removeAttribute('style')
  const style = document.createElement('style')
  style.nonce = nonce
  const written = [...styles.querySelectorAll('style'), ...body.querySelectorAll('style')]
  style.textContent = [...written.map(({ textContent }) => textContent ?? ''), page].join('\n')
  for (const each of written) each.remove()
  for (const footer of body.querySelectorAll('footer')) if (isPageNumber(footer.textContent ?? '')) footer.remove()
  // What it shows is written beside it.
  for (const image of body.querySelectorAll('img')) image.alt = ''
  into.replaceChildren(style, ...body.childNodes)
  await Promise.all([...into.querySelectorAll('img')].map((image) => image.decode().catch(() => undefined)))
}

/** A footer that holds nothing but the number of a page: the print counts its pages itself. */
const isPageNumber = (text: string): boolean => /^[\s\d—–-]*$/.test(text)

/** The print's page as the file's: size and margins of its first section. */
function pageOf(body: HTMLElement): string {
  const { width, minHeight, padding, paddingTop, paddingRight, paddingBottom, paddingLeft } =
    body.querySelector<HTMLElement>('section')?.style ?? ({} as CSSStyleDeclaration)
  const margin = padding || [paddingTop, paddingRight, paddingBottom, paddingLeft].join(' ')
  const number = '@bottom-center { content: "— " counter(page) " —"; font-size: 14pt; }'
  return `@media print { @page { size: ${width || '210mm'} ${minHeight || '297mm'}; margin: ${margin.trim() || '37mm 26mm 35mm 28mm'}; ${number} } }`
}
