import type { FormValues } from '../../../domain/procedure/form.ts'
import { addDays, type Day } from '../../../domain/time/time.ts'
import type { Story } from '../../story.ts'

const sides = [{ position: 'plaintiff1' }, { position: 'defendant1' }]

const filed = (number: string, more: FormValues): FormValues => ({ category: 'civil', caseNumber: number, ...more })

/** Cases that stand at a certain step today, so that each post of the court has something to do. */
export const caseStories = (today: Day): readonly Story[] => {
  const year = today.slice(0, 4)
  const base = {
    procedure: 'case',
    channel: 'window' as const,
    postId: 'court-filing-clerk',
    villageId: 'yuehu-shequ',
    place: '月湖街道示例市场',
  }
  const allotted = { unit: 'court-civil-1', owner: 'court-civil-1-judge', allottedHow: 'random', panel: 'single' }
  return [
    {
      ...base,
      workingDaysAgo: 1,
      handlingUnit: 'court-filing',
      form: {
        title: '示例市场摊位租赁合同纠纷',
        category: 'civil',
        cause: 'contract',
        claims: '请求退还保证金。',
        parties: sides,
        amount: 3_000_000,
      },
      steps: [],
    },
    {
      ...base,
      workingDaysAgo: 66,
      handlingUnit: 'court-civil-1',
      form: {
        title: '示例市场改造工程款',
        category: 'civil',
        cause: 'contract',
        claims: '请求支付改造工程款，双方对工程量有争议，申请鉴定。',
        parties: [...sides, { position: 'defendant2' }],
        amount: 260_000_000,
        similar: 12,
      },
      steps: [
        { step: 'mediateFirst', days: 1, given: { consent: true, mediatorKind: 'invited' } },
        { step: 'failFirst', days: 12 },
        {
          step: 'file',
          days: 1,
          given: filed(`（${addDays(today, -75).slice(0, 4)}）浙0399民初4991号`, { civilTrack: 'ordinary' }),
        },
        { step: 'allot', days: 1, given: allotted },
        { step: 'sendComplaint', days: 1 },
        { step: 'scheduleHearing', days: 20, given: { openly: 'open' } },
        { step: 'recordNotice', days: 1 },
      ],
    },
    {
      ...base,
      workingDaysAgo: 34,
      handlingUnit: 'court-civil-1',
      form: {
        title: '示例市场货款买卖合同纠纷',
        category: 'civil',
        cause: 'contract',
        claims: '请求支付货款。',
        parties: sides,
        amount: 8_000_000,
      },
      steps: [
        { step: 'file', days: 1, given: filed(`（${year}）浙0399民初4992号`, { civilTrack: 'simple' }) },
        { step: 'allot', days: 1, given: allotted },
        { step: 'sendComplaint', days: 1 },
        {
          step: 'askExtension',
          days: 20,
          given: { supervisor: 'court-president', askedLength: 1 },
        },
      ],
    },
  ]
}
