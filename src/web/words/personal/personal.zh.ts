/** Words of what protects personal data. */
export const personalZh = {
  concerned: '所涉事项',
  concernedHint: '只有本人说出编号的。核对、副本、更正都记在那件事项里。',
  noneYet: '还没有关联事项：办“关联所说的事项”。',
  nothingHere: '这件里没有留个人信息。',
  destroyed: '个人信息已销毁',
  ordered: { keep: '已留存', restrict: '已限制处理' },
  compare: '核对一项，不显示',
  copy: '制作副本',
  correct: '更正一项',
  which: '哪一项',
  said: '本人说的',
  newValue: '改成',
  compareHint: '只回答一致不一致，不显示存的是什么；会记录。',
  same: '与登记的一致',
  different: '不一致',
  copyHint: '勾选属于本人的项目；没勾的当作别人的，在副本里隐去。会记录。',
  make: '下载副本',
  made: '副本下载好了，核对无误再交付本人。',
  correctHint: '新旧都封存，时间线上看得到谁改的。',
  put: '更正',
  corrected: '已更正',
  restricted: '限制处理',
  restrictedText: '只存不用：不打开、不检索、不导出。',
  kept: '依法留存',
  keptText: '保存期满也不销毁。',
  since: (day: string, reason: string) => `${day}起。${reason}`,
  duties: {
    tab: '个人信息',
    hint: '只有件数，没有姓名。保存期满自动销毁；依法留存和限制处理的不销毁，解除后再算。',
    kind: '事项',
    due: '一个月内销毁',
    destroyed: '上一个月销毁',
    kept: '留存',
    restricted: '限制处理',
    assessed: '影响评估',
    owed: (version: number) => `第${version}版没有评估`,
  },
  impact: {
    title: '个人信息',
    hint: '由定义算出来。启用前要评估影响，定义变了再评估（《个人信息保护法》第五十五条、第五十六条）。',
    none: '这类事项不收个人信息。',
    basis: '处理依据',
    goesTo: '会转出为',
    notCarried: '加密的内容不随着转出',
    proposes: '按规则提出等级或抽取，由人决定',
    field: '项目',
    purpose: '用途',
    when: '何时收',
    atOpening: '登记时',
    later: '办理中',
    required: '必填',
    optional: '可不填',
    openers: '谁能打开',
    kept: '办结后存',
    apart: '另存',
    sensitive: '敏感',
    notice: '对外公示',
  },
} as const satisfies object

type Widened<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...given: infer A) => string
      ? (...given: A) => string
      : Widened<T[K]>
}
export type PersonalWords = Widened<typeof personalZh>
