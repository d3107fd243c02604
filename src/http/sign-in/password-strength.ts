import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

/** A password must withstand ten to the power of so many guesses by somebody who knows the lists: years behind delays and argon2id. */
const LEAST_GUESSES_LOG10 = 9

/** Words of the product and of every office, which guessers try first; pinyin is in no dictionary of the library. */
const OFFICE_WORDS = [
  ...['anlan', '安澜', 'demo', 'password', 'admin', 'administrator', 'office', 'welcome', 'county', 'court', 'gov'],
  ...['woaini', 'woaizuguo', 'zhongguo', 'huanying', 'mima', 'guanliyuan', 'zhengfu', 'fayuan', 'zongzhi', 'zhili'],
  ...['zongzhizhongxin', 'zhongxin', 'shequ', 'xinfang', 'tiaojie', 'zhongcai', 'gongan', 'jiedao', 'xiangzhen'],
  ...['yinhuan', 'fengxian', 'pingan', 'shouli', 'banshi', 'fuwu', 'renmin', 'wei', 'xian', 'zhen', 'cun'],
  ...['密码', '我爱你', '中国', '综治', '综治中心', '政府', '法院', '管理员', '平安', '人民', '欢迎', '系统', 'xitong'],
]

let estimator: ZxcvbnFactory | undefined

/**
 * Whether a password is easy to guess: repeated, a run of keys or digits, a date, on the lists of common ones, or made of the words that
 * belong to this person and place (`own`: user name, name, county, unit). Estimated by zxcvbn, offline, on the server.
 */
export function isEasyPassword(password: string, own: readonly string[]): boolean {
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, useLevenshteinDistance: true })
  const words = [...OFFICE_WORDS, ...own.flatMap(parts)].map((word) => word.toLowerCase())
  return estimator.check(password.normalize('NFKC'), [...new Set(words)]).guessesLog10 < LEAST_GUESSES_LOG10
}

/** `清澜县综治中心` is guessed as `清澜` and `清澜县` too, `Qinglan Governance Centre` word by word, `zhou.shili` in its halves. */
function parts(word: string): string[] {
  const place = /^(.{2,6}?)(?=[省市区县镇乡村])/u.exec(word)?.[1]
  return [word, ...(place ? [place] : []), ...word.split(/[\s._-]+/u)].filter((part) => part.length > 1)
}
