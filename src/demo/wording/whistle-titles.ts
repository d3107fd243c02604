import type { PlainTheme } from './other-titles.ts'

/** What one township cannot do alone. */
export const WHISTLE_THEMES: readonly PlainTheme[] = [
  {
    category: 'enforcement',
    spot: 'shop',
    title: '{s}油烟、占道、加建一起查',
    about: '住户反映半年，单查一样解决不了，请几家一起来。',
    weight: 5,
  },
  {
    category: 'crossDepartment',
    spot: 'works',
    title: '{s}欠薪和停产安置',
    about: '工资、用电、消防几件事连着，要一起商定。',
    weight: 3,
  },
  {
    category: 'crossDepartment',
    spot: 'field',
    title: '{s}排水和田埂一起修',
    about: '水利、农业、住建各管一段，接不上。',
    weight: 3,
    busy: [5, 6, 7],
  },
  {
    category: 'emergency',
    spot: 'home',
    title: '{s}外墙脱落，先围后修',
    about: '有砖掉下来，先围挡，再定谁修。',
    weight: 2,
  },
  {
    category: 'publicService',
    spot: 'home',
    title: '{s}加装电梯卡在管线上',
    about: '供水、供气、通信管线要一起迁。',
    weight: 2,
  },
]
