import type { Words } from '../zh.ts'

/** What a duty officer looks at. */
export const board: Pick<Words, 'board'> = {
  board: {
    title: 'Response board',
    hint: 'To the minute, by itself',
    left: (length) => `${length} left`,
    late: (length) => `${length} late`,
    until: (time) => `by ${time}`,
    doneAt: (time) => `done ${time}`,
    doneLate: (time) => `done ${time}, late`,
    dropped: 'not timed',
    unit: { asked: 'not signed in', signed: 'there, to answer', answered: 'answered', refused: 'cannot come' },
    row: { asked: 'to do', signed: 'under way', answered: 'done', refused: 'left out' },
    expired: 'expired',
    expiresSoon: 'expires soon',
    log: 'Situation log',
    logNone: 'Nothing yet',
    logWrite: 'What was seen or heard',
    logSend: 'Log it',
    logMore: 'With time and action',
  },
}
