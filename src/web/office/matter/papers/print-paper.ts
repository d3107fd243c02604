import { drawPaper } from '../../../parts/paper/draw-paper.ts'

/** Where a paper is as a file. */
export const paperAddress = (matterId: string, number: number): string =>
  `/api/matters/${matterId}/papers/${number}/docx`

/** Fetches a paper, draws it and opens the print; the page is as before afterwards. @throws Response that was not well */
export async function printPaper(address: string): Promise<void> {
  const answer = await fetch(address)
  if (!answer.ok) throw answer
  const sheet = document.createElement('div')
  sheet.className = 'paper-sheet is-printed'
  await drawPaper(await answer.blob(), sheet, 'print')
  document.body.append(sheet)
  document.body.classList.add('prints-paper')
  const gone = () => {
    document.body.classList.remove('prints-paper')
    sheet.remove()
  }
  window.addEventListener('afterprint', gone, { once: true })
  window.print()
}
