import type { texts as zh } from '../zh/texts.ts'

/** Words kept for answers, offered in a form. */
export const texts: typeof zh = {
  texts: {
    pick: 'Insert set words',
    search: 'Find set words',
    none: 'No set words fit',
    keep: 'Add or change set words',
  },
}
