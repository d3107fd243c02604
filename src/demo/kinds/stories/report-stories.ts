import type { Story } from '../../story.ts'

const report = (
  story: Pick<Story, 'workingDaysAgo' | 'channel' | 'villageId' | 'place' | 'steps'> &
    Partial<Story> & { title: string; category: string; description: string },
): Story => {
  const { title, category, description, ...rest } = story
  return {
    procedure: 'report',
    handlingUnit: 'housing',
    form: { title, category, description, wantsReply: 'code' },
    ...rest,
  }
}

/** Reports on their way: new, accepted, assigned, returned, answered. */
export const reportStories: readonly Story[] = [
  report({
    workingDaysAgo: 0,
    channel: 'public',
    villageId: 'yuhua',
    place: '雨花小区',
    title: '雨花小区二次供水停水超过48小时',
    category: 'facility',
    description: '前天傍晚停的，物业说水泵坏了，没有说什么时候修好。',
    steps: [],
  }),
  report({
    workingDaysAgo: 0,
    channel: 'public',
    villageId: 'nanping',
    place: '商铺一条街',
    title: '南屏商铺油烟直接排到楼上',
    category: 'environment',
    description: '中午晚上都有，窗户不敢开。',
    steps: [],
  }),
  report({
    workingDaysAgo: 1,
    channel: 'phone',
    postId: 'clerk',
    villageId: 'beitang',
    place: '北塘村口',
    title: '北塘村口路灯不亮',
    category: 'facility',
    description: '从桥头到三组有五盏不亮。',
    steps: [{ step: 'accept', days: 0, given: { difficulty: 'ordinary' } }],
  }),
  report({
    workingDaysAgo: 11,
    channel: 'window',
    postId: 'dongpu-clerk',
    unitId: 'dongpu',
    villageId: 'dongpu-cun',
    place: '农贸市场',
    handlingUnit: 'dongpu',
    title: '农贸市场通道被摊位占用，要求清理',
    category: 'traffic',
    description: '早上进不了消防车，说过两次。',
    steps: [
      { step: 'accept', days: 0, given: { difficulty: 'complex' } },
      { step: 'assign', days: 1, given: { unit: 'dongpu', owner: 'dongpu-clerk' } },
      { step: 'takeOver', days: 1 },
    ],
  }),
  report({
    workingDaysAgo: 4,
    channel: 'phone',
    postId: 'clerk',
    villageId: 'wangjiang',
    place: '物流园',
    handlingUnit: 'transport',
    title: '物流园货车夜间鸣笛，承办单位称不属本单位职责',
    category: 'traffic',
    description: '凌晨一两点最多。',
    steps: [
      { step: 'accept', days: 0, given: { difficulty: 'ordinary' } },
      { step: 'assign', days: 1, given: { unit: 'transport' } },
      { step: 'returnOrder', days: 1, given: { returnReason: '噪声由公安机关和生态环境部门管，附职责清单。' } },
    ],
  }),
  report({
    workingDaysAgo: 2,
    channel: 'phone',
    postId: 'clerk-2',
    villageId: 'yuwan',
    place: '渔湾村口',
    handlingUnit: 'dongpu',
    title: '渔湾村口窨井盖翘起来了',
    category: 'safety',
    description: '骑车的人夜里看不见。',
    steps: [
      { step: 'accept', days: 0, given: { difficulty: 'ordinary' } },
      { step: 'assign', days: 0, given: { unit: 'dongpu' } },
    ],
  }),
  report({
    workingDaysAgo: 6,
    channel: 'public',
    villageId: 'shangyun',
    place: '上云村',
    handlingUnit: 'water',
    title: '上云村自来水发黄，已修复',
    category: 'facility',
    description: '下雨以后特别黄。',
    steps: [
      { step: 'accept', days: 0, given: { difficulty: 'ordinary' } },
      { step: 'assign', days: 0, given: { unit: 'water' } },
      { step: 'takeOver', days: 0 },
      { step: 'answer', days: 3, given: { opinion: 'solved', reply: '冲洗了管网末端，换了滤料，今天水样清。' } },
    ],
  }),
]
