import { addDays, type Day } from '../../domain/time/time.ts'

/** One drill of the demo county, told up to a step. */
export type DrillText = {
  readonly title: string
  readonly unitId: string
  readonly postId: string
  readonly villageId: string
  readonly place: string
  readonly form: 'tabletop' | 'field'
  readonly scope: 'single' | 'comprehensive'
  readonly notice: 'announced' | 'doubleBlind'
  readonly workingDaysAgo: number
  /** Days from today. */
  readonly dueIn: number
  readonly scenario: string
  readonly sceneAt: string
  readonly injects: readonly (readonly [minute: number, inject: string, to: string, expected: string])[]
  readonly players: readonly (readonly [unitId: string, part: string, people: number])[]
  readonly gap?: readonly (readonly [title: string, cause: string, measure: string, unitId: string, dueOn: Day])[]
  /** The last step of its story; '' when it is only on the plan. */
  readonly told: string
}

const flood = {
  scenario: '上游强降雨，柳河水位两小时上涨一米二，河湾段出现渗漏，低洼处三十余户需要转移。',
  sceneAt: '7月15日凌晨2点',
  injects: [
    [1, '水位超警戒，要求到岗', '防汛值班', '10分钟内全部到岗并报告'],
    [15, '河湾段背水坡渗漏', '抢险组', '20分钟内到场，围井反滤'],
    [30, '低洼处住户要转移，路被淹', '转移组', '改走第二条路线，逐户清点'],
  ],
} as const

const gas = {
  scenario: '调压站法兰泄漏，浓度报警，下风向有居民楼和小学。',
  sceneAt: '11月6日早上7点40分',
  injects: [
    [1, '接报：调压站有气味', '值班', '5分钟内派人，通知关阀'],
    [12, '浓度超限，风向转变', '警戒组', '扩大警戒，下风向疏散'],
  ],
} as const

/** The drill plan of the demo county's year, from what is over to what is only on the plan. */
export const DRILL_TEXTS = (today: Day): readonly DrillText[] => [
  {
    ...flood,
    title: '柳河镇防汛抢险和转移演练',
    unitId: 'liuhe',
    postId: 'liuhe-clerk',
    villageId: 'hewan',
    place: '河湾村堤段',
    form: 'field',
    scope: 'comprehensive',
    notice: 'announced',
    workingDaysAgo: 120,
    dueIn: -60,
    players: [
      ['liuhe', '指挥和转移', 26],
      ['safety', '抢险指导', 5],
    ],
    gap: [
      ['转移路线只有一条', '预案没有写第二条路线', '踏勘并写明第二条路线', 'liuhe', addDays(today, -20)],
      ['冲锋舟发动机打不着', '物资没有按月试机', '修好并按月试机登记', 'liuhe', addDays(today, -25)],
    ],
    told: 'close',
  },
  {
    ...gas,
    title: '月湖街道燃气泄漏桌面推演',
    unitId: 'yuehu',
    postId: 'yuehu-clerk',
    villageId: 'yuehu-shequ',
    place: '月湖路调压站',
    form: 'tabletop',
    scope: 'single',
    notice: 'announced',
    workingDaysAgo: 45,
    dueIn: 20,
    players: [
      ['yuehu', '指挥和疏散', 12],
      ['housing', '关阀和抢修', 4],
    ],
    gap: [['疏散通知没有覆盖沿街商铺', '名单只有住户', '把商铺加进通知名单', 'yuehu', addDays(today, 15)]],
    told: 'assignIssues',
  },
  {
    ...gas,
    title: '县应急管理局燃气泄漏双盲演练',
    unitId: 'safety',
    postId: 'safety-handler',
    villageId: 'chengguan',
    place: '城关调压站',
    form: 'field',
    scope: 'comprehensive',
    notice: 'doubleBlind',
    workingDaysAgo: 26,
    dueIn: 30,
    players: [
      ['safety', '指挥', 8],
      ['yuehu', '疏散', 10],
    ],
    told: 'end',
  },
  {
    ...flood,
    title: '东浦镇防台风转移演练',
    unitId: 'dongpu',
    postId: 'dongpu-clerk',
    villageId: 'yuwan',
    place: '渔湾村避风港',
    form: 'field',
    scope: 'single',
    notice: 'announced',
    workingDaysAgo: 16,
    dueIn: 45,
    players: [['dongpu', '指挥和转移', 18]],
    told: 'writeScript',
  },
  {
    ...flood,
    title: '石桥镇山洪避险演练',
    unitId: 'shiqiao',
    postId: 'shiqiao-clerk',
    villageId: 'houshan',
    place: '后山村',
    form: 'field',
    scope: 'single',
    notice: 'announced',
    workingDaysAgo: 9,
    dueIn: 90,
    players: [['shiqiao', '指挥和转移', 15]],
    told: 'arrange',
  },
  {
    ...gas,
    title: '枫林乡森林防火演练',
    unitId: 'fenglin',
    postId: 'fenglin-clerk',
    villageId: 'hongfeng',
    place: '红枫村林区路口',
    form: 'tabletop',
    scope: 'single',
    notice: 'announced',
    workingDaysAgo: 5,
    dueIn: 120,
    players: [['fenglin', '指挥', 9]],
    told: '',
  },
]
