import { text } from '../../domain/wording/text.ts'

/** What is coming and what residents say, in words. */
export const SURVEY_OPERATIONS = {
  getForecast: {
    tag: 'lists',
    summary: text('今后几周在办、逾期多少件', 'Open and overdue matters of the coming weeks'),
    note: text(
      '过去试下来不比“照现在不变”好的，不说数，只说为什么。',
      'Where past forecasts were no better than "as it is now", no figure is given, and the reason is.',
    ),
  },
} as const
