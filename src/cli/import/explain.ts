import { type Locale, type Text, text } from '../../domain/wording/text.ts'
import {
  type ExplainedField,
  type ExplainedKind,
  type ExplainedStep,
  explainKind,
} from '../../exchange/mapping/explain-kind.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import { EXIT, type ExitCode } from '../shell/exit-code.ts'
import { jsonLine, quotable } from '../shell/plain-text.ts'
import { usageError } from '../shell/usage-error.ts'

/** Says what a mapping for a kind of matter may name, with an example that works. */
export function explain(kind: string, unitId: string, locale: Locale, json: boolean): ExitCode {
  const procedure = PROCEDURES.filter(({ id, short }) => id === kind || short.zh === kind).at(-1)
  if (!procedure) {
    const known = PROCEDURES.map(({ id, short }) => `${id}（${short.zh}）`).join('、')
    const ids = PROCEDURES.map(({ id }) => id).join(', ')
    const shown = quotable(kind)
    throw usageError(text(`没有“${shown}”这一类，有：${known}`, `There is no kind "${shown}"; there are: ${ids}`))
  }
  const explained = explainKind(procedure, unitId)
  console.log(json ? jsonLine(explained) : lines(explained, locale).join('\n'))
  return EXIT.done
}

const HEADS: Readonly<Record<'fields' | 'ends' | 'steps' | 'deadlines' | 'states' | 'channels' | 'example', Text>> = {
  fields: text('form：登记时的各项（* 必填）', 'form: the questions at opening (* required)'),
  ends: text('steps：原台账已经办结的，用这些步骤', 'steps: for what the former ledger had ended'),
  steps: text('steps：其他步骤', 'steps: all others'),
  deadlines: text('due.deadlines：期限', 'due.deadlines'),
  states: text('环节', 'states'),
  channels: text('channel：渠道', 'channel'),
  example: text('能用的例子：表头一行，对照文件一份', 'An example that works: a line of headings, and a mapping'),
}

function lines(kind: ExplainedKind, locale: Locale): string[] {
  const head = (name: keyof typeof HEADS) => ['', HEADS[name][locale]]
  const named = (entries: Readonly<Record<string, Text>>) =>
    Object.entries(entries).map(([id, title]) => `  ${id}  ${title[locale]}`)
  return [
    `${kind.kind}  ${kind.title[locale]}`,
    ...head('fields'),
    ...kind.fields.flatMap((field) => fieldLines(field, locale, '  ')),
    ...head('ends'),
    ...kind.steps.filter(({ imported, to }) => imported && to).flatMap((step) => stepLines(step, locale)),
    ...head('steps'),
    ...kind.steps.filter(({ imported }) => !imported).flatMap((step) => stepLines(step, locale)),
    ...head('deadlines'),
    ...named(kind.deadlines),
    ...head('states'),
    ...named(kind.states),
    ...head('channels'),
    `  ${kind.channels.join(' ')}`,
    ...head('example'),
    `  ${kind.example.headings.join(',')}`,
    JSON.stringify(kind.example.mapping, undefined, 2),
  ]
}

const KINDS: Readonly<Record<ExplainedField['kind'], Text>> = {
  text: text('文字', 'text'),
  longText: text('长文字', 'long text'),
  number: text('数', 'number'),
  money: text('金额（元）', 'money (yuan)'),
  date: text('日期', 'date'),
  dateTime: text('日期和时间', 'date and time'),
  choice: text('选一项', 'one of'),
  choices: text('选几项，用、分开', 'some of, comma between'),
  yesNo: text('是或否', 'yes or no'),
  files: text('附件', 'files'),
  unit: text('单位', 'unit'),
  post: text('岗位', 'post'),
  level: text('等级', 'level'),
  record: text('记录的编号', 'the number of a record'),
  holder: text('其中一个', 'one of those asked'),
  office: text('其他地方', 'another office'),
  items: text('几行', 'rows'),
}

function fieldLines(
  { id, title, kind, required, most, options }: ExplainedField,
  locale: Locale,
  indent: string,
): string[] {
  const limit = most === undefined ? '' : locale === 'zh' ? `，最多${most}` : `, at most ${most}`
  const choices = options
    ? [
        `${indent}    ${Object.entries(options)
          .map(([key, words]) => `${key} ${words[locale]}`)
          .join(locale === 'zh' ? '、' : ', ')}`,
      ]
    : []
  return [`${indent}${required ? '*' : ' '} ${id}  ${title[locale]}  ${KINDS[kind][locale]}${limit}`, ...choices]
}

function stepLines({ id, title, from, to, fields }: ExplainedStep, locale: Locale): string[] {
  const way = `${from === 'open' ? '*' : from.join('|')}${to ? ` → ${to}` : ''}`
  return [`  ${id}  ${title[locale]}  ${way}`, ...fields.flatMap((field) => fieldLines(field, locale, '    '))]
}
