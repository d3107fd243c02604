import { type Text, text } from '../../domain/wording/text.ts'
import { BULLETIN_OPERATIONS } from './bulletin-operations.ts'
import { COUNT_OPERATIONS } from './count-operations.ts'
import { IMPORT_OPERATIONS } from './import-operations.ts'
import { MAP_OPERATIONS } from './map-operations.ts'
import { OVERVIEW_OPERATIONS } from './overview-operations.ts'
import { PAPER_OPERATIONS } from './paper-operations.ts'
import { RETURNS_OPERATIONS } from './returns-operations.ts'
import { SIGN_IN_OPERATIONS } from './sign-in-operations.ts'
import { STANDARDS_OPERATIONS } from './standards-operations.ts'
import { SURVEY_OPERATIONS } from './survey-operations.ts'
import { TEAM_OPERATIONS } from './team-operations.ts'
import { TOLD_OPERATIONS } from './told-operations.ts'

type Operation = { readonly tag: Tag; readonly summary: Text; readonly note?: Text; readonly body?: string }
export type Tag = keyof typeof TAGS

/** Chapters of the API description, in reading order. */
export const TAGS = {
  session: text('登录与岗位', 'Sign-in and post'),
  matters: text('事项', 'Matters'),
  files: text('文件', 'Files'),
  lists: text('清单与单位', 'Lists and units'),
  bulletins: text('通报、专报、月报', 'Bulletins'),
  import: text('导入台账', 'Taking a ledger in'),
  returns: text('上报报表', 'Returns to superiors'),
  readings: text('查阅记录与导出', 'Log of readers and exports'),
  admin: text('管理', 'Administration'),
  server: text('运行状况', 'Health of the server'),
} as const

/** Every operation in words. A route without its line here does not compile. */
export const OPERATIONS = {
  signIn: {
    tag: 'session',
    summary: text('登录', 'Sign in'),
    note: text('用户名不存在和密码不对，回答相同。', 'An unknown name and a wrong password get the same answer.'),
  },
  signOut: { tag: 'session', summary: text('退出', 'Sign out') },
  changePassword: {
    tag: 'session',
    summary: text('改密码', 'Change the password'),
    note: text('其他登录随之结束。', 'Ends all other sessions.'),
  },
  listSessions: { tag: 'session', summary: text('我的登录', 'My sessions') },
  revokeSession: { tag: 'session', summary: text('结束一个登录', 'End a session') },
  ...SIGN_IN_OPERATIONS,
  ...COUNT_OPERATIONS,
  getSession: { tag: 'session', summary: text('我是谁，以哪个岗位办事', 'Who I am and in which post I act') },
  choosePost: { tag: 'session', summary: text('换岗位', 'Act in another post') },
  listMatters: {
    tag: 'matters',
    summary: text('事项台账，按键翻页', 'The ledger, paged by key'),
    note: text(
      '单位和地点都含下级。件数只随第一页。',
      'Unit and place mean the whole subtree. The count comes with the first page only.',
    ),
  },
  getMatter: { tag: 'matters', summary: text('一件事项', 'One matter') },
  getCoverage: { tag: 'matters', summary: text('专项行动查到哪一步', 'How far a campaign has come, unit by unit') },
  listLessons: {
    tag: 'matters',
    summary: text('举一反三：在哪里落实、有没有再出现', 'Lessons: where they were applied, and what came back'),
  },
  getCameBack: { tag: 'matters', summary: text('一条教训在各单位怎么样', 'One lesson, unit by unit') },
  listEvents: { tag: 'matters', summary: text('一件事项的全部记录', 'All events of a matter') },
  verifyMatter: { tag: 'matters', summary: text('核验记录链', 'Verify the chain of events') },
  openMatter: {
    tag: 'matters',
    summary: text('登记一件事项', 'Open a matter'),
    note: text('带上 Idempotency-Key，重发也只登记一次。', 'With an Idempotency-Key a retry opens it once.'),
  },
  takeStep: {
    tag: 'matters',
    summary: text('办一步', 'Take a step'),
    note: text(
      '写上看到的版本；有人先办了就回 version-conflict。',
      'Say which version you saw; if somebody was first, the answer is version-conflict.',
    ),
  },
  takeStepInBulk: { tag: 'matters', summary: text('几件一起办同一步', 'Take one step in several matters') },
  openFields: {
    tag: 'matters',
    summary: text('打开个人信息', 'Open personal fields'),
    note: text('要写理由，并会记录。', 'Needs a reason and is recorded.'),
  },
  getOpenedFields: {
    tag: 'matters',
    summary: text('看刚打开的个人信息', 'Personal fields that are open'),
    note: text(
      '同一次登录里十分钟内打开过的，按原来的理由再看；没有打开着的，关闭时间就是现在。',
      'What was opened within ten minutes in this session, again under the same reason; when nothing is open, the closing time is now.',
    ),
  },
  issueCode: {
    tag: 'matters',
    summary: text('换发查询码', 'Issue a new report code'),
    note: text(
      '要写理由，并会记录。旧码随即失效；只有受理岗能换发，承办这件事的人不能。',
      'Needs a reason and is recorded. The old code ends; intake may, whoever handles the matter may not.',
    ),
  },
  listConcerned: {
    tag: 'matters',
    summary: text('请求涉及的事项和现在能办的', 'Matters that a request concerns, and what may be done there now'),
  },
  compareField: {
    tag: 'matters',
    summary: text('核对一项个人信息，不显示', 'Compare a personal field without showing it'),
    note: text('会记录。', 'It is recorded.'),
  },
  makeCopy: {
    tag: 'matters',
    summary: text('给本人制作副本', 'Make a copy for the person'),
    note: text(
      '请求核实过身份、批准了才能做；选中的项目打开并记录，其他人的隐去。',
      'Only after who asks was verified and it was granted; what is chosen is opened and recorded, what is of others is left out.',
    ),
  },
  correctField: {
    tag: 'matters',
    summary: text('按本人请求更正个人信息', 'Put a personal field right as the person asked'),
    note: text('新旧都封存在记录里。', 'Both answers stay on record, sealed.'),
  },
  addStatement: {
    tag: 'matters',
    summary: text('代写当事人的不同意见', 'Write down what a person sets against a fact'),
    note: text('记在这项事实旁边，谁也删不掉。', 'It stands beside the fact and nobody takes it away.'),
  },
  addLink: { tag: 'matters', summary: text('关联另一件', 'Link another matter') },
  findDuplicates: { tag: 'matters', summary: text('像不像已有的', 'Matters that look the same') },
  uploadFile: {
    tag: 'files',
    summary: text('上传文件', 'Upload a file'),
    note: text(
      '请求体就是文件；文件名放在 X-File-Name，按 URL 编码。',
      'The body is the file; its name goes URL-encoded into X-File-Name.',
    ),
  },
  readFile: { tag: 'files', summary: text('读事项里的文件', 'Read a file of a matter') },
  getSheet: {
    tag: 'lists',
    summary: text('一类事项的台账', 'The ledger of one kind'),
    note: text(
      '列和列名按这一类的定义；最多200行。',
      'Columns and headings are those of the definition; at most 200 rows.',
    ),
  },
  listAccess: {
    tag: 'readings',
    summary: text('谁看过个人信息', 'The log of readers'),
    note: text(
      '自己的；审计岗可以看全部。不含内容，只说谁、什么时候、看了哪几项、为什么。',
      "One's own; the auditor asks for all. Never the values: who, when, which fields, why.",
    ),
  },
  getAccessReport: {
    tag: 'readings',
    summary: text('个人信息查阅年度审计报告', 'The yearly report on access to personal data'),
    note: text('少于5的不给数，也推不出来。', 'Counts below five are not told, nor can they be worked out.'),
  },
  listEmergencies: { tag: 'readings', summary: text('紧急查看', 'Emergencies') },
  askEmergency: {
    tag: 'readings',
    summary: text('申请紧急查看', 'Ask to read in an emergency'),
    note: text('15分钟内由第二个人确认。', 'A second person confirms within fifteen minutes.'),
  },
  confirmEmergency: { tag: 'readings', summary: text('确认紧急查看', 'Confirm as the second person') },
  openEmergency: {
    tag: 'readings',
    summary: text('看确认了的内容', 'Read what was confirmed'),
    note: text('确认后十分钟内，每看一次记一次。', 'Within ten minutes; each time is recorded.'),
  },
  reviewEmergency: { tag: 'readings', summary: text('复核紧急查看', 'Review an emergency') },
  listExports: { tag: 'readings', summary: text('导出申请', 'Exports') },
  askExport: {
    tag: 'readings',
    summary: text('申请导出台账', 'Ask for the ledger as a file'),
    note: text(
      '写用途；1000行以上要分管领导批准。文件里有导出人和时间，一天内可下载。',
      'Says what for; from 1,000 rows on a leader agrees. The file names who took it and when; it can be taken for a day.',
    ),
  },
  decideExport: { tag: 'readings', summary: text('批准或退回导出', 'Agree to an export or refuse it') },
  downloadExport: {
    tag: 'readings',
    summary: text('下载导出的台账', 'Take the file'),
    note: text('UTF-8的CSV，最多100000行。', 'CSV in UTF-8, at most 100,000 rows.'),
  },
  downloadWorkbook: {
    tag: 'readings',
    summary: text('下载导出的台账（Excel）', 'Take the file as a workbook'),
    note: text(
      '.xlsx，最多100000行；隐藏的末列写着每行是哪个事项。',
      '.xlsx, at most 100,000 rows; a hidden last column says which matter a row is.',
    ),
  },
  downloadOnForm: {
    tag: 'readings',
    summary: text('下载导出的台账（本单位的表）', 'Take the file in the form of one’s own unit'),
    note: text(
      '.xlsx，最多20000行；样式、公式、合计、下拉和打印设置照表里的。',
      '.xlsx, at most 20,000 rows; styles, formulas, sums, lists and print settings are those of the form.',
    ),
  },
  getLedgerForm: { tag: 'readings', summary: text('本单位这类台账用的表', 'The form of one’s own unit for a ledger') },
  keepLedgerForm: {
    tag: 'readings',
    summary: text('换成这张表', 'Keep this form'),
    note: text(
      '.xlsx 或 .xlsm，3兆以内；文件名放在 X-File-Name（百分号编码）。表里原来的行不保存。',
      '.xlsx or .xlsm, up to 3 MB; its name goes into X-File-Name, percent-encoded. The rows it came with are not kept.',
    ),
  },
  dropLedgerForm: { tag: 'readings', summary: text('不再用这张表', 'Use the form no longer') },
  getSatisfaction: {
    tag: 'lists',
    summary: text('各单位的满意度', 'Satisfaction by unit'),
    note: text(
      '看得到的事项里反映人最后怎么评的；少于5的不给数。',
      'What reporters said last, of matters in sight; counts below five are not told.',
    ),
  },
  getDirectory: { tag: 'lists', summary: text('单位、岗位和事项种类', 'Units, posts and kinds of matter') },
  getToday: { tag: 'lists', summary: text('今天要办的', 'What waits for me today') },
  getCounts: { tag: 'lists', summary: text('各类件数', 'Counts by kind') },
  stream: { tag: 'lists', summary: text('清单有变动时通知', 'Told when a list changed') },
  getDuty: {
    tag: 'lists',
    summary: text(
      '值班：此刻谁在岗、这段时间的值班表、哪里有空档',
      'Duty: who is on now, the rota of a time, and its gaps',
    ),
    note: text('在岗的说岗位和值班室电话。', 'Of posts, with the line of the desk.'),
  },
  ...TEAM_OPERATIONS,
  getInbox: {
    tag: 'lists',
    summary: text('给我的通知，新的在前', 'What I was told, the newest first'),
    note: text('只有现在还看得到的事项。', 'Only of matters that are still in sight.'),
  },
  countUnread: { tag: 'lists', summary: text('没读的通知有几条', 'How many notices are unread') },
  markRead: {
    tag: 'lists',
    summary: text('记为已读', 'Mark as read'),
    note: text('写编号，或写到哪一条为止。', 'By id, or all up to one.'),
  },
  getMailSettings: { tag: 'lists', summary: text('我收不收邮件', 'Whether and how I am told by mail') },
  changeMailSettings: {
    tag: 'lists',
    summary: text('收邮件，改怎么收', 'Be told by mail'),
    note: text('时间按当天零点后的分钟，北京时间。', 'Times are minutes after midnight in China.'),
  },
  stopMail: { tag: 'lists', summary: text('不收邮件了，忘掉地址', 'No more mails; the address is forgotten') },
  ...TOLD_OPERATIONS,
  ...STANDARDS_OPERATIONS,
  listSavedViews: { tag: 'lists', summary: text('我存的清单', 'My saved views') },
  saveView: { tag: 'lists', summary: text('存下清单', 'Save a view') },
  deleteSavedView: { tag: 'lists', summary: text('删掉清单', 'Delete a saved view') },
  listUnits: { tag: 'admin', summary: text('单位', 'Units') },
  addUnit: { tag: 'admin', summary: text('加单位', 'Add a unit') },
  changeUnit: { tag: 'admin', summary: text('改单位', 'Change a unit') },
  closeUnit: {
    tag: 'admin',
    summary: text('撤销单位', 'Close a unit'),
    note: text(
      '要写理由；还有下级单位、岗位或在办事项的不能撤。',
      'Needs a reason; refused while units, posts or matters are open in it.',
    ),
  },
  listPosts: { tag: 'admin', summary: text('岗位', 'Posts') },
  addPost: { tag: 'admin', summary: text('加岗位', 'Add a post') },
  changePost: { tag: 'admin', summary: text('改岗位', 'Change a post') },
  closePost: {
    tag: 'admin',
    summary: text('撤销岗位', 'Close a post'),
    note: text('要写理由；名下还有在办事项的不能撤。', 'Needs a reason; refused while it owns open matters.'),
  },
  listPeople: { tag: 'admin', summary: text('人员', 'People') },
  addPerson: {
    tag: 'admin',
    summary: text('加人员和账号', 'Add a person with an account'),
    note: text('一次性密码只显示这一次。', 'The one-time password is shown this once.'),
  },
  givePersonAccount: {
    tag: 'admin',
    summary: text('给人员开账号', 'Give a person an account'),
    note: text('一次性密码只显示这一次。', 'The one-time password is shown this once.'),
  },
  changePerson: { tag: 'admin', summary: text('改人员', 'Change a person') },
  leavePerson: {
    tag: 'admin',
    summary: text('人员离任', 'Let a person leave'),
    note: text(
      '岗位空出，账号关闭，签过的记录不变。',
      'Vacates the posts and closes the account; what was signed stays.',
    ),
  },
  resetPersonPassword: { tag: 'admin', summary: text('重设密码', 'Reset a password') },
  ...OVERVIEW_OPERATIONS,
  ...BULLETIN_OPERATIONS,
  ...SURVEY_OPERATIONS,
  ...IMPORT_OPERATIONS,
  ...MAP_OPERATIONS,
  ...RETURNS_OPERATIONS,
  ...PAPER_OPERATIONS,
  listImportBatches: { tag: 'admin', summary: text('导入批次', 'Import batches') },
  listRejectedRows: { tag: 'admin', summary: text('没有导入的行和原因', 'Rows that were not taken in, and why') },
  listWaitingPosts: {
    tag: 'admin',
    summary: text('等第二个人确认的任职', 'Posts whose holder waits for a second person'),
  },
  confirmHolder: {
    tag: 'admin',
    summary: text('确认任职', 'Confirm that a person holds a post'),
    note: text(
      '由另一位管理员或审计岗确认：不能确认自己的，也不能确认自己办的。',
      'By another administrator or the auditor: nobody confirms their own post or their own act.',
    ),
  },
  endPersonSessions: { tag: 'admin', summary: text('结束一个人的所有登录', 'End all sessions of a person') },
  listFailingJobs: {
    tag: 'admin',
    summary: text('没办成的后续', 'Work that fails'),
    note: text(
      '办了一步之后由程序接着做的事；没做成会自己再试，越隔越久。',
      'What follows from a step; what fails is tried again by itself, at longer and longer intervals.',
    ),
  },
  showBackups: {
    tag: 'admin',
    summary: text('备份做到哪一天', 'How the backups stand'),
    note: text(
      '整台服务器的备份，不分单位；有没有演练过、是不是完好也在这里。',
      'Of the whole server, not of one office; with the last rehearsal and whether all was whole.',
    ),
  },
  listDeadDeliveries: { tag: 'admin', summary: text('发不出去的通知', 'Notices that were given up') },
  retryDelivery: { tag: 'admin', summary: text('再发一次', 'Send it again') },
  retryJob: { tag: 'admin', summary: text('马上再试', 'Try it again at once') },
  listPersonalDuties: {
    tag: 'admin',
    summary: text(
      '各类个人信息：将销毁、已销毁、留存和评估',
      'Personal data by kind: what is destroyed, kept, and assessed',
    ),
    note: text('只有件数，没有姓名。', 'Counts only, no names.'),
  },
  listSecurityEvents: {
    tag: 'admin',
    summary: text('登录和打开个人信息的记录', 'Sign-ins and openings of personal fields'),
  },
  getOffice: { tag: 'admin', summary: text('本单位信息和设置', 'What the office sets for itself') },
  changeOffice: { tag: 'admin', summary: text('改名称、电话、办公时间、地址', 'Change name, phone, hours, address') },
  changeEmblem: { tag: 'admin', summary: text('换徽标', 'Change the emblem') },
  changeDays: { tag: 'admin', summary: text('改本单位自己的放假调休', "Change the office's own days off and worked") },
  takeDays: { tag: 'admin', summary: text('导入放假调休表', 'Take in a list of days') },
  previewDays: {
    tag: 'admin',
    summary: text('照这些日子，哪些事项的期限会变', 'Which matters would be due otherwise with these days'),
  },
  getRecount: {
    tag: 'admin',
    summary: text('期限与现行日历不一致的事项', 'Matters that are due otherwise by the calendar as it is'),
  },
  recount: { tag: 'admin', summary: text('按现行日历重算期限', 'Count deadlines again by the calendar as it is') },
  changeLength: {
    tag: 'admin',
    summary: text('改本单位自己的办理期限', "Change the office's own length of a deadline"),
    note: text('法定期限只能改短。', 'A statutory limit may only become shorter.'),
  },
  confirmRule: { tag: 'admin', summary: text('确认一条待本县确认的规则', 'Confirm a rule that waits for the county') },
  changeChannels: { tag: 'admin', summary: text('改登记时可选的渠道', 'Change which channels are offered') },
  changeCategories: { tag: 'admin', summary: text('改一类事项的类别', 'Change the categories of a kind of matter') },
  changeTie: {
    tag: 'admin',
    summary: text(
      '同意和另一个地方互转事项，或收回',
      'Agree that matters go between this office and another, or take it back',
    ),
  },
  changeNumbering: { tag: 'admin', summary: text('定哪些编号不能断号', 'Say which references have no gaps') },
  changeSchedule: {
    tag: 'admin',
    summary: text('定哪些事项按时自动登记', 'Say what opens by itself on a calendar'),
    note: text('法定的办结日只能提前。', 'A statutory day may only become earlier.'),
  },
  takeUnitList: { tag: 'admin', summary: text('导入单位表', 'Take in a list of units') },
  takePeopleList: {
    tag: 'admin',
    summary: text('导入人员岗位表', 'Take in a list of people and posts'),
    note: text('一次性密码只在这个回答里。', 'One-time passwords are in this answer only.'),
  },
  listAdminChanges: { tag: 'admin', summary: text('管理记录', 'What was administered') },
  isAlive: { tag: 'server', summary: text('程序在运行', 'The program runs') },
  isReady: { tag: 'server', summary: text('数据库可用，可以接请求', 'The database answers; requests are welcome') },
} as const satisfies Record<string, Operation>

export type OperationId = keyof typeof OPERATIONS
