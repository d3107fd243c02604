import type { FormValues } from '../../domain/procedure/form.ts'

/** One plan of the demo county, as it is registered. */
export type PlanText = {
  readonly id: string
  readonly name: string
  readonly category: string
  readonly tier: string
  readonly cycle: string
  readonly place: string
  /** Who drafts it, and which unit leads. */
  readonly postId: string
  readonly unitId: string
  readonly start: string
  readonly teams: readonly (readonly [team: string, unit: string, duty: string])[]
  readonly actions: readonly (readonly [minutes: number, unit: string, what: string, role?: string])[]
  readonly supplies: readonly (readonly [
    item: string,
    amount: number,
    measure: string,
    unit: string,
    spot: string,
    days?: number,
  ])[]
}

/** Invented plans: the county's own, a township's, a village's, a department's, the court's. `days`: until it expires, from today. */
export const PLAN_TEXTS: readonly PlanText[] = [
  {
    id: 'forest',
    name: '清澜县森林火灾应急预案',
    category: 'forestFire',
    tier: 'special',
    cycle: 'threeYears',
    place: '清澜县林区',
    postId: 'safety-handler',
    unitId: 'safety',
    start: '明火两小时未扑灭，或威胁村庄',
    teams: [
      ['扑救组', 'fire', '带队扑打，守住村庄和公路'],
      ['转移安置组', 'fenglin', '转移山口、竹溪一线群众，设安置点'],
      ['交通保障组', 'transport', '封控山口路段，保障车辆通行'],
      ['供水组', 'water', '开放水库取水点，架设输水线'],
    ],
    actions: [
      [10, 'safety', '通知各工作组，报县政府值班室', '指挥部'],
      [20, 'fire', '首批力量出动', '扑救组'],
      [30, 'fenglin', '火场下风向群众转移，报转移人数', '转移安置组'],
      [40, 'transport', '封控进山道路', '交通保障组'],
      [60, 'water', '取水点开放，输水线通水', '供水组'],
      [120, 'safety', '第一次会商，定主攻方向和隔离带', '指挥部'],
    ],
    supplies: [
      ['风力灭火机', 36, '台', 'fire', '县森防物资库'],
      ['灭火水枪', 80, '支', 'fire', '县森防物资库'],
      ['防火服', 60, '套', 'fire', '县森防物资库', 20],
      ['单兵口粮', 400, '份', 'safety', '县应急物资库', -12],
      ['对讲机', 40, '部', 'safety', '县应急物资库'],
    ],
  },
  {
    id: 'flood',
    name: '清澜县防汛抗旱应急预案',
    category: 'flood',
    tier: 'special',
    cycle: 'threeYears',
    place: '清澜县全域',
    postId: 'water-handler',
    unitId: 'water',
    start: '清澜河水位达警戒，或一小时降雨超过六十毫米',
    teams: [
      ['巡堤查险组', 'dongpu', '沿河堤段每小时巡查一次'],
      ['抢险组', 'fire', '封堵管涌、救援被困人员'],
      ['转移安置组', 'liuhe', '低洼地带群众转移安置'],
      ['道路保障组', 'transport', '积水路段封闭和绕行'],
    ],
    actions: [
      [10, 'water', '发布水情，通知各乡镇', '指挥部'],
      [30, 'dongpu', '巡堤人员到位，报第一次水位', '巡堤查险组'],
      [45, 'liuhe', '危险区群众转移完毕，逐户核对', '转移安置组'],
      [60, 'fire', '抢险力量在集结点待命', '抢险组'],
      [60, 'transport', '积水路段封闭，公布绕行路线', '道路保障组'],
      [180, 'water', '会商，定是否调整响应级别', '指挥部'],
    ],
    supplies: [
      ['编织袋', 20_000, '条', 'water', '县防汛物资库'],
      ['救生衣', 300, '件', 'water', '县防汛物资库', 45],
      ['冲锋舟', 6, '艘', 'fire', '消防站'],
      ['移动泵车', 4, '台', 'water', '县防汛物资库'],
      ['土工布', 6000, '平方米', 'water', '县防汛物资库', 400],
    ],
  },
  {
    id: 'gas',
    name: '清澜县燃气事故应急预案',
    category: 'gas',
    tier: 'department',
    cycle: 'twoYears',
    place: '城区和乡镇管道燃气范围',
    postId: 'housing-handler',
    unitId: 'housing',
    start: '管道泄漏影响十户以上，或发生燃爆',
    teams: [
      ['抢修组', 'housing', '关阀、检测、抢修'],
      ['警戒疏散组', 'yuehu', '疏散楼栋居民，划定警戒区'],
      ['消防组', 'fire', '现场监护，处置火情'],
      ['用气检查组', 'market', '检查经营户用气设备'],
    ],
    actions: [
      [10, 'housing', '关闭上游阀门，通知抢修', '抢修组'],
      [15, 'fire', '到场，测浓度，禁火断电', '消防组'],
      [20, 'yuehu', '警戒区内人员疏散完毕', '警戒疏散组'],
      [60, 'housing', '泄漏点查明，报修复时间', '抢修组'],
      [240, 'housing', '修复，逐户检测后恢复供气', '抢修组'],
    ],
    supplies: [
      ['可燃气体检测仪', 12, '台', 'housing', '燃气抢修站', 8],
      ['正压式空气呼吸器', 10, '套', 'fire', '消防站', 160],
      ['警戒带', 50, '卷', 'yuehu', '街道物资室'],
    ],
  },
  {
    id: 'court',
    name: '清澜县人民法院安全保卫应急预案',
    category: 'premises',
    tier: 'onSite',
    cycle: 'halfYear',
    place: '清澜县人民法院审判区、诉讼服务中心',
    postId: 'court-clerk',
    unitId: 'court',
    start: '审判区发生冲突、火情、可疑物品，或人员突发疾病',
    teams: [
      ['警戒组', 'court', '控制出入口，隔离现场'],
      ['疏散组', 'court', '引导旁听和办事群众从东门疏散'],
      ['消防组', 'fire', '火情处置'],
    ],
    actions: [
      [3, 'court', '法警到场，关闭相关法庭', '警戒组'],
      [5, 'court', '疏散旁听和办事群众', '疏散组'],
      [10, 'court', '报院领导和政法部门', '指挥部'],
      [20, 'fire', '到场处置或监护', '消防组'],
    ],
    supplies: [
      ['灭火毯', 20, '条', 'court', '一楼法警室', 90],
      ['急救箱', 6, '个', 'court', '诉讼服务中心', 15],
      ['手持扩音器', 4, '个', 'court', '一楼法警室'],
    ],
  },
  {
    id: 'dongpu',
    name: '东浦镇突发事件应急预案',
    category: 'other',
    tier: 'township',
    cycle: 'twoYears',
    place: '东浦镇',
    postId: 'dongpu-clerk',
    unitId: 'dongpu',
    start: '镇域内发生突发事件，县级预案未启动',
    teams: [
      ['先期处置组', 'dongpu', '到场、警戒、救人'],
      ['联络组', 'matou', '引导救援车辆，通知群众'],
    ],
    actions: [
      [10, 'dongpu', '值班领导到场', '指挥部'],
      [20, 'matou', '路口引导，通知周边群众', '联络组'],
      [30, 'dongpu', '电话首报县值班室', '指挥部'],
      [60, 'dongpu', '书面报告和第一次续报', '先期处置组'],
    ],
    supplies: [
      ['铁锹', 60, '把', 'dongpu', '镇物资室'],
      ['应急照明灯', 12, '盏', 'dongpu', '镇物资室', 200],
    ],
  },
  {
    id: 'xiatang',
    name: '下塘村水库下游转移方案',
    category: 'flood',
    tier: 'village',
    cycle: 'year',
    place: '下塘村一组至三组',
    postId: 'liuhe-clerk',
    unitId: 'liuhe',
    start: '水库水位超过汛限水位半米',
    teams: [
      ['叫醒组', 'xiatang', '逐户敲门，不漏一户'],
      ['安置组', 'liuhe', '村小学安置点开门、供水供餐'],
    ],
    actions: [
      [15, 'xiatang', '广播和敲门同时通知', '叫醒组'],
      [40, 'xiatang', '一组至三组转移完毕，清点', '叫醒组'],
      [45, 'liuhe', '安置点登记人数，报镇里', '安置组'],
    ],
    supplies: [
      ['手摇报警器', 3, '个', 'xiatang', '村委会'],
      ['棉被', 80, '床', 'liuhe', '村小学'],
      ['瓶装水', 60, '箱', 'liuhe', '村小学', 25],
    ],
  },
]

/** The opening form of a plan. `day(n)` is the day in so many days. */
export const planForm = (plan: PlanText, day: (days: number) => string): FormValues => ({
  name: plan.name,
  category: plan.category,
  tier: plan.tier,
  place: plan.place,
  cycle: plan.cycle,
  levels: [
    { responseLevel: '4', condition: plan.start, startedBy: '牵头单位负责人' },
    { responseLevel: '3', condition: '需要两个以上乡镇或部门共同处置', startedBy: '分管副县长' },
  ],
  command: [
    { role: '指挥长', unit: plan.unitId, duty: '定响应级别、下达任务、对外发布' },
    { role: '值班联络', unit: plan.unitId, duty: '记录情况，按时限上报' },
  ],
  teams: plan.teams.map(([team, unit, duty]) => ({ team, unit, duty })),
  actions: plan.actions.map(([minutes, unit, what, role], index) => ({
    key: String(index + 1),
    what,
    unit,
    minutes,
    ...(role ? { role } : {}),
  })),
  supplies: plan.supplies.map(([item, amount, measure, unit, spot, days]) => ({
    item,
    amount,
    measure,
    unit,
    spot,
    ...(days === undefined ? {} : { boughtOn: day(-700), expiresOn: day(days) }),
  })),
  warning: '监测到异常先电话报，再补书面；预警按级别发布、按级别解除。',
  recovery: '清点损失，恢复供水供电和道路，七日内开复盘。',
})
