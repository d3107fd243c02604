import type { Source } from '../../../domain/procedure/source.ts'
import { text } from '../../../domain/wording/text.ts'

const pipl = (zh: string, en: string) =>
  ({
    article: text(`《个人信息保护法》${zh}`, `Personal Information Protection Law, ${en}`),
    mark: 'found',
  }) as const satisfies Source

/** Personal Information Protection Law (2021): articles read in the text, and what each county confirms. */
export const personal = {
  rights: pipl('第四十四条至第四十九条', 'arts 44–49'),
  copy: pipl('第四十五条', 'art. 45'),
  correct: pipl('第四十六条', 'art. 46'),
  delete: pipl('第四十七条', 'art. 47'),
  explain: pipl('第四十八条', 'art. 48'),
  withdraw: pipl('第十五条', 'art. 15'),
  refusal: pipl('第五十条', 'art. 50'),
  security: pipl('第五十一条', 'art. 51'),
  impact: pipl('第五十五条、第五十六条', 'arts 55–56'),
  breach: pipl('第五十七条', 'art. 57'),
  necessary: pipl('第六条、第十九条', 'arts 6, 19'),
  promptly: {
    article: text(
      '《个人信息保护法》第五十条写“及时”；15个工作日是本系统建议的，由本县定',
      'Personal Information Protection Law, art. 50, says promptly; 15 working days are our proposal',
    ),
    mark: 'product',
  },
  atOnce: {
    article: text(
      '《个人信息保护法》第五十七条写“立即”；小时数是本系统建议的，由本县定',
      'Personal Information Protection Law, art. 57, says at once; the hours are our proposal',
    ),
    mark: 'product',
  },
} as const satisfies Record<string, Source>
