import type { ForecastWords } from './forecast.zh.ts'

/** The words of the forecast in English. */
export const forecastEn: ForecastWords = {
  title: 'Outlook',
  lead: 'How many will be open and overdue in the coming weeks. Where past attempts were no better than “as it is now”, no figure is given.',
  unit: 'Unit (with those below)',
  kind: 'Kind of matter',
  everyKind: 'All kinds',
  weeks: 'Look ahead',
  weeksOf: (weeks) => `${weeks} weeks`,
  what: { open: 'Open', overdue: 'Overdue' },
  now: (count) => `${count.toLocaleString('en')} now`,
  said: (weeks, value, lower, upper) =>
    `In ${weeks} weeks about ${value}; nine times in ten between ${lower} and ${upper}.`,
  shown: (tries, error, naive) =>
    `Tried at ${tries} past weeks: off by ${error} on average; the best guess without a model, as it is now or going on as lately, by ${naive}.`,
  silent: {
    'too-little-history': 'Cannot be told: the record is too short to try it on the past.',
    'no-better-than-naive': 'Cannot be told: on the past it was no better than “as it is now”.',
  },
  silentShown: (tries, error, naive) =>
    `Tried at ${tries} weeks: off by ${error} on average; the best guess without a model by ${naive}.`,
  silentAfter: (weeks) => `After week ${weeks} it cannot be told: on the past it was no better than “as it is now”.`,
  partly: 'Some weeks cannot be told; the drawing leaves them out.',
  past: 'Actual',
  ahead: 'Expected',
  week: 'Week ending',
  range: 'Nine times in ten',
  byKind: 'By kind',
  byUnit: 'By unit',
  partLead: (weeks) => `Now and in ${weeks} weeks. In the order of kinds and units, never by size.`,
  nowHead: 'Now',
  inWeeks: (weeks) => `In ${weeks} weeks`,
  none: 'cannot be told',
  own: (unit) => `${unit} itself`,
  empty: 'Nothing open and nothing closed lately',
  emptyText: 'Choose another unit or kind.',
  coming: {
    reckoning: 'What four weeks will bring is being worked out',
    said: {
      open: (value, lower, upper) => `In four weeks about ${value} open (nine times in ten ${lower} to ${upper})`,
      overdue: (value, lower, upper) => `About ${value} overdue (${lower} to ${upper})`,
    },
    asNow: {
      open: 'How many will be open in four weeks: nothing better than “as it is now” can be said',
      overdue: 'How many will be overdue: nothing better than “as it is now” can be said',
    },
    silent: {
      'too-little-history': 'What four weeks will bring cannot be told yet: the record is too short',
      'no-better-than-naive':
        'How many will be open and overdue in four weeks: nothing better than “as it is now” can be said',
    },
    more: 'See the outlook',
  },
  how: 'How: what is open now goes on being closed as fast as matters of the same age and the same distance from their limit were in the last half year; new ones come as lately. The range is that of real past errors, not of a formula.',
}
