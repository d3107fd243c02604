/** Invented shops, estates and works; `{v}` is the village or community without its last word. */
export const SPOTS = {
  shop: ['{v}便民超市', '{v}五金店', '锦程快递{v}网点', '{v}农贸市场', '聚源酒楼', '{v}早点铺', '四季鲜果店', '{v}药房', '望云茶楼', '小满裁缝铺'],
  home: ['{v}小区3号楼', '{v}小区7号楼', '雨花苑12栋', '云溪花园5栋', '{v}安置房2栋', '湖畔里9栋', '{v}老供销社宿舍', '枫林新村一组'],
  works: ['青禾农资仓库', '东浦船舶修理厂', '{v}砖瓦厂', '石桥木器加工点', '柳河粮食烘干房', '远山冷库', '{v}豆制品作坊', '白石采石场', '双桥预制件厂'],
  public: ['{v}文化站', '{v}养老服务站', '白鹭小学', '云溪中学', '小星星托育点', '{v}卫生室', '{v}活动广场', '月湖图书馆'],
  road: ['{v}路口', '{v}村道', '东浦码头栈桥', '石桥大桥引道', '{v}路与湖滨路交叉口', '{v}公交站', '云溪路中段'],
  water: ['{v}塘坝', '柳河{v}段', '月湖东岸', '{v}灌渠', '云溪{v}段护栏', '{v}泵站'],
  field: ['{v}村东头', '{v}三组', '{v}五组', '{v}晒谷场', '{v}林地'],
} as const satisfies Record<string, readonly string[]>

export type SpotKind = keyof typeof SPOTS
