import type { Unit, UnitKind } from '../../domain/unit/unit.ts'
import { text } from '../../domain/wording/text.ts'

/** The root unit of the invented county. */
export const COUNTY_ID = 'qinglan'

type Village = readonly [id: string, zh: string, en: string]
type Township = { readonly id: string; readonly zh: string; readonly en: string; readonly villages: readonly Village[] }

/** Six townships and forty villages that are on no map. */
export const TOWNSHIPS: readonly Township[] = [
  {
    id: 'dongpu',
    zh: '东浦镇',
    en: 'Dongpu Town',
    villages: [
      ['matou', '码头社区', 'Matou Community'],
      ['dongpu-cun', '东浦村', 'Dongpu Village'],
      ['puxi', '浦西村', 'Puxi Village'],
      ['yuwan', '渔湾村', 'Yuwan Village'],
      ['ludang', '芦荡村', 'Ludang Village'],
      ['xinwei', '新圩村', 'Xinwei Village'],
      ['yantian', '盐田村', 'Yantian Village'],
      ['dengta', '灯塔村', 'Dengta Village'],
    ],
  },
  {
    id: 'yunxi',
    zh: '云溪镇',
    en: 'Yunxi Town',
    villages: [
      ['yunxi-shequ', '云溪社区', 'Yunxi Community'],
      ['beitang', '北塘村', 'Beitang Village'],
      ['shangyun', '上云村', 'Shangyun Village'],
      ['xiayun', '下云村', 'Xiayun Village'],
      ['zhulin', '竹林村', 'Zhulin Village'],
      ['qiaotou', '桥头村', 'Qiaotou Village'],
      ['gujing', '古井村', 'Gujing Village'],
    ],
  },
  {
    id: 'shiqiao',
    zh: '石桥镇',
    en: 'Shiqiao Town',
    villages: [
      ['shiqiao-shequ', '石桥社区', 'Shiqiao Community'],
      ['wangjiang', '望江村', 'Wangjiang Village'],
      ['shuangqiao', '双桥村', 'Shuangqiao Village'],
      ['baishi', '白石村', 'Baishi Village'],
      ['jingbian', '井边村', 'Jingbian Village'],
      ['songling', '松岭村', 'Songling Village'],
      ['houshan', '后山村', 'Houshan Village'],
    ],
  },
  {
    id: 'liuhe',
    zh: '柳河镇',
    en: 'Liuhe Town',
    villages: [
      ['qingshi', '青石村', 'Qingshi Village'],
      ['xiatang', '下塘村', 'Xiatang Village'],
      ['liulin', '柳林村', 'Liulin Village'],
      ['hewan', '河湾村', 'Hewan Village'],
      ['shimen', '石门村', 'Shimen Village'],
      ['nanpo', '南坡村', 'Nanpo Village'],
    ],
  },
  {
    id: 'yuehu',
    zh: '月湖街道',
    en: 'Yuehu Subdistrict',
    villages: [
      ['yuehu-shequ', '月湖社区', 'Yuehu Community'],
      ['yuhua', '雨花社区', 'Yuhua Community'],
      ['chengguan', '城关社区', 'Chengguan Community'],
      ['nanping', '南屏社区', 'Nanping Community'],
      ['bailu', '白鹭社区', 'Bailu Community'],
      ['wenchang', '文昌社区', 'Wenchang Community'],
    ],
  },
  {
    id: 'fenglin',
    zh: '枫林乡',
    en: 'Fenglin Township',
    villages: [
      ['fenglin-cun', '枫林村', 'Fenglin Village'],
      ['hongfeng', '红枫村', 'Hongfeng Village'],
      ['shangping', '上坪村', 'Shangping Village'],
      ['xiaping', '下坪村', 'Xiaping Village'],
      ['shankou', '山口村', 'Shankou Village'],
      ['zhuxi', '竹溪村', 'Zhuxi Village'],
    ],
  },
]

type Department = readonly [id: string, zh: string, en: string, short: string]

/** Departments of the invented county; `short` is how posts name it. */
export const DEPARTMENTS: readonly Department[] = [
  ['safety', '县应急管理局', 'Emergency Management Bureau', '应急'],
  ['housing', '县住房和城乡建设局', 'Housing and Construction Bureau', '住建'],
  ['market', '县市场监督管理局', 'Market Regulation Bureau', '市监'],
  ['justice', '县司法局', 'Justice Bureau', '司法'],
  ['petitions', '县信访局', 'Petitions Bureau', '信访'],
  ['environment', '县生态环境分局', 'Ecology and Environment Bureau', '生态'],
  ['transport', '县交通运输局', 'Transport Bureau', '交通'],
  ['agriculture', '县农业农村局', 'Agriculture Bureau', '农业'],
  ['labour', '县人力资源和社会保障局', 'Labour Bureau', '人社'],
  ['fire', '县消防救援大队', 'Fire and Rescue Brigade', '消防'],
  ['water', '县水利局', 'Water Bureau', '水利'],
  ['education', '县教育局', 'Education Bureau', '教育'],
]

const unit = (id: string, parent: Unit | undefined, kind: UnitKind, zh: string, en: string): Unit => ({
  id,
  path: `${parent?.path ?? '/'}${id}/`,
  kind,
  name: text(zh, en),
  ...(parent ? { parentId: parent.id } : {}),
})

/** Divisions of the court; the tribunal sits in the largest town. */
const DIVISIONS: readonly (readonly [id: string, zh: string, en: string])[] = [
  ['court-filing', '法院立案庭', 'Filing Division'],
  ['court-civil-1', '法院民事审判第一庭', 'Civil Division 1'],
  ['court-civil-2', '法院民事审判第二庭', 'Civil Division 2'],
  ['court-criminal', '法院刑事审判庭', 'Criminal Division'],
  ['court-administrative', '法院行政审判庭', 'Administrative Division'],
  ['court-enforcement', '法院执行局', 'Enforcement Bureau'],
  ['court-tribunal', '东浦人民法庭', 'Dongpu People’s Tribunal'],
]

const county = unit(COUNTY_ID, undefined, 'county', '清澜县', 'Qinglan County')

const townshipUnits = TOWNSHIPS.flatMap(({ id, zh, en, villages }) => {
  const township = unit(id, county, 'township', zh, en)
  return [
    township,
    ...villages.map(([village, villageZh, villageEn]) => unit(village, township, 'village', villageZh, villageEn)),
  ]
})

const court = unit('court', county, 'court', '清澜县人民法院', 'Qinglan County Court')

/** All units, parents before children. */
export const DEMO_UNITS: readonly Unit[] = [
  county,
  ...DEPARTMENTS.map(([id, zh, en]) => unit(id, county, 'department', zh, en)),
  court,
  ...DIVISIONS.map(([id, zh, en]) => unit(id, court, 'court', zh, en)),
  ...townshipUnits,
]
