import { checklist } from './starter.ts'

const EXITS = '《消防法》第十六条'

/** 九小场所: the usual items of a walk through a small place (PROCEDURES 4.4.3, recalled), with the owner's duties of the Fire Law. */
export const nineSmallPlaces = checklist(
  'nineSmall',
  '九小场所消防安全检查表',
  'nineSmall',
  '《消防法》第十六条（单位的消防安全职责）；场所规模界限各地不同，检查项目为通行做法，待本县确认。',
  [
    ['1', '疏散通道、安全出口', '畅通，没有堵塞、占用、锁闭', EXITS, 15, { veto: true }],
    ['2', '灭火器材', '配足、在有效期内、放在拿得到的地方', EXITS, 10],
    [
      '3',
      '消防设施年度检测',
      '有检测记录，每年至少一次',
      EXITS,
      5,
      { places: ['smallInn', 'smallEntertainment', 'smallLeisure', 'smallClinic', 'smallSchool'] },
    ],
    ['4', '电动自行车', '没有在室内、楼道停放或充电', '', 15, { veto: true, unsure: true }],
    [
      '5',
      '住人',
      '经营区没有违规住人',
      '',
      15,
      { unsure: true, places: ['smallShop', 'smallRestaurant', 'smallWorkshop', 'smallLeisure', 'smallFlammables'] },
    ],
    [
      '5.1',
      '住人部分的分隔',
      '与经营区用实体墙和防火门分开，有独立出口',
      '',
      10,
      { unsure: true, after: ['5', 'failed'] },
    ],
    ['6', '电气线路', '没有私拉乱接、老化裸露，没有超负荷用电', '', 10, { unsure: true }],
    [
      '7',
      '用气',
      '软管没有老化、过长，装有熄火保护和报警装置',
      '',
      10,
      { unsure: true, places: ['smallRestaurant', 'smallInn', 'smallSchool', 'smallClinic'] },
    ],
    ['8', '装修和隔断材料', '没有泡沫夹芯板等易燃材料', '', 10, { unsure: true }],
    ['9', '门窗', '没有影响逃生救援的防盗网、广告牌', '', 10, { unsure: true }],
    [
      '10',
      '易燃易爆品',
      '限量存放，分开存放，没有明火',
      '',
      10,
      { unsure: true, places: ['smallFlammables', 'smallWorkshop', 'smallShop'] },
    ],
    ['11', '场所人员会不会', '会报警、会用灭火器、会组织逃生', '', 5, { unsure: true }],
  ],
)

/** 消防: what a unit must have by the Fire Law; a key unit more. */
export const fire = checklist(
  'fire',
  '单位消防安全检查表',
  'fire',
  '《消防法》第十六条、第十七条；重大火灾隐患另按国家标准35181—2025判定。',
  [
    ['1', '消防安全制度和操作规程', '有制度，有灭火和应急疏散预案', EXITS, 5],
    ['2', '消防设施、器材', '按标准配置，完好有效', EXITS, 10],
    ['3', '建筑消防设施检测', '每年至少全面检测一次，记录存档', EXITS, 10],
    ['4', '疏散通道、安全出口、消防车通道', '畅通', EXITS, 15, { veto: true }],
    ['5', '防火检查', '定期检查，及时消除火灾隐患', EXITS, 10],
    ['6', '消防演练', '组织过有针对性的演练', EXITS, 5],
    ['7', '是不是消防安全重点单位', '属于重点单位的选“合格”，往下查；不属于的选“不涉及”', '《消防法》第十七条', 0],
    ['7.1', '消防档案', '已建立', '《消防法》第十七条', 5, { after: ['7', 'ok'] }],
    ['7.2', '每日防火巡查', '每天巡查，有记录', '《消防法》第十七条', 10, { after: ['7', 'ok'] }],
    ['7.3', '岗前消防安全培训', '培训过，有记录', '《消防法》第十七条', 5, { after: ['7', 'ok'] }],
    ['8', '消防控制室', '有人值守，能操作', '', 10, { unsure: true }],
    ['9', '用火用电', '动火有审批，没有私拉乱接', '', 10, { unsure: true }],
  ],
)

/** 审判场所: what keeps a court house safe; all of it customary. */
export const courtPremises = checklist(
  'court',
  '审判场所安全检查表',
  'court',
  '各级法院通行做法，条文待核；消防部分依《消防法》第十六条。',
  [
    ['1', '入口安检', '人、物都过检，通行记录完整', '', 15, { veto: true, unsure: true }],
    ['2', '安检设备', '设备完好，按期检定', '', 10, { unsure: true }],
    ['3', '法庭报警装置', '一键报警有效，当月试过', '', 10, { unsure: true }],
    ['4', '监控录像', '无死角，保存期限够', '', 10, { unsure: true }],
    ['5', '诉讼服务大厅秩序', '有安保力量，应急预案张贴', '', 10, { unsure: true }],
    ['6', '羁押场所', '专用通道、分开羁押、无危险物', '', 15, { veto: true, unsure: true }],
    ['7', '档案库房', '防火、防潮、防盗', '', 5, { unsure: true }],
    ['8', '疏散通道、安全出口', '畅通', EXITS, 15],
    ['9', '应急处置演练', '半年内演练过', '', 10, { unsure: true }],
  ],
)
