import { type Text, text } from '../../domain/wording/text.ts'

/** What a column may be to every kind of matter. */
export type Meaning = 'number' | 'opened' | 'unit' | 'what' | 'where' | 'ended' | 'result' | 'isDone'

/**
 * Headings under which offices keep a ledger, the surest first (PROCEDURES section 6: the customary ledgers and their variants).
 * A heading also counts when it ends with one of them (隐患整改完成日期).
 */
export const WORDS: Readonly<Record<Meaning, readonly string[]>> = {
  number: [
    '编号',
    '登记号',
    '台账编号',
    '登记编号',
    '受理编号',
    '隐患编号',
    '问题编号',
    '案号',
    '事项编号',
    '文号',
    '工单号',
    '工单编号',
  ],
  opened: [
    '登记日期',
    '登记时间',
    '受理日期',
    '受理时间',
    '收到日期',
    '收件日期',
    '来访日期',
    '来信日期',
    '排查日期',
    '排查时间',
    '发现日期',
    '发现时间',
    '检查日期',
    '检查时间',
    '识别日期',
    '立项日期',
    '立案日期',
    '反馈日期',
    '发生时间',
    '发生日期',
    '上报时间',
    '上报日期',
    '交办日期',
    '日期',
    '时间',
  ],
  unit: [
    '责任单位',
    '主办单位',
    '牵头单位',
    '承办单位',
    '办理单位',
    '整改单位',
    '整改责任单位',
    '去向单位',
    '负责单位',
    '调解单位',
    '处置单位',
    '承办部门',
    '责任部门',
    '属地',
    '所属乡镇',
    '所属镇街',
    '乡镇',
    '镇街',
    '镇(街道)',
    '街道',
    '辖区',
    '单位',
  ],
  what: [
    '隐患描述',
    '隐患情况',
    '隐患内容',
    '存在问题',
    '存在隐患',
    '主要隐患',
    '问题描述',
    '问题',
    '事由',
    '内容摘要',
    '主要内容',
    '简要情况',
    '基本情况',
    '基本案情',
    '纠纷情况',
    '反映内容',
    '诉求内容',
    '信访内容',
    '投诉内容',
    '督办事项',
    '风险名称',
    '风险描述',
    '事件名称',
    '事件',
    '情况说明',
    '事项',
    '内容',
    '情况',
  ],
  where: [
    '地址',
    '详细地址',
    '地点',
    '发生地点',
    '事发地点',
    '事项地',
    '位置',
    '场所地址',
    '隐患地点',
    '隐患部位',
    '部位',
    '被查单位',
    '被查单位或场所',
    '被检查单位',
    '场所名称',
    '企业名称',
    '单位名称',
    '场所',
    '属地',
  ],
  ended: [
    '销号日期',
    '销号时间',
    '办结日期',
    '办结时间',
    '结案日期',
    '整改完成日期',
    '整改完成时间',
    '整改日期',
    '整改时间',
    '完成日期',
    '完成时间',
    '复查日期',
    '复查时间',
    '化解日期',
    '化解时间',
    '答复日期',
    '答复时间',
    '结束日期',
    '结束时间',
  ],
  result: [
    '复查意见',
    '复查结果',
    '整改情况',
    '化解结果',
    '办理结果',
    '处理结果',
    '处理意见',
    '调解结果',
    '审核意见',
    '处置结果',
    '办结情况',
    '结果',
    '备注',
  ],
  isDone: ['是否销号', '是否办结', '是否整改', '是否完成', '是否化解', '整改状态', '办理状态', '当前状态', '状态'],
}

/** A running number that begins anew in each sheet: it tells rows of one sheet apart and no more. */
export const RUNNING = ['序号', '序']

/** What a cell of a yes-or-no column says when the case is over. */
export const DONE =
  /^(?:是|√|✓|✔|☑|有|1|y|yes|true|(?:已|均已|全部)?(?:整改|办结|销号|完成|化解|处理|结案|答复|闭环|解决)(?:完成|完毕|到位|成功|了)?)$/i

/** Columns that no ledger here takes in, whatever a mapping says, and why (Personal Information Protection Law arts 5, 6, 28). */
export const REFUSED: readonly { readonly words: RegExp; readonly why: Text }[] = [
  {
    words: /身份证|证件号|护照|社保卡|公民身份/,
    why: text('证件号码不收', 'numbers of identity papers are not taken in'),
  },
  { words: /银行卡|银行账[号户]|开户行|卡号/, why: text('银行账户不收', 'bank accounts are not taken in') },
  {
    words: /亲属|家庭成员|与.{0,4}关系|父亲|母亲|配偶|子女|监护人|户主/,
    why: text('亲属关系不收', 'kinship is not taken in'),
  },
  { words: /病[史情种]|疾病|残疾|健康|精神障碍|诊断|孕/, why: text('健康情况不收', 'health is not taken in') },
  { words: /宗教|信仰|教派/, why: text('信仰不收', 'belief is not taken in') },
  { words: /民族|族别|籍贯/, why: text('民族、籍贯不收', 'ethnicity and origin are not taken in') },
  {
    words: /政治面貌|党派|是否党员|思想|倾向/,
    why: text('政治面貌和观点不收', 'politics and opinions are not taken in'),
  },
  {
    words: /性别|出生|年龄|婚姻|学历|文化程度|职业|工作单位及职务/,
    why: text('个人情况不收', 'what describes a person is not taken in'),
  },
  {
    words: /人员类别|重点人|管控|稳控|前科|吸毒|上访次数/,
    why: text('对人的分类不收', 'classes of people are not taken in'),
  },
]

/** Headings differ in blanks, full-width letters, and what stands in brackets: 资金（元）, 信访人(密). */
export const loosened = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/\s+|[:：*]/g, '')
    .replace(/\([^()]*\)$/, '')
    .toLowerCase()
