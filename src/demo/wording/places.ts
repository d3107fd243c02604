/** Invented shops, estates and works; `{v}` is the village or community without its last word. */
export const SPOTS = {
  shop: [
    '{v}便民超市',
    '{v}五金店',
    '锦程快递{v}网点',
    '{v}农贸市场',
    '聚源酒楼',
    '{v}早点铺',
    '四季鲜果店',
    '{v}药房',
    '望云茶楼',
    '小满裁缝铺',
  ],
  home: [
    '{v}小区3号楼',
    '{v}小区7号楼',
    '雨花苑12栋',
    '{v}花园5栋',
    '{v}安置房2栋',
    '湖畔里9栋',
    '{v}老供销社宿舍',
    '{v}新村一组',
  ],
  works: [
    '青禾农资仓库',
    '{v}船舶修理点',
    '{v}砖瓦厂',
    '{v}木器加工点',
    '{v}粮食烘干房',
    '远山冷库',
    '{v}豆制品作坊',
    '{v}采石场',
    '{v}预制件厂',
  ],
  public: ['{v}文化站', '{v}养老服务站', '{v}小学', '{v}中学', '小星星托育点', '{v}卫生室', '{v}活动广场', '{v}图书室'],
  road: ['{v}路口', '{v}村道', '{v}码头栈桥', '{v}大桥引道', '{v}路与湖滨路交叉口', '{v}公交站', '{v}路中段'],
  water: ['{v}塘坝', '{v}河段', '{v}湖岸', '{v}灌渠', '{v}河堤', '{v}泵站'],
  field: ['{v}村东头', '{v}三组', '{v}五组', '{v}晒谷场', '{v}林地'],
} as const satisfies Record<string, readonly string[]>

export type SpotKind = keyof typeof SPOTS
