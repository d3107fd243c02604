import type { papers as zh } from '../zh/papers.ts'

/** Papers for parties: how they were told, and the sheet that is handed over. */
export const papers: typeof zh = {
  papers: {
    told: (way, day) => (day ? `Told: ${way}, ${day}` : `Told: ${way}`),
    owed: (tells) => `To tell: ${tells}`,
    serve:
      'For whoever left no contact: print it, hand it over, post it or leave it; put a photo of the signed slip, the day and the way into the step that tells, serves or notes progress.',
    about: 'Matter:',
    basis: 'Basis:',
    slip: 'Return of service',
    slipLines: ['Served on', 'Day and place', 'Received (signature or seal)', 'Served by'],
    ways: 'Manner: □ in person  □ by post  □ left  □ public notice  □ other. Where somebody else took it or it was refused, say why.',
  },
}
