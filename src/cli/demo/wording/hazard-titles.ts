import type { SpotKind } from './places.ts'

/** What an inspection finds, and which department follows it up. */
export type HazardTheme = {
  readonly category: string
  readonly spot: SpotKind
  readonly title: string
  readonly about: string
  readonly placeType: string
  readonly level: 'major' | 'serious' | 'general' | 'low'
  readonly unit?: string
  readonly law: string
  readonly measure: string
  readonly weight: number
}

const FIRE = '《消防法》第二十八条'
const SAFETY = '《安全生产法》第四十一条'

export const HAZARD_THEMES: readonly HazardTheme[] = [
  { category: 'fire', spot: 'works', title: '{s}：安全出口锁闭、化学品混存', about: '两个安全出口锁了一个，农药和化肥同库，没有隔开。', placeType: 'enterprise', level: 'major', unit: 'safety', law: SAFETY, measure: '拆除锁闭的卷帘门，农药单独存放，配防爆灯。', weight: 3 },
  { category: 'building', spot: 'field', title: '{s}老粮站危房仍有人堆放货物', about: '屋架下沉，墙体开裂，仍当仓库用。', placeType: 'other', level: 'major', unit: 'housing', law: '《安全生产法》第一百零二条', measure: '清空货物，围挡，委托鉴定。', weight: 2 },
  { category: 'facility', spot: 'road', title: '{s}防撞设施缺失', about: '靠船一侧护舷掉了三处，夜间无警示。', placeType: 'road', level: 'major', unit: 'transport', law: SAFETY, measure: '补装护舷和警示灯，未装好前停靠泊。', weight: 1 },
  { category: 'chemicals', spot: 'works', title: '{s}液氨管道法兰渗漏', about: '有刺激气味，检测仪报警。', placeType: 'enterprise', level: 'major', unit: 'safety', law: SAFETY, measure: '停用检修，换垫片，做气密试验。', weight: 1 },
  { category: 'electric', spot: 'home', title: '{s}三处楼道电动自行车充电', about: '飞线充电，线皮老化。', placeType: 'residence', level: 'serious', unit: 'fire', law: '《高层民用建筑消防安全管理规定》第三十七条', measure: '拆除飞线，建集中充电棚。', weight: 6 },
  { category: 'parcel', spot: 'shop', title: '{s}安检机停用仍收寄', about: '机器坏了十天，包裹没有过检。', placeType: 'smallShop', level: 'serious', unit: 'transport', law: '《反恐怖主义法》第二十条', measure: '停止收寄，修好并重新检测。', weight: 2 },
  { category: 'gas', spot: 'shop', title: '{s}厨房燃气报警器失效', about: '按测试键没有反应，切断阀未联动。', placeType: 'smallRestaurant', level: 'serious', unit: 'housing', law: '《安全生产法》第三十六条', measure: '更换报警器并与切断阀联动。', weight: 5 },
  { category: 'traffic', spot: 'public', title: '{s}南门护学岗减速带破损', about: '螺栓外露，缺了两节。', placeType: 'smallSchool', level: 'serious', unit: 'transport', law: '《道路交通安全法》第三十条', measure: '更换减速带，补标线。', weight: 2 },
  { category: 'fire', spot: 'public', title: '{s}灭火器压力不足', about: '六具里四具指针在红区。', placeType: 'smallSchool', level: 'general', unit: 'fire', law: FIRE, measure: '充装或更换，做月检记录。', weight: 8 },
  { category: 'electric', spot: 'shop', title: '{s}临时用电线路拖地', about: '插线板串接，过道人多。', placeType: 'smallShop', level: 'general', law: SAFETY, measure: '拆除串接，穿管架空。', weight: 7 },
  { category: 'fire', spot: 'public', title: '{s}疏散图缺失', about: '二楼没有疏散示意图，指示牌不亮。', placeType: 'publicPlace', level: 'general', unit: 'fire', law: FIRE, measure: '张贴疏散图，更换指示牌。', weight: 5 },
  { category: 'water', spot: 'water', title: '{s}护栏缺口约6米', about: '缺口旁是放学路。', placeType: 'water', level: 'general', law: SAFETY, measure: '先拉警戒，再补装护栏。', weight: 5 },
  { category: 'fire', spot: 'shop', title: '{s}外窗防盗网未留逃生口', about: '二楼住人，防盗网焊死。', placeType: 'smallShop', level: 'general', unit: 'fire', law: FIRE, measure: '每间开设逃生口。', weight: 6 },
  { category: 'building', spot: 'home', title: '{s}外墙砖脱落', about: '掉在人行道上，下面有店。', placeType: 'residence', level: 'general', unit: 'housing', law: '《民法典》第一千二百五十三条', measure: '敲除空鼓，搭防护棚。', weight: 4 },
  { category: 'machinery', spot: 'works', title: '{s}传送带缺防护罩', about: '皮带轮裸露，旁边是操作位。', placeType: 'smallWorkshop', level: 'general', unit: 'safety', law: '《安全生产法》第三十六条', measure: '加装防护罩和急停。', weight: 4 },
  { category: 'construction', spot: 'home', title: '{s}工地临边没有防护', about: '三层楼板边没有栏杆。', placeType: 'site', level: 'general', unit: 'housing', law: '《建设工程安全生产管理条例》第二十八条', measure: '设临边栏杆和安全网。', weight: 4 },
  { category: 'ground', spot: 'field', title: '{s}屋后边坡有裂缝', about: '雨后裂缝变宽，约两指。', placeType: 'residence', level: 'general', law: '《地质灾害防治条例》第十四条', measure: '设监测点，雨天转移。', weight: 3 },
  { category: 'traffic', spot: 'road', title: '{s}限速牌被遮挡', about: '行道树挡住。', placeType: 'road', level: 'low', unit: 'transport', law: '《道路交通安全法》第二十八条', measure: '修剪。', weight: 4 },
  { category: 'facility', spot: 'public', title: '{s}应急照明一盏不亮', about: '楼梯间一盏不亮。', placeType: 'publicPlace', level: 'low', law: FIRE, measure: '更换。', weight: 5 },
]
