import { LEVELS, type Level } from '../matter/level.ts'
import { columnsOf, type Field, type FieldKind, type Form, personalOf } from '../procedure/form.ts'
import type { Issue, IssueRule } from './errors.ts'
import { type LevelNames, levelName, levelNames } from './level-names.ts'
import { kindsText } from './personal-text.ts'
import { type Locale, type Text, text } from './text.ts'

/** Names of what requests carry besides a form's own fields. */
const REQUEST_FIELDS: Readonly<Record<string, Text>> = {
  body: text('提交的内容', 'The request'),
  username: text('用户名', 'User name'),
  currentPassword: text('现在的密码', 'Current password'),
  newPassword: text('新密码', 'New password'),
  reason: text('理由', 'Reason'),
  password: text('密码', 'Password'),
  totpCode: text('六位数', 'The code'),
  passkey: text('通行密钥', 'The passkey'),
  unit: text('单位', 'Unit'),
  unitId: text('单位', 'Unit'),
  postId: text('岗位', 'Post'),
  reference: text('编号', 'Reference'),
  extendBy: text('延长多久', 'Length of the extension'),
  files: text('附件', 'Files'),
  name: text('名称', 'Name'),
  title: text('标题', 'Title'),
  code: text('查询码', 'Code'),
  text: text('查找的文字', 'Search text'),
  note: text('说明', 'Note'),
  query: text('筛选', 'Filter'),
}

/** What is wrong with one answer and what would be right, in one short sentence naming the field. */
export function issueText(issue: Issue, form: Form | undefined, locale: Locale): string {
  const { name, ...about } = subject(issue.field, form, locale)
  const limit =
    issue.rule === 'personal-data' || issue.rule === 'person-search'
      ? kindsText(issue.limit, locale)
      : (issue.limit ?? '')
  return SENTENCES[locale][issue.rule]({
    name,
    ...about,
    limit,
    contactFields: contactFields(form, locale),
    levels: form ? levelNames({ forms: { form } }) : {},
  })
}

/** The fields of a form that keep what tells who somebody is: sealed, opened only with a reason. */
const contactFields = (form: Form | undefined, locale: Locale): string =>
  Object.values(form?.fields ?? {})
    .flatMap((field) => (personalOf(field) ? [`“${field.title[locale]}”`] : []))
    .join(locale === 'zh' ? '' : ', ')

type Subject = {
  readonly name: string
  readonly kind?: FieldKind
  readonly field?: Field
  /** Title of another question of the form. */
  readonly titleOf: (field: string) => Text | undefined
}

/** `problems.0.title` is “问题清单”第1行“标题”. A field the form does not know is named as it came. */
function subject(path: string, form: Form | undefined, locale: Locale): Subject {
  const [first = '', row, column] = path.split('.')
  const fieldOf = (name: string) => (form && Object.hasOwn(form.fields, name) ? form.fields[name] : undefined)
  const field = fieldOf(first)
  const known = field?.title ?? (Object.hasOwn(REQUEST_FIELDS, first) ? REQUEST_FIELDS[first] : undefined)
  const name = quoted(known?.[locale] ?? first, locale)
  const titleOf = (other: string) => fieldOf(other)?.title
  if (row === undefined || column === undefined) return { name, titleOf, ...(field ? { kind: field.kind, field } : {}) }
  const columns = columnsOf(field)
  const inner = Object.hasOwn(columns, column) ? columns[column] : undefined
  const line = locale === 'zh' ? `第${Number(row) + 1}行` : ` row ${Number(row) + 1} `
  const innerName = quoted(inner?.title[locale] ?? column, locale)
  return { name: `${name}${line}${innerName}`, titleOf, ...(inner ? { kind: inner.kind, field: inner } : {}) }
}

const quoted = (name: string, locale: Locale) =>
  name === '' ? (locale === 'zh' ? '提交的内容' : 'The request') : `“${name}”`

type Given = Subject & {
  readonly limit: number | string
  readonly contactFields: string
  readonly levels: LevelNames
}
type Sentences = Readonly<Record<IssueRule, (given: Given) => string>>

const CHINESE_COUNTS: Partial<Record<FieldKind, string>> = { files: '个文件', items: '行', choices: '项' }
const ENGLISH_COUNTS: Partial<Record<FieldKind, string>> = { files: 'files', items: 'rows', choices: 'choices' }
const zhCount = ({ kind, limit }: Given) => `${limit}${(kind && CHINESE_COUNTS[kind]) ?? '个字'}`
const enCount = ({ kind, limit }: Given) => `${limit} ${(kind && ENGLISH_COUNTS[kind]) ?? 'characters'}`
const isPicked = (kind: FieldKind | undefined) => kind === 'choice' || kind === 'choices' || kind === 'level'

/** The day a bound names, and what day that is: 今天（2026-03-02）. */
function bound({ field, titleOf, limit }: Given, which: 'notBefore' | 'notAfter', locale: Locale): string {
  const ref = field?.kind === 'date' || field?.kind === 'dateTime' ? field[which] : undefined
  const title = typeof ref === 'object' ? titleOf(ref.field) : ref && BOUNDS[ref]
  if (!title) return String(limit)
  const name = typeof ref === 'object' ? quoted(title[locale], locale) : title[locale]
  return locale === 'zh' ? `${name}（${limit}）` : `${name} (${limit})`
}

const BOUNDS = { today: text('今天', 'today'), opening: text('登记那天', 'the day of registering') } as const

const levelWord = (level: number | string, locale: Locale, names: LevelNames): string =>
  Object.hasOwn(LEVELS, level) ? levelName(level as Level, names)[locale] : String(level)

/** Money is kept in fen and typed in yuan. */
const amount = ({ kind, limit }: Given) => (kind === 'money' ? Number(limit) / 100 : limit)

const SENTENCES: Readonly<Record<Locale, Sentences>> = {
  zh: {
    required: ({ name, kind }) =>
      kind === 'files' ? `${name}要附文件` : isPicked(kind) ? `${name}要选一项` : `${name}要填`,
    'unknown-field': ({ name }) => `这张表里没有${name}`,
    'wrong-type': ({ name, kind }) =>
      kind === 'number' || kind === 'money' ? `${name}要填数字` : `${name}填的内容读不出来，重新填一次`,
    'too-short': (given) => `${given.name}最少${zhCount(given)}`,
    'too-long': (given) => `${given.name}最多${zhCount(given)}`,
    'too-small': (given) => `${given.name}不能小于${amount(given)}`,
    'too-large': (given) => `${given.name}不能大于${amount(given)}`,
    'not-a-date': ({ name, kind, limit }) =>
      limit !== ''
        ? `${name}读不成日期，能读的写法：${limit}`
        : kind === 'dateTime'
          ? `${name}要填日期和时间，写成2026-10-08 09:30`
          : `${name}要填日历上有的日期，写成2026-10-08`,
    'too-early': (given) => `${given.name}不能早于${bound(given, 'notBefore', 'zh')}`,
    'too-late': (given) => `${given.name}不能晚于${bound(given, 'notAfter', 'zh')}`,
    'not-an-option': ({ name, limit }) => `${name}要从给出的选项里选${limit === '' ? '' : `：${limit}`}`,
    'not-a-unit': ({ name }) => `${name}不是本地名单里的单位`,
    'not-an-office': ({ name }) => `${name}：没有这个地方，或者两地还没有都同意`,
    'not-a-post': ({ name }) => `${name}要选能办这一步的岗位`,
    'post-elsewhere': ({ name }) => `${name}要选承办单位自己的岗位`,
    barred: ({ name }) => `${name}选的人在这件事里要回避，换一个岗位`,
    'not-barred': ({ name }) => `${name}选的人没有回避`,
    'not-as-computed': ({ name, limit }) => `${name}按前面填的算出来是${limit}，不另填`,
    'not-by-rule': ({ name }) => `${name}由规则按事项现状定，不能另选；重新打开再办`,
    'lower-than-computed': ({ name, limit, levels }) =>
      `按分值是${levelWord(limit, 'zh', levels)}，定得更低要写${name}`,
    'not-a-holder': ({ name }) => `${name}要从请过、还没有答复的里面选`,
    'nobody-there': ({ name }) => `${name}还没有人在岗，选上一级单位，或请管理员先定人`,
    'wrong-form': ({ name, limit }) => `${name}的写法不对${limit === '' ? '' : `，要写成${limit}`}`,
    'in-the-future': ({ name }) => `${name}不能晚于现在`,
    'before-opening': ({ name }) => `${name}不能早于登记的时间`,
    taken: ({ name }) => `${name}已有人用，换一个`,
    wrong: ({ name }) => `${name}不对`,
    'too-easy': ({ name }) =>
      `${name}太容易猜到：不要用重复的字、键盘上连着的键、日期、常见密码、姓名、用户名、县名、单位名或系统名；可以用几个不相干的词`,
    'personal-data': ({ name, limit, contactFields }) =>
      contactFields
        ? `${name}里有${limit}，很多人看得到。请填到${contactFields}里，或者隐去`
        : `${name}里有${limit}，很多人看得到。请隐去；联系方式只登记在专门的栏里`,
    'person-search': ({ limit }) => `这里查事不查人，请去掉${limit}再查`,
    repeated: ({ name, limit }) => `${name}在第${limit}行相同，内容却不同；分清是不是同一件，或把几列合起来作编号`,
    ruined: ({ name }) => `${name}被表格软件改坏了；把这一列设成文本格式，从原处重新导出`,
    unreadable: ({ name }) => `${name}里有乱码；换一种编码重新另存`,
    quotation: ({ limit }) => `文件第${limit}行的引号没有配对`,
    columns: () => '格数和表头不一样',
    'not-in-table': ({ name }) => `${name}在对照表里没有这个值`,
    'several-units': ({ name, limit }) => `${name}有几个同名的单位：${limit}；在对照文件里用 in 写明上级的列`,
    ambiguous: ({ name }) => `${name}有同名的，写编码或带上上级，写成“东浦镇/下塘村”`,
    'beyond-statute': ({ name, limit }) => `${name}不能长过法定的${limit}`,
    'no-such-matter': ({ name, limit }) => `${name}：没有编号是${limit}的另一件事，对照列表再看一遍`,
    'linked-back': () => '那一件已经这样关联到这一件，不能互相是',
    'takes-others-on': ({ name, limit }) => `${name}填的${limit}自己会归入别的事项，不能归入；同一件事请并办`,
    'same-person': ({ name }) => `${name}要是另一个人`,
    'not-in-line': ({ name }) => `${name}要在同一单位，或者上级单位`,
    'in-exercise': ({ name, limit }) => `${name}不能填${limit}：演练与真实的事项不并在一起`,
    'ended-matter': ({ name, limit }) =>
      `${name}：${limit}已经办结、撤回或作重复件并办，没有人在办。这件照常办理，可以关联到它`,
    'wrong-code': ({ name }) => `${name}不对：统一社会信用代码18位，末位校验不符`,
    'no-such-record': ({ name, limit }) => `${name}：没有编号为“${limit}”的现行记录，或者你看不到它`,
    'row-missing': ({ name, limit }) => `${name}：第${limit}项没有填`,
    'no-such-row': ({ name, limit }) => `${name}：引用的版本里没有第${limit}项，或这次不查这一项；重新打开再填`,
    'row-exists': ({ name, limit }) => `${name}：第${limit}项已经有了，要改它就选“修改”`,
    'too-many-values': ({ name, limit }) => `${name}里的项数太多，一次最多${limit}项`,
    'says-nothing': () => '写清楚为什么：办哪件事、要联系谁做什么；“看看”“工作需要”不算理由',
    'too-deep': ({ name, limit }) => `${name}里层次太多，最多${limit}层`,
  },
  en: {
    required: ({ name, kind }) =>
      kind === 'files' ? `${name} needs a file` : isPicked(kind) ? `Choose ${name}` : `Fill in ${name}`,
    'unknown-field': ({ name }) => `This form has no ${name}`,
    'wrong-type': ({ name, kind }) =>
      kind === 'number' || kind === 'money' ? `${name} takes a number` : `${name} cannot be read; fill it in again`,
    'too-short': (given) => `${given.name} takes at least ${enCount(given)}`,
    'too-long': (given) => `${given.name} takes at most ${enCount(given)}`,
    'too-small': (given) => `${given.name} is at least ${amount(given)}`,
    'too-large': (given) => `${given.name} is at most ${amount(given)}`,
    'not-a-date': ({ name, kind, limit }) =>
      limit !== ''
        ? `${name} cannot be read as a date; it may be written ${limit}`
        : kind === 'dateTime'
          ? `${name} takes a date and time such as 2026-10-08 09:30`
          : `${name} takes a day of the calendar such as 2026-10-08`,
    'too-early': (given) => `${given.name} cannot be before ${bound(given, 'notBefore', 'en')}`,
    'too-late': (given) => `${given.name} cannot be after ${bound(given, 'notAfter', 'en')}`,
    'not-an-option': ({ name, limit }) => `Choose ${name} from the list${limit === '' ? '' : `: ${limit}`}`,
    'not-a-unit': ({ name }) => `${name} is not a unit on our list`,
    'not-an-office': ({ name }) => `${name}: there is no such office, or the two have not both agreed`,
    'not-a-post': ({ name }) => `Choose a post for ${name} that can do this`,
    'post-elsewhere': ({ name }) => `Choose a post of the handling unit for ${name}`,
    barred: ({ name }) => `Whoever holds ${name} takes no part in this matter; choose another post`,
    'not-barred': ({ name }) => `Whoever holds ${name} did not recuse`,
    'not-as-computed': ({ name, limit }) => `${name} is worked out from the other answers: ${limit}`,
    'not-by-rule': ({ name }) => `${name} follows from the rule as the matter stands; open the form again`,
    'lower-than-computed': ({ name, limit, levels }) =>
      `By its value it is ${levelWord(limit, 'en', levels)}; a lower level needs ${name}`,
    'not-a-holder': ({ name }) => `Choose ${name} from those who were asked and have not answered yet`,
    'nobody-there': ({ name }) =>
      `Nobody holds a post in ${name} yet; choose the unit above, or ask the administrator to name someone`,
    'wrong-form': ({ name, limit }) => `${name} is not written right${limit === '' ? '' : `; write it as ${limit}`}`,
    'in-the-future': ({ name }) => `${name} cannot be later than now`,
    'before-opening': ({ name }) => `${name} cannot be before the matter was registered`,
    taken: ({ name }) => `${name} is taken; choose another`,
    wrong: ({ name }) => `${name} is not right`,
    'too-easy': ({ name }) =>
      `${name} is too easy to guess: no repeats, neighbouring keys, dates, common passwords, names of you, your county, unit or this system; a few unrelated words will do`,
    'personal-data': ({ name, limit, contactFields }) =>
      contactFields
        ? `${name} contains ${limit}, and many people read it. Put it into ${contactFields}, or mask it`
        : `${name} contains ${limit}, and many people read it. Mask it; contact belongs only in its own fields`,
    'person-search': ({ limit }) => `Matters are searched here, not persons: leave out ${limit}`,
    repeated: ({ name, limit }) =>
      `${name} is the same on rows ${limit}, but the rows differ; tell them apart, or let several columns be the key`,
    ruined: ({ name }) => `${name} was ruined by a spreadsheet; format the column as text and export it again`,
    unreadable: ({ name }) => `${name} holds characters that no text has; save the file in another encoding`,
    quotation: ({ limit }) => `The quotation mark on line ${limit} of the file has no partner`,
    columns: () => 'The number of cells is not that of the headings',
    'not-in-table': ({ name }) => `${name} is not in the value table of the mapping`,
    'several-units': ({ name, limit }) =>
      `${name} is the name of several units: ${limit}; name the columns of the units above with "in"`,
    ambiguous: ({ name }) => `${name} fits more than one; write its code, or the unit above and a slash before it`,
    'beyond-statute': ({ name, limit }) => `${name} cannot be longer than the ${limit} of the statute`,
    'no-such-matter': ({ name, limit }) => `${name}: there is no other matter ${limit}; check it against the list`,
    'linked-back': () => 'The other matter is linked to this one in that way already; both cannot be',
    'takes-others-on': ({ name, limit }) => `${name}: ${limit} takes other matters on itself; merge what is the same`,
    'same-person': ({ name }) => `${name} must be another person`,
    'not-in-line': ({ name }) => `${name} must work in the same unit or in one above it`,
    'in-exercise': ({ name, limit }) => `${name} cannot be ${limit}: an exercise and what is in earnest are not joined`,
    'ended-matter': ({ name, limit }) =>
      `${name}: ${limit} is closed, withdrawn or merged itself, so nobody works on it. Handle this one, and link it to that`,
    'wrong-code': ({ name }) =>
      `${name}: not a unified social credit code; its last character does not fit the other 17`,
    'no-such-record': ({ name, limit }) => `${name}: no record "${limit}" is in force, or you cannot see it`,
    'row-missing': ({ name, limit }) => `${name}: item ${limit} is not answered`,
    'no-such-row': ({ name, limit }) =>
      `${name}: the version in use has no item ${limit}, or it is not asked here; open the form again`,
    'row-exists': ({ name, limit }) => `${name}: there is an item ${limit} already; choose "change" for it`,
    'too-many-values': ({ name, limit }) => `${name} holds too much; at most ${limit} values at a time`,
    'says-nothing': () => 'Say why: for which task, to do what. “Looking” or “work” is no reason',
    'too-deep': ({ name, limit }) => `${name} nests too deep; at most ${limit} levels`,
  },
}

export const ISSUE_RULES = Object.keys(SENTENCES.zh) as IssueRule[]
