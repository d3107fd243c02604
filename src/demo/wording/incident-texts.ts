import type { PlainTheme } from './other-titles.ts'

/** Small incidents of a year, invented. */
export const INCIDENT_THEMES: readonly PlainTheme[] = [
  {
    category: 'utilities',
    spot: 'home',
    title: '{s}主水管爆裂停水',
    about: '路面冒水，影响两栋楼，抢修队已通知。',
    weight: 4,
    busy: [12, 1, 2],
  },
  { category: 'traffic', spot: 'road', title: '{s}两车相撞', about: '两车相撞占道，一人擦伤，交警在途。', weight: 4 },
  {
    category: 'fire',
    spot: 'works',
    title: '{s}配电间冒烟',
    about: '配电间冒烟，已断电，员工撤出。',
    weight: 3,
  },
  {
    category: 'forestFire',
    spot: 'field',
    title: '{s}田埂野火',
    about: '烧秸秆引燃田埂，离林地约两百米。',
    weight: 2,
    busy: [10, 11, 2, 3, 4],
  },
  {
    category: 'flood',
    spot: 'road',
    title: '{s}强降雨积水',
    about: '下穿路段积水三十厘米，车辆绕行。',
    weight: 3,
    busy: [6, 7, 8],
  },
  {
    category: 'gas',
    spot: 'shop',
    title: '{s}闻到燃气味',
    about: '商户报燃气味，已开窗关阀，等检测。',
    weight: 3,
  },
  {
    category: 'food',
    spot: 'public',
    title: '{s}多人腹泻',
    about: '同一餐后四人腹泻，已送医，留样封存。',
    weight: 1,
  },
  { category: 'cyber', spot: 'public', title: '{s}办事系统中断', about: '窗口系统登不上，改手工受理。', weight: 1 },
  { category: 'workSafety', spot: 'works', title: '{s}工人坠落受伤', about: '两米高处坠落，一人受伤送医。', weight: 2 },
]

/** What people write into the log. */
export const LOG_TEXTS = [
  '现场人员已全部撤出，警戒线拉好。',
  '道路一侧放行，车辆缓行。',
  '检测正常，没有新的异常。',
  '抢修队到场，开始作业。',
  '附近居民情绪平稳，安排人解释。',
  '上级来电询问，已口头汇报。',
] as const
