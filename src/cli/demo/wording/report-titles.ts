import type { SpotKind } from './places.ts'

/** What somebody reports. `busy` are the months in which it comes more often; `to` is where triage sends it. */
export type Theme = {
  readonly category: string
  readonly spot: SpotKind
  readonly title: string
  readonly about: string
  readonly weight: number
  readonly busy?: readonly number[]
  readonly to?: { readonly route: 'hazard' | 'dispute' | 'risk' | 'task'; readonly category: string }
  /** The department that answers; otherwise the township. */
  readonly unit?: string
}

const SUMMER = [6, 7, 8]
const WINTER = [11, 12, 1, 2]
const BEFORE_NEW_YEAR = [12, 1]

export const REPORT_THEMES: readonly Theme[] = [
  { category: 'safety', spot: 'home', title: '{s}楼道里给电动自行车充电', about: '一楼楼道拉了插线板，晚上停七八辆，堵着门。', weight: 6, busy: SUMMER, to: { route: 'hazard', category: 'electric' } },
  { category: 'safety', spot: 'shop', title: '{s}安全出口上了锁', about: '白天营业时后门一直锁着，里面有货。', weight: 4, to: { route: 'hazard', category: 'fire' } },
  { category: 'safety', spot: 'shop', title: '{s}煤气瓶放在店里睡人的房间', about: '两个钢瓶和床只隔一道布帘。', weight: 3, busy: WINTER, to: { route: 'hazard', category: 'gas' } },
  { category: 'safety', spot: 'works', title: '{s}夜里冒黑烟，怕起火', about: '连着三个晚上，烟从后院出来，有焦味。', weight: 2, to: { route: 'hazard', category: 'fire' } },
  { category: 'safety', spot: 'water', title: '{s}没有护栏，孩子常去', about: '去年落过一次水，现在只有一根绳子。', weight: 4, busy: SUMMER, to: { route: 'hazard', category: 'water' } },
  { category: 'safety', spot: 'road', title: '{s}窨井盖翘起来了', about: '骑车的人夜里看不见，已经摔了一个。', weight: 4, to: { route: 'hazard', category: 'facility' }, unit: 'housing' },
  { category: 'facility', spot: 'field', title: '{s}路灯不亮', about: '从桥头到三组有五盏不亮，放学路上很黑。', weight: 7, busy: WINTER, unit: 'housing' },
  { category: 'facility', spot: 'home', title: '{s}二次供水停水超过48小时', about: '前天傍晚停的，物业说水泵坏了，没有说什么时候修好。', weight: 6, busy: SUMMER, unit: 'housing' },
  { category: 'facility', spot: 'public', title: '{s}健身器材螺丝脱落', about: '单杠晃，老人不敢用。', weight: 3 },
  { category: 'facility', spot: 'road', title: '{s}站牌倒了半个月', about: '倒在人行道上，没人扶。', weight: 3, unit: 'transport' },
  { category: 'facility', spot: 'field', title: '{s}自来水发黄', about: '下雨以后特别黄，放一夜有沉淀。', weight: 4, busy: SUMMER, unit: 'water' },
  { category: 'environment', spot: 'shop', title: '{s}油烟直接排到楼上', about: '装了管子但是口对着三楼窗户，中午晚上都有。', weight: 5, unit: 'environment' },
  { category: 'environment', spot: 'water', title: '{s}漂着垃圾，有味', about: '拐弯处积了一大片，天热味道重。', weight: 5, busy: SUMMER, unit: 'environment' },
  { category: 'environment', spot: 'works', title: '{s}夜间机器声太大', about: '十一点以后还在响，离住家不到五十米。', weight: 4, unit: 'environment' },
  { category: 'environment', spot: 'field', title: '{s}有人烧秸秆', about: '傍晚烧，烟飘到公路上。', weight: 3, busy: [9, 10, 11], unit: 'agriculture' },
  { category: 'traffic', spot: 'public', title: '{s}门口减速带破损', about: '放学时车多，车速快。', weight: 4, busy: [3, 9], unit: 'transport' },
  { category: 'traffic', spot: 'road', title: '{s}大货车夜里鸣笛', about: '去物流园的车，凌晨一两点最多。', weight: 4, unit: 'transport' },
  { category: 'traffic', spot: 'road', title: '{s}限速牌被树挡住了', about: '树枝长出来，开到跟前才看得见。', weight: 3, unit: 'transport' },
  { category: 'housing', spot: 'home', title: '{s}楼顶漏水，报修没人来', about: '顶楼两户，一下雨就接盆，报了三次。', weight: 5, busy: SUMMER, to: { route: 'dispute', category: 'property' } },
  { category: 'housing', spot: 'home', title: '{s}电梯停了一周', about: '有老人下不来楼，物业说等配件。', weight: 4, unit: 'market' },
  { category: 'housing', spot: 'field', title: '{s}老房子墙裂了还住着人', about: '裂缝能伸进手，前面就是路。', weight: 2, busy: SUMMER, to: { route: 'hazard', category: 'building' } },
  { category: 'land', spot: 'field', title: '{s}宅基地地界说不清', about: '两家都说那条沟是自己的，已经吵过两次。', weight: 3, to: { route: 'dispute', category: 'land' } },
  { category: 'land', spot: 'field', title: '{s}土地流转租金拖着不给', about: '合同写每年三月付，今年还没有给。', weight: 3, busy: [3, 4, 9], to: { route: 'dispute', category: 'land' } },
  { category: 'neighbours', spot: 'home', title: '{s}邻居空调水滴到窗台', about: '说过几次，没有接管子。', weight: 4, busy: SUMMER, to: { route: 'dispute', category: 'neighbours' } },
  { category: 'neighbours', spot: 'field', title: '{s}邻居建房挡了排水', about: '下大雨水往院子里倒灌。', weight: 3, busy: SUMMER, to: { route: 'dispute', category: 'neighbours' } },
  { category: 'wages', spot: 'works', title: '{s}欠三个月工资', about: '十几个人，说等货款到了再发。', weight: 4, busy: BEFORE_NEW_YEAR, to: { route: 'dispute', category: 'labour' } },
  { category: 'wages', spot: 'home', title: '{s}工地欠农民工工资', about: '活干完了，包工头说甲方没有结账。', weight: 4, busy: BEFORE_NEW_YEAR, unit: 'labour', to: { route: 'dispute', category: 'labour' } },
  { category: 'market', spot: 'shop', title: '{s}预付卡不退钱', about: '充了一千，店说要停业，只肯换东西。', weight: 4, unit: 'market', to: { route: 'dispute', category: 'consumer' } },
  { category: 'market', spot: 'shop', title: '{s}秤不准', about: '买三斤回家称两斤七两，复秤没有人管。', weight: 3, unit: 'market' },
  { category: 'market', spot: 'shop', title: '{s}卖过期食品', about: '货架最下面一排，日期是上个月的。', weight: 3, unit: 'market' },
  { category: 'conduct', spot: 'public', title: '{s}办事要来回跑三趟', about: '每次说的材料不一样，最后一次说系统停了。', weight: 2 },
  { category: 'crime', spot: 'home', title: '{s}有人冒充客服要转账', about: '群里好几个人接到，说是退款，要开屏幕共享。', weight: 2 },
  { category: 'other', spot: 'public', title: '{s}想多开一个周末班', about: '平时都上班，周末只开半天。', weight: 2 },
]
