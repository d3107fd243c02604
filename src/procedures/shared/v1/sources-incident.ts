import type { Source } from '../../../domain/procedure/source.ts'
import { text } from '../../../domain/wording/text.ts'

/** Incidents, plans and drills: what the law asks, with how sure we are of it. */

const response = (zh: string, en: string) =>
  ({
    article: text(`《突发事件应对法》（2024）${zh}`, `Emergency Response Law (2024), ${en}`),
    mark: 'found',
  }) as const satisfies Source

const safetyPlan = (zh: string, en: string) =>
  ({
    article: text(`《生产安全事故应急条例》（2019）${zh}`, `Work Accident Response Regulations (2019), ${en}`),
    mark: 'found',
  }) as const satisfies Source

/** Response plans. */
export const planLaw = {
  content: response('第二十八条', 'art. 28'),
  revise: safetyPlan('第六条', 'art. 6'),
  file: safetyPlan('第七条', 'art. 7'),
  drill: {
    article: text(
      '《突发事件应急预案管理办法》（国办发〔2024〕5号）；生产安全的依《生产安全事故应急条例》第八条（三年、一年的条文待核）',
      'Plan Management Measures (2024 no. 5); work safety: Work Accident Response Regulations, art. 8 (the articles for three years and for one are to be checked)',
    ),
    mark: 'recalled',
  },
} as const satisfies Record<string, Source>
