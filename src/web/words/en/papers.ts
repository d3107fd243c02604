import type { papers as zh } from '../zh/papers.ts'

/** Papers for parties: how they were told, and the sheet that is handed over. */
export const papers: typeof zh = {
  papers: {
    told: (way, day) => (day ? `Told: ${way}, ${day}` : `Told: ${way}`),
    owed: (tells) => `To tell: ${tells}`,
    serve:
      'For whoever left no contact: print it, hand it over, post it or leave it; put a photo of the signed slip, the day and the way into the step that tells, serves or notes progress.',
    download: 'Download .docx',
    drawing: 'Laying out…',
    notDrawn: 'It could not be printed. Download the .docx and print that.',
    forms: 'Forms ready to fill',
    formsHint: 'Filled with what is on record now; without a number, as nobody issues them.',
    sealed:
      'What is sealed is left to be filled in by hand. Open it first: downloaded or printed within ten minutes it stands on the paper, and that is recorded.',
  },
}
