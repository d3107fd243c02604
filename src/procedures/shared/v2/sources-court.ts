import type { Source } from '../../../domain/procedure/source.ts'
import { text } from '../../../domain/wording/text.ts'

/** Retrial, the time to apply for enforcement, and what else a court's own clocks rest on. How sure we are of each: sources.ts. */

const found = (zh: string, en: string): Source => ({ article: text(zh, en), mark: 'found' })

export const retrial = {
  apply: found(
    '《民事诉讼法》第二百一十条、第二百一十六条，《民诉法解释》第一百二十七条、第三百八十二条',
    'Civil Procedure Law, arts 210, 216; Interpretation, arts 127, 382',
  ),
  review: found(
    '《民事诉讼法》第二百一十五条、《民诉法解释》第一百二十九条',
    'Civil Procedure Law, art. 215; Interpretation, art. 129',
  ),
  withdrawn: found('《民诉法解释》第三百九十八条', 'Civil Interpretation, art. 398'),
  criminal: found('《刑事诉讼法》第二百五十八条', 'Criminal Procedure Law, art. 258'),
  limits: found(
    '《民事诉讼法》第一百五十二条、第一百六十四条、第一百六十八条、第一百八十三条、第一百八十七条、第二百一十五条，《民诉法解释》第一百二十九条',
    'Civil Procedure Law, arts 152, 164, 168, 183, 187, 215; Interpretation, art. 129',
  ),
} as const satisfies Record<string, Source>

export const enforcementTime = {
  apply: found(
    '《民事诉讼法》第二百五十条、《民诉法解释》第四百八十一条',
    'Civil Procedure Law, art. 250; Interpretation, art. 481',
  ),
  suspended: found(
    '《民事诉讼法》第二百五十条，执行程序司法解释（2020）第十九条',
    'Civil Procedure Law, art. 250; SPC interpretation on enforcement (2020), art. 19',
  ),
  interrupted: found(
    '《民事诉讼法》第二百五十条，执行程序司法解释（2020）第二十条，《民诉法解释》第四百六十六条',
    'Civil Procedure Law, art. 250; SPC interpretation on enforcement (2020), art. 20; Civil Interpretation, art. 466',
  ),
  noAction: found(
    '《民事诉讼法》第二百三十七条，执行程序司法解释（2020）第十条至第十三条',
    'Civil Procedure Law, art. 237; SPC interpretation on enforcement (2020), arts 10–13',
  ),
  // Read in a repost only.
  search: {
    article: text(
      '《关于人民法院办理执行案件若干期限的规定》（2006，条文待核）',
      'SPC rules on limits of enforcement (2006, articles to be checked)',
    ),
    mark: 'local',
  },
} as const satisfies Record<string, Source>

export const otherTime = {
  missed: found('《民事诉讼法》第八十六条', 'Civil Procedure Law, art. 86'),
  filesCalled: found(
    '《关于严格执行案件审理期限制度的若干规定》（2000）第十九条',
    'SPC rules on trial limits (2000), art. 19',
  ),
} as const satisfies Record<string, Source>
