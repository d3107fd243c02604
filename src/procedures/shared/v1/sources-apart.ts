import type { Source } from '../../../domain/procedure/source.ts'
import { text } from '../../../domain/wording/text.ts'

/** Personal Information Protection Law: read in the text. */
export const privacy = {
  law: { article: text('《个人信息保护法》（2021）', 'Personal Information Protection Law (2021)'), mark: 'found' },
  consent: {
    article: text('《个人信息保护法》第十四条', 'Personal Information Protection Law, art. 14'),
    mark: 'found',
  },
  withdrawal: {
    article: text('《个人信息保护法》第十五条、第四十七条', 'Personal Information Protection Law, arts 15, 47'),
    mark: 'found',
  },
  passing: {
    article: text('《个人信息保护法》第二十三条', 'Personal Information Protection Law, art. 23'),
    mark: 'found',
  },
} as const satisfies Record<string, Source>
