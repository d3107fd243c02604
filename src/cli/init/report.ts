import { issueText } from '../../domain/wording/issue-text.ts'
import { type Locale, type Text, text } from '../../domain/wording/text.ts'
import { tableLines } from '../shell/display-width.ts'
import type { MadeOffice } from './make-office.ts'

const FILES: Readonly<Record<MadeOffice['refused'][number]['file'], Text>> = {
  units: text('单位表', 'units'),
  people: text('人员表', 'people'),
  holidays: text('放假表', 'days'),
}

/** What was made, for the terminal. */
export function reportOf(made: MadeOffice, locale: Locale): string {
  const { units, people, days, passwords, refused } = made
  const say = (words: Text) => words[locale]
  const head = made.isNew
    ? text('单位建好了。', 'The office is set up.')
    : text('单位早已建好，补上了新的。', 'The office was there; what was new is added.')
  const counts = text(
    `单位 新增${units.added}、已有${units.known}；人员 新增${people.addedPeople}；岗位 新增${people.addedPosts}、已有${people.known}；自己的放假调休 ${days}天`,
    `Units: ${units.added} added, ${units.known} known; people: ${people.addedPeople} added; posts: ${people.addedPosts} added, ${people.known} known; own days: ${days}`,
  )
  return [
    say(head),
    say(counts),
    ...passwordLines(passwords, locale),
    ...refusedLines(refused, locale),
    '',
    say(text('接下来：anlan serve，用管理员账号登录。', 'Next: anlan serve, and sign in as the administrator.')),
  ].join('\n')
}

function passwordLines(passwords: MadeOffice['passwords'], locale: Locale): string[] {
  if (passwords.length === 0) return []
  const title = text(
    '一次性密码，只显示这一次，7天内有效；当面交给本人，第一次登录必须换掉：',
    'One-time passwords, shown this once and good for 7 days; hand each to its owner, who changes it at the first sign-in:',
  )
  return ['', title[locale], ...tableLines(passwords.map(({ username, password }) => ['', username, password]))]
}

function refusedLines(refused: MadeOffice['refused'], locale: Locale): string[] {
  if (refused.length === 0) return []
  const title = text(
    `${refused.length}行没有收下，改好再运行一次：`,
    `${refused.length} rows were not taken; mend them and run it again:`,
  )
  const lines = refused.map(({ file, row, issues }) => {
    const why = issues.map((issue) => issueText({ ...issue, field: issue.column ?? issue.field }, undefined, locale))
    return locale === 'zh'
      ? `  ${FILES[file].zh}第${row}行：${why.join('；')}`
      : `  ${FILES[file].en}, row ${row}: ${why.join('; ')}`
  })
  return ['', title[locale], ...lines]
}
