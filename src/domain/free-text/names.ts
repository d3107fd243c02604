import type { Span } from './personal-kind.ts'
import { COMPOUND_SURNAMES, FREQUENT_SURNAMES, NO_NAMES, SURNAMES } from './surnames.ts'

const HAN = '\\p{Script=Han}'
/** Characters that begin the next word after a name: 我叫王明家住…. */
const NEXT = '是家住在今来电手联的反想要和与因于现男女身系向从有说也给这已就'
/** Characters of everyday given names. */
const HAN_NAMES =
  '明强军华红丽芳燕玲霞梅兰英娟敏静洁芸娜萍慧莲菊花云波涛鹏飞龙虎勇刚杰伟斌辉峰磊浩宇轩晨阳雨雪琴珍珠凤贵福禄寿喜庆胜利民国建平安东南西北林森宝玉'
const TITLES = '师傅|先生|女士|小姐|阿姨|叔叔|大爷|大妈|书记|主任|医生|老师|经理|队长|老板|总|警官|局长|镇长|村长|工$'
const ANONYMISED = `(?!${HAN}[某甲乙丙丁])(?!${HAN}?(?:${TITLES}))`
/** A full name after words that leave no doubt: three characters where the text goes on otherwise, two before the next word. */
const NAME = `${ANONYMISED}(?:(?:${COMPOUND_SURNAMES})${HAN}{1,2}|[${SURNAMES}](?:${HAN}·?){2}(?!${HAN})|[${SURNAMES}]${HAN}(?=[${NEXT}]|(?!${HAN}))|[${SURNAMES}]${HAN}{2})`
const GAP = '[\\s"“「『:：,，]{0,3}'
/** After words that leave doubt (我是高中生) a name must stand by itself. */
const ALONE = '(?=[^\\p{Script=Han}\\p{L}\\p{N}]|$|身份证|现住|家住|住在|电话|手机|男|女)'
const LONE_NAME = `${ANONYMISED}(?:(?:${COMPOUND_SURNAMES})${HAN}{1,2}|[${SURNAMES}]${HAN}{1,2})${ALONE}`
/** A place or a trade, not a person: 我是石桥村，, 我是方特员工。 */
const NO_PERSON =
  /[桥庄坝湾岭沟浜埭塘坞畈村镇乡区市县街路巷人员工生民户长主客家店司部队组院校厂级岁族班科系办局所站点方便的了过]$/u
const ROLES =
  '联系人|反映人|投诉人|举报人|申请人|报案人|上访人|信访人|来访人|来电人|报告人|当事人|户主|业主|称呼|署名|落款'
/** Those of the roles whose name often follows without any mark. */
const TELLERS = '联系人|反映人|投诉人|举报人|申请人|报案人|上访人|信访人|来访人|来电人'
/** A place goes on after its first two or three characters: 我叫江南小区的物业来. */
const PLACE = new RegExp(`^${HAN}{1,2}?(?:小区|新区|社区|家园|花园|公司|村(?!民)|厂|街道)`, 'u')
const FROM = '[村组镇]|社区|小区|村民|居民|业主|住户|职工|员工|家长|户主|房东|租客|老师|学生|邻居|的'

type Pattern = { readonly pattern: RegExp; readonly doubt?: true }
const pattern = (source: string, flags = 'gu'): RegExp => new RegExp(source, flags)

/** A name that only those around know: 小明, 阿强, 老王. After 我叫 it says who writes; a trade or a word is none. */
const NICKNAME = `(?:[小阿][${HAN_NAMES}](?!${HAN}))`

const PATTERNS: readonly Pattern[] = [
  { pattern: pattern(`(?:[我俺](?:的名字)?(?:就)?叫|大家都?叫我|人称|外号|小名)(?:做)?${GAP}(?<name>${NICKNAME})`) },
  {
    pattern: pattern(
      `(?:[我俺][的]?名?(?:字)?(?:就|是)?叫做?(?!车)|(?:名字|名)(?:叫做?|是|为)|本名|大名)${GAP}(?<name>${NAME})`,
    ),
  },
  {
    pattern: pattern(
      `[我俺]姓[${SURNAMES}][,，、\\s]{0,2}(?:名|单名|名字)?叫?做?(?<name>(?![叫做名单]|${HAN}?某)${HAN}{1,2})(?=[^\\p{Script=Han}]|$|[${NEXT}])`,
    ),
    doubt: true,
  },
  { pattern: pattern(`姓\\s{0,4}名${GAP}[是为]?${GAP}(?<name>${NAME})`) },
  { pattern: pattern(`(?<![区店厂路桥司])名字\\s*[:：]\\s*(?<name>${LONE_NAME})`), doubt: true },
  { pattern: pattern(`[我俺][的]?名?(?:字)?(?:就|是)?叫做?${GAP}(?<name>${HAN}{1,8}[·•.]${HAN}{1,8})`) },
  {
    pattern: pattern(
      `姓\\s{0,4}名\\s*[:：]\\s*(?<name>(?!匿名|不详|未知|保密|不便|不愿|不留|无名|同上|见附|${HAN}某)${HAN}{2,4}(?:·${HAN}{1,6})?)(?=[^\\p{Script=Han}]|$)`,
    ),
  },
  { pattern: pattern(`(?:${ROLES})(?:姓名)?(?:\\s*[:：是]\\s*|\\s+)(?<name>${LONE_NAME})`), doubt: true },
  {
    pattern: pattern(`(?:${TELLERS})(?:姓名)?[(（「“]?(?<name>[${FREQUENT_SURNAMES}]${HAN}{1,2})${ALONE}`),
    doubt: true,
  },
  { pattern: pattern(`(?:${ROLES})\\s*[:：]\\s*(?<name>${NAME})(?!${HAN}{2})`), doubt: true },
  {
    pattern: pattern(
      `(?:本人|鄙人|[我俺])(?:是|系|为|叫)?${GAP}(?<name>(?<=[本鄙]人.{0,4}|[是系叫]${GAP})${LONE_NAME})`,
    ),
    doubt: true,
  },
  { pattern: pattern(`(?:本人|鄙人|[我俺])[(（\\[【]\\s*(?<name>${LONE_NAME})`), doubt: true },
  {
    pattern: pattern(
      `(?:[我俺]是|[我俺]系|本人[是系]|这里是)${HAN}{0,12}?[\\d\\p{L}]{0,8}?(?:${FROM})${GAP}(?<name>${LONE_NAME})`,
    ),
    doubt: true,
  },
  { pattern: pattern(`(?:[我俺]叫做?|姓名\\s*[:：])\\s*(?<name>[A-Za-z][A-Za-z'’]+(?: [A-Za-z][A-Za-z'’]+){0,3})`) },
  {
    pattern: pattern(
      '\\bmy name is (?<name>(?!not|very|known|on|in|also|already|no)[a-z]{2,15} (?!and\\b|from\\b|i\\b|who\\b|living\\b)[a-z]{2,15})\\b',
    ),
  },
  {
    pattern: pattern(
      "\\b[Mm][Yy] [Nn][Aa][Mm][Ee](?: [Ii][Ss]|['’][Ss])\\s+(?<name>(?!not\\b|very\\b|known\\b|on\\b|in\\b|also\\b|already\\b|no\\b)[A-Za-z][A-Za-z'’-]*(?:\\s+(?!And\\b|From\\b|I\\b)(?:[A-Z]\\.|[A-Z][A-Za-z'’-]*)){0,3})",
    ),
  },
  { pattern: pattern(`\\b[Mm]y name(?: is|['’]s)\\s+(?<name>${HAN}{2,4})`) },
  {
    pattern: pattern(
      "\\b(?:I am|I['’]m|i am|i['’]m)(?: called| named)?\\s+(?<name>[A-Z][a-z]+ [A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=\\s*(?:[,.;!(\\n]|$|from\\b|and\\b|of\\b))",
    ),
  },
  {
    pattern: pattern(
      "(?:^|[\\n,;.]\\s*)(?:[Ff]ull )?[Nn]ame\\s*:\\s*(?<name>[A-Z][A-Za-z'’-]*(?: (?:[A-Z]\\.|[A-Z][A-Za-z'’-]*)){1,3})",
    ),
  },
]

const LETTER = /\p{L}/u

/** Full names of people who say who they are, by the words they say it with. A name alone is not looked for: streets carry them too. */
export function findNames(text: string): Span[] {
  // Numbers of ledgers come by the hundred thousand.
  if (!LETTER.test(text)) return []
  return PATTERNS.flatMap(({ pattern, doubt }) =>
    [...text.matchAll(pattern)].flatMap((match): Span[] => {
      const name = match.groups?.['name'] ?? ''
      const start = match.index + match[0].lastIndexOf(name)
      const isNone = NO_NAMES.has(name) || NO_NAMES.has(name.slice(0, 2)) || (doubt && NO_PERSON.test(name))
      const isPlace = PLACE.test(text.slice(start))
      return name === '' || isNone || isPlace ? [] : [{ start, end: start + name.length, kind: 'name' }]
    }),
  )
}
