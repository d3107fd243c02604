import { channelsIn } from '../../domain/wording/channel-text.ts'
import { board } from './en/board.ts'
import { crossing } from './en/crossing.ts'
import { dates } from './en/dates.ts'
import { duty } from './en/duty.ts'
import { forms } from './en/forms.ts'
import { lists } from './en/lists.ts'
import { matter } from './en/matter.ts'
import { papers } from './en/papers.ts'
import { returns } from './en/returns.ts'
import { shell } from './en/shell.ts'
import { team } from './en/team.ts'
import { texts } from './en/texts.ts'
import type { Words } from './zh.ts'

/** The same words in English. */
export const en: Words = {
  name: 'Anlan',
  promise: 'Every matter lands',
  promiseUnder: 'Who, does what, by when, on what basis',
  language: 'Language',
  otherLanguage: '中文',
  skip: 'Skip to the text',
  close: 'Close',
  cancel: 'Cancel',
  all: 'All',
  none: 'None',
  starting: 'Opening',
  loading: 'Opening the next page',
  retry: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  print: 'Print',
  more: 'More',
  back: 'Back',
  yes: 'Yes',
  no: 'No',
  comma: ', ',
  stop: '.',
  colon: ': ',
  semicolon: '; ',
  listComma: ', ',
  exercise: 'Exercise',
  exerciseAside: ' (exercise)',
  group: { open: 'Open', waiting: 'Waiting outside', done: 'Done' },
  channel: channelsIn('en'),
  clockState: {
    running: 'Running',
    paused: 'Paused',
    held: 'Said to be done, to be checked',
    overdue: 'Overdue',
    met: 'Met',
    lapsed: 'Lapsed',
    cancelled: 'No longer applies',
  },
  ...shell,
  ...lists,
  ...dates,
  ...board,
  ...matter,
  ...forms,
  ...team,
  crossing,
  ...duty,
  ...texts,
  ...papers,
  ...returns,
}
