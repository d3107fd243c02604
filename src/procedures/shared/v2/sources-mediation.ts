import type { Source } from '../../../domain/procedure/source.ts'
import { text } from '../../../domain/wording/text.ts'

/** Online mediation on a court's platform, mediation of labour disputes, and the custom where the law sets no time. */

const online = (zh: string, en: string) =>
  ({
    article: text(`《人民法院在线调解规则》（2021）${zh}`, `SPC rules on online mediation (2021), ${en}`),
    mark: 'found',
  }) as const satisfies Source

export const onlineRules = {
  choose: online('第十条', 'art. 10'),
  take: online('第十二条', 'art. 12'),
  limits: {
    article: text(
      '《特邀调解规定》（2016）第二十七条；在线调解的依《人民法院在线调解规则》（2021）第二十四条',
      'Invited Mediation Rules (2016), art. 27; online: SPC rules on online mediation (2021), art. 24',
    ),
    mark: 'found',
  },
} as const satisfies Record<string, Source>

export const labourMediation = {
  article: text('《劳动争议调解仲裁法》第五条、第十四条', 'Labour Dispute Mediation and Arbitration Law, arts 5, 14'),
  mark: 'found',
} as const satisfies Source

/** The law itself sets people's mediation none. */
export const mediationCustom = {
  article: text(
    '人民调解法没有规定期限，通行一个月；当事人没有约定的，依《深圳矛盾纠纷多元化解条例》第二十五条三十日',
    'The People’s Mediation Law sets none, a month is custom; where the parties agreed on none, Shenzhen Dispute Resolution Regulations, art. 25',
  ),
  mark: 'local',
} as const satisfies Source
