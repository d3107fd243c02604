import { addDays, type Day } from '../../../domain/time/time.ts'
import type { Story } from '../../story.ts'

/** Disputes in mediation. */
export const disputeStories = (today: Day): Story[] => [
  {
    procedure: 'dispute',
    workingDaysAgo: 9,
    channel: 'window',
    postId: 'xiatang-grid',
    villageId: 'xiatang',
    place: '下塘村五组',
    handlingUnit: 'xiatang',
    form: {
      title: '下塘村土地流转租金支付纠纷',
      category: 'land',
      description: '承包方称收成不好要缓付，农户要求按合同付。',
      difficulty: 'ordinary',
      source: 'applied',
      peopleCount: 14,
      level: 'serious',
      partyA: '十二户农户（示例）',
      partyB: '某种植合作社（示例）',
      foundOn: addDays(today, -16),
    },
    steps: [
      { step: 'askConsent', days: 0, given: { body: 'people', parties: [{ position: 'a' }, { position: 'b' }] } },
      { step: 'recordConsent', days: 1, given: { party: 'parties.0' } },
      { step: 'recordConsent', days: 0, given: { party: 'parties.1' } },
      { step: 'accept', days: 0 },
      { step: 'chooseMediator', days: 0, given: { owner: 'xiatang-grid' } },
      { step: 'holdSession', days: 3 },
    ],
  },
  {
    procedure: 'dispute',
    workingDaysAgo: 5,
    channel: 'window',
    postId: 'mediator',
    villageId: 'chengguan',
    place: '城关小区',
    handlingUnit: 'qinglan',
    form: {
      title: '城关小区电梯维修费分担纠纷',
      category: 'property',
      description: '一楼住户不同意按户平摊。',
      difficulty: 'complex',
      source: 'transferred',
      peopleCount: 36,
      level: 'general',
      enterpriseRelated: 'yes',
      partyA: '三十六户业主（示例）',
      partyB: '某物业公司（示例）',
      foundOn: addDays(today, -10),
    },
    steps: [
      { step: 'askConsent', days: 0, given: { body: 'people', parties: [{ position: 'a' }, { position: 'b' }] } },
      { step: 'recordConsent', days: 1, given: { party: 'parties.0' } },
      { step: 'recordConsent', days: 0, given: { party: 'parties.1' } },
      { step: 'accept', days: 0 },
      { step: 'chooseMediator', days: 0, given: { owner: 'mediator' } },
    ],
  },
]
