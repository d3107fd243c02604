import { type Text, text } from '../../domain/wording/text.ts'

/** Columns that no ledger here takes in, whatever a mapping says, and why (Personal Information Protection Law arts 5, 6, 28). */
const REFUSED: readonly { readonly words: RegExp; readonly why: Text }[] = [
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

/** Why a column under this heading is not taken in, whatever a mapping says; undefined for all others. */
export const refusedHeading = (heading: string): Text | undefined =>
  REFUSED.find(({ words }) => words.test(heading.normalize('NFKC')))?.why
