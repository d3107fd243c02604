import { ACCEPTED_FILES } from '../procedure/file-kinds.ts'
import type { PeriodUnit } from '../time/time.ts'
import { ROLES } from '../unit/role.ts'
import type { ErrorCode } from './errors.ts'
import { GUARD_TEXT } from './guard-text.ts'
import { type Locale, type Text, text } from './text.ts'

type Details = Readonly<Record<string, unknown>>

/** One sentence a person can act on: what is refused, why, and who can or what to do. Never an internal word. */
export function errorText(code: ErrorCode, details: Details, locale: Locale): string {
  const wording = WORDINGS[code]
  return (typeof wording === 'function' ? wording(details) : wording)[locale]
}

/** Whether this is the code of a refusal that the product knows. */
export const isErrorCode = (code: unknown): code is ErrorCode => ERROR_CODES.some((known) => known === code)

const WORDINGS: Readonly<Record<ErrorCode, Text | ((details: Details) => Text)>> = {
  'matter-not-found': text('没有这件事，或者它不归你的单位管', 'There is no such matter, or it is outside your units'),
  'procedure-not-found': text('没有这一类事项', 'There is no such kind of matter'),
  'procedure-not-yet': ({ effectiveOn }) =>
    text(`这一类事项${effectiveOn}起才办理`, `This kind of matter begins on ${effectiveOn}`),
  'step-unknown': text('这类事项没有这一步', 'This kind of matter has no such step'),
  'step-not-open': text('这件事现在走不到这一步', 'The matter is not at this step now'),
  'role-required': ({ roles, says }) => (isWords(says) ? mustBe(says) : byRoles(roles)),
  'out-of-scope': ({ says }) =>
    isWords(says) ? mustBe(says) : text('这件事不归你的单位管', 'This matter is outside your units'),
  'guard-refused': ({ guard, says }) =>
    known(GUARD_TEXT, guard) ??
    (isWords(says) ? text(`要先满足：${says.zh}`, `First: ${says.en}`) : undefined) ??
    text('还不满足这一步的条件', 'A condition of this step is not met yet'),
  'form-invalid': ({ issues }) => toMend(issues),
  'version-conflict': text(
    '别人刚改过这件事，看过新内容再提交；你填的都还在',
    'Somebody has just changed this matter; look at it and submit again. What you filled in is kept',
  ),
  'key-reused': text(
    '同一个提交编号用在了不同内容上，刷新后再提交',
    'One submission key came with two contents; reload and submit again',
  ),
  'reference-taken': text(
    '编号都被占用了，没有登记成；你填的都还在，过一会再提交，还不行就找管理员',
    'The numbers tried are all taken and nothing was registered; what you filled in is kept. Submit again, or ask your administrator',
  ),
  'deadline-unknown': text('这件事没有这个期限', 'The matter has no such deadline'),
  'extension-refused': extensionRefused,
  'sign-in-required': text('请先登录', 'Sign in first'),
  'sign-in-refused': ({ rule }) =>
    known(NOT_IN, rule) ?? text('用户名或密码不对', 'User name or password is not right'),
  'password-change-required': text('先把一次性密码换成自己的', 'Change the one-time password first'),
  'second-factor-required': text(
    '本单位要求用第二道验证，先设好再办事',
    'This office asks for a second factor; set one up first',
  ),
  'not-allowed': ({ roles, rule }) =>
    known(NOT_ALLOWED, rule) ??
    (Array.isArray(roles)
      ? byRoles(roles)
      : text('你的岗位办不了这件事，找本单位管理员', 'Your post cannot do this; ask your administrator')),
  'not-found': text('没有找到', 'Not found'),
  'still-in-use': stillInUse,
  'request-invalid': ({ issues }) => toMend(issues),
  'file-refused': ({ rule, limit }) => fileRefused(rule, limit),
  'field-sealed': ({ rule }) =>
    rule === 'unconfirmed'
      ? text(
          '你任这个岗位还没经第二个人确认，暂时不能看反映人是谁',
          'Your holding of this post waits for a second person; until then you cannot see who reported',
        )
      : text(
          '这一项你的岗位不能打开，要写理由由有权的人打开',
          'Your post cannot open this; somebody entitled opens it, with a reason',
        ),
  'matter-restricted': text(
    '限制处理：只存不用，解除后才能办',
    'Restricted: it is stored and not used until that is lifted',
  ),
  'field-shredded': text('这一项已经销毁，看不到也补不回来', 'It was destroyed and cannot be read or given again'),
  'seal-broken': text(
    '这项密封内容打不开：它不是封在这件事里的，或者封存后被改动过。请告诉审计岗和系统管理人员',
    'This sealed value does not open: it was sealed for another matter, or changed since. Tell the auditor and whoever runs the system',
  ),
  'file-damaged': text(
    '这个附件在盘上损坏了或者不见了，打不开。谁有原件，再传一次就好；也请告诉系统管理人员从备份里放回来',
    'This file is damaged on the disk, or gone. Whoever has the original mends it by sending it in again; whoever runs the system can put it back from a backup',
  ),
  'too-many-requests': ({ rule, retryAfter, anHour, aDay }) =>
    rule === 'openings'
      ? text(
          `打开个人信息一小时最多${anHour}次、一天最多${aDay}次，已满；已告知审计岗`,
          `Personal fields open at most ${anHour} times an hour and ${aDay} a day; that is used up, and the auditor has been told`,
        )
      : afterSeconds(retryAfter, '操作太密', 'Too many requests'),
  'import-refused': importRefused,
  'procedures-faulty': text(
    '制度定义有错，找管理员看日志',
    'A definition has a fault; the administrator finds it in the log',
  ),
  'database-unusable': ({ rule }) =>
    rule === 'away'
      ? text(
          '数据库暂时连不上，已填的内容还在，过一会再提交',
          'The database is away; what you filled in is kept, submit again later',
        )
      : rule === 'clock-back' || rule === 'clock-ahead'
        ? text(
            '服务器的时钟不对，先停下了，已填的内容还在；请告诉管理员',
            'The clock of the server is wrong, so it stands still; what you filled in is kept. Tell its administrator',
          )
        : text('数据库用不了，找管理员看日志', 'The database cannot be used; the administrator finds why in the log'),
  'not-set-up': text(
    '这里还没有设置好：请管理员在服务器上运行 anlan init',
    'This office is not set up yet: its administrator runs anlan init on the server',
  ),
  busy: ({ rule, retryAfter }) =>
    rule === 'no-connection'
      ? text('连不上服务器，已填的内容还在', 'The server cannot be reached; what you filled in is kept')
      : afterSeconds(retryAfter, '现在人多', 'Busy just now'),
}

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
export const ERROR_CODES = Object.keys(WORDINGS) as ErrorCode[]

/** Why somebody is not let in, where it tells strangers nothing. */
const NOT_IN: Readonly<Record<string, Text>> = {
  'one-time-over': text(
    '一次性密码过期了，请管理员再发一个',
    'The one-time password is over; ask the administrator for a new one',
  ),
  'wrong-code': text('验证码不对，或者已经用过', 'The code is not right, or was used before'),
  'wrong-passkey': text('这把通行密钥这里不认识', 'This passkey is not known here'),
  'second-step-over': text('时间过了，请从头登录', 'That took too long; sign in from the beginning'),
}

const NOT_ALLOWED: Readonly<Record<string, Text>> = {
  'no-alert': text('只有指挥这件事的领导能发预警', 'Only the leader who commands it may issue an alert'),
  'other-site': text(
    '这个请求是别的网站发来的，没有办。请从安澜自己的网址打开再做；网址没错的话，请管理员核对 BASE_URL 和代理的设置',
    'This came from another site and was not done. Open the address of Anlan itself and try again; if it is the right one, let the administrator check BASE_URL and the proxy',
  ),
  'no-post': text('你还没有岗位，找本单位管理员', 'You hold no post yet; ask your administrator'),
  unconfirmed: text(
    '你任这个岗位还没经第二个人确认，请另一位管理员或审计岗确认',
    'Your holding of this post waits for a second person: another administrator or the auditor',
  ),
  'own-factor': text('自己的第二道验证不能自己批准重置', 'Nobody agrees to the reset of their own second factor'),
  'factor-demanded': text(
    '本单位要求第二道验证，最后一种不能去掉；先加另一种',
    'This office demands a second factor: the last one stays until there is another',
  ),
  scope: text('这个服务账号没有这项权限', 'The scopes of this service account do not allow that'),
  'no-token': text('服务账号不能用这个入口', 'Accounts of programs may not use this door'),
  'own-right': text('自己的任职不能自己确认', 'Nobody confirms their own post'),
  'own-act': text(
    '这项任职或账号是你办的，要由另一位管理员或审计岗确认',
    'You gave this post or account yourself; another administrator or the auditor confirms it',
  ),
  'hand-over': text(
    '移交由管这个岗位的领导、分流督办岗或管理员办',
    'A post is handed over by who oversees it, who routes for it, or the administrator',
  ),
  team: text(
    '班子页给管岗位的领导、分流督办岗和管理员看',
    'The team page is for who oversees posts, routes or administers',
  ),
  statement: text(
    '反映人用查询码自己写，或者由受理岗代写',
    'Whoever reported writes it under the code, or intake does for them',
  ),
  'not-auditor': text('全部查阅记录只有审计岗能看', 'Only the auditor sees the whole log of readers'),
  'auditor-administers': text(
    '管理员不能兼审计：本人还任着管理员岗位，不能看全部查阅记录',
    'Whoever administers is not the auditor: as long as you hold a post of an administrator you cannot see the whole log',
  ),
  'emergency-same-person': text('自己不能确认自己的紧急查看', 'Nobody confirms their own emergency'),
  'emergency-same-post': text('同一岗位的人不能确认', 'Somebody of the same post cannot confirm'),
  'emergency-stand-in': text('替申请人代岗的人不能确认', 'Somebody who stands in for whoever asks cannot confirm'),
  'emergency-over': text('这次紧急查看已经过期，请重新申请', 'This emergency is over; ask again'),
  'emergency-second': text('由分管领导或审计岗确认', 'A leader in charge or the auditor confirms'),
  'emergency-reviewer': text(
    '由没有参与这次查看的审计岗或分管领导复核',
    'An auditor or leader who had no part in it reviews',
  ),
  'export-approver': text(
    '由申请人单位或上级的分管领导批准，不能是本人',
    'A leader of that unit or above approves, and never whoever asked',
  ),
  'export-over': text('这份导出已经过期，请重新申请', 'This export is over; ask again'),
  'export-waits': text('这份导出还没批准', 'This export is not approved'),
  'report-code': text(
    '查询码由受理岗换发；承办这件事的人不能换发',
    'Intake issues report codes; whoever handles the matter may not',
  ),
  'return-unmapped': text('先定好各格填什么，再填报', 'Say first what the cells ask, then fill it'),
  'return-unchecked': text('填报岗核对后，才能签发', 'Whoever fills it checks it first; then it is signed'),
  'return-own-check': text('核对和签发不能是同一个岗位', 'The post that checked it does not sign it'),
  'return-unsigned': text('领导签发后才能下载', 'It can be taken once a leader has signed it'),
  'return-withheld': text(
    '有的数字背后的事项你的岗位看不到，不能由你签发或下载',
    'Your post does not see all matters behind its figures, and neither signs nor takes it',
  ),
  'one-time-password': text(
    '本人还没登录换掉一次性密码，换好再确认',
    'The holder has not replaced the one-time password yet; confirm afterwards',
  ),
}

const known = (table: Readonly<Record<string, Text>>, name: unknown): Text | undefined =>
  typeof name === 'string' && Object.hasOwn(table, name) ? table[name] : undefined

/** People take steps; the system is only named where nobody else can. */
/** Words that were made from the definition where the refusal was. */
const isWords = (says: unknown): says is Text =>
  typeof says === 'object' && says !== null && 'zh' in says && 'en' in says

const mustBe = ({ zh, en }: Text) => text(`这一步由${zh}办`, `For: ${en}`)

function byRoles(roles: unknown): Text {
  const names = (Array.isArray(roles) ? roles : []).filter((role): role is keyof typeof ROLES =>
    Object.hasOwn(ROLES, role),
  )
  const people = names.filter((role) => role !== 'system')
  const titles = (people.length > 0 ? people : names).map((role) => ROLES[role].title)
  if (titles.length === 0) return text('这一步不归你的岗位办', 'Your post cannot take this step')
  const zh = titles.map((title) => title.zh).join('、')
  return text(`这一步由${zh}办`, `For: ${titles.map((title) => title.en).join(', ')}`)
}

function toMend(issues: unknown): Text {
  const count = Array.isArray(issues) ? issues.length : 0
  if (count === 0) return text('提交的内容读不出来', 'The request cannot be read')
  return text(`有${count}处要改`, count === 1 ? 'One thing to mend' : `${count} things to mend`)
}

function stillInUse({ units, posts, matters, lastAdministrator }: Details): Text {
  if (lastAdministrator === true)
    return text('至少要留一名管理员，先定好接替的人', 'One administrator must remain; name a successor first')
  const parts = [
    { count: Number(units ?? 0), zh: '个下级单位', en: 'units' },
    { count: Number(posts ?? 0), zh: '个岗位', en: 'posts' },
    { count: Number(matters ?? 0), zh: '件没办完的事', en: 'open matters' },
  ].filter(({ count }) => count > 0)
  const zh = parts.map((part) => `${part.count}${part.zh}`).join('、')
  const en = parts.map((part) => `${part.count} ${part.en}`).join(', ')
  return text(`还有${zh || '在用的内容'}，先移走再停用`, `Still in use: ${en || 'move what is open first'}`)
}

const UNITS: Readonly<Record<PeriodUnit, Text>> = {
  minute: text('分钟', 'minutes'),
  hour: text('小时', 'hours'),
  calendarDay: text('日', 'days'),
  workingDay: text('个工作日', 'working days'),
  month: text('个月', 'months'),
  year: text('年', 'years'),
}

function periodText(period: unknown): Text {
  const { length, unit } = (period ?? {}) as { length?: unknown; unit?: unknown }
  const words = known(UNITS, unit)
  return words ? text(`${length}${words.zh}`, `${length} ${words.en}`) : text('规定的时间', 'the time allowed')
}

function extensionRefused({ rule, max, times, applyBefore, decideBefore }: Details): Text {
  switch (rule) {
    case 'too-late': {
      if (decideBefore) {
        const ahead = periodText(decideBefore)
        return text(
          `延期要在到期${ahead.zh}前决定，现在晚了`,
          `An extension is decided ${ahead.en} before the due day; now it is too late`,
        )
      }
      if (!applyBefore) return text('期限已到，不能再延长', 'The deadline has passed; it cannot be extended any more')
      const before = periodText(applyBefore)
      return text(
        `延期要在到期${before.zh}前提出，现在晚了`,
        `An extension is asked for ${before.en} before the due day; now it is too late`,
      )
    }
    case 'too-long': {
      const most = periodText(max)
      return text(`最多延长${most.zh}`, `At most ${most.en} more`)
    }
    case 'too-often':
      return text(
        `只能延长${times ?? 1}次，已经用完`,
        times === undefined || times === 1 ? 'It can be extended only once' : `It can be extended only ${times} times`,
      )
    case 'not-running':
      return text('期限没有在走，不用延长', 'The deadline is not running')
    default:
      return text('这个期限不能延长', 'This deadline cannot be extended')
  }
}

const megabytes = (bytes: unknown) => Math.floor(Number(bytes) / 1_048_576)

function fileRefused(rule: unknown, limit: unknown): Text {
  if (rule === 'emblem')
    return text('徽标要 PNG 或 JPEG 图片，不超过256 KB', 'An emblem is a PNG or JPEG picture of at most 256 KB')
  if (rule === 'empty') return text('文件是空的', 'The file is empty')
  if (rule === 'too-large')
    return Number.isFinite(Number(limit))
      ? text(`文件太大，最大${megabytes(limit)} MB`, `The file is too large; at most ${megabytes(limit)} MB`)
      : text('文件太大', 'The file is too large')
  if (rule === 'quota')
    return text(
      '这段时间收到的文件太多，先不带文件提交，过些时候再补',
      'Too many files have come in; submit without them and add them later',
    )
  if (rule === 'not-stored') return text('附件要重新传一次', 'Hand the file in once more')
  if (rule === 'macros')
    return text(
      '文件里带有宏，收不了；另存为不带宏的文件再交',
      'The file contains macros and is not taken; save it without them',
    )
  if (rule === 'unreadable')
    return text('文件读不出来，可能坏了，换一份再交', 'The file cannot be read; it may be damaged')
  return text(
    `这种文件收不了，可以交${ACCEPTED_FILES.zh}`,
    `This kind of file is not taken; these are: ${ACCEPTED_FILES.en}`,
  )
}

function importRefused({ rule, column, text: own }: Details): Text {
  if (isText(own)) return own
  if (rule === 'column-missing' && typeof column === 'string')
    return text(`表里没有“${column}”这一列`, `The sheet has no column “${column}”`)
  return text(
    '这个文件或对照表读不出来，一行也没有导入',
    'The file or its mapping cannot be read; nothing was imported',
  )
}

function afterSeconds(seconds: unknown, zh: string, en: string): Text {
  if (typeof seconds !== 'number') return text(`${zh}，过一会再试`, `${en}; try again later`)
  return seconds < 60
    ? text(`${zh}，${seconds}秒后再试`, `${en}; try again in ${seconds} s`)
    : text(`${zh}，${Math.ceil(seconds / 60)}分钟后再试`, `${en}; try again in ${Math.ceil(seconds / 60)} min`)
}
