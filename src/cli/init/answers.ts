import { createInterface } from 'node:readline'
import { type Text, text } from '../../domain/wording/text.ts'
import type { Call } from '../shell/cli-command.ts'
import { usageError } from '../shell/usage-error.ts'

/** What `init` asks for, in this order. The rest has a flag and a place on the Admin page. */
const QUESTIONS = {
  name: { title: text('单位名称（如 某某县综治中心）', 'Name of the office, in Chinese'), required: true },
  'name-en': { title: text('英文名称', 'Its name in English'), required: false },
  phone: { title: text('办公电话', 'Office phone'), required: false },
  hours: { title: text('办公时间（如 工作日 8:30-17:30）', 'Office hours, in Chinese'), required: false },
  address: { title: text('地址', 'Address'), required: false },
  'admin-name': { title: text('第一个管理员的姓名', 'Name of the first administrator'), required: true },
  'admin-username': { title: text('管理员的账号（字母、数字）', 'User name of the administrator'), required: true },
  county: { title: text('县级区划代码6位（没有区划表就不填）', 'Code of the county, 6 digits'), required: false },
  units: { title: text('单位表 CSV 或区划表文件夹', 'List of units in CSV, or folder of divisions'), required: false },
  people: { title: text('人员岗位表 CSV', 'List of people and posts in CSV'), required: false },
} as const satisfies Record<string, { title: Text; required: boolean }>

export type Answers = (flag: string) => string | undefined

/** What flags say, and for the rest what is typed in. @throws AnlanError request-invalid naming the flag that is missing */
export async function readAnswers(call: Call, isThere: boolean): Promise<Answers> {
  const asks = !call.json && (call.isSet('ask') || (process.stdin.isTTY && process.stdout.isTTY))
  const missing = Object.entries(QUESTIONS).filter(([flag]) => call.value(flag) === undefined)
  if (isThere) return call.value
  if (asks) {
    const typed = await ask(missing, call.locale === 'zh')
    return (flag) => call.value(flag) ?? typed.get(flag)
  }
  const needed = missing.filter(([, { required }]) => required).map(([flag]) => `--${flag}`)
  if (needed.length > 0)
    throw usageError(
      text(
        `要写 ${needed.join('、')}；在终端里运行会一项项问`,
        `${needed.join(', ')} needed; in a terminal it asks for each`,
      ),
    )
  return call.value
}

type Question = readonly [string, { readonly title: Text; readonly required: boolean }]

async function ask(questions: readonly Question[], isChinese: boolean): Promise<Map<string, string>> {
  // On stderr, as everything that is no answer.
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  const typed = new Map<string, string>()
  const next = lines[Symbol.asyncIterator]()
  try {
    for (const [flag, { title, required }] of questions) {
      for (;;) {
        const skip = required ? '' : isChinese ? '，回车跳过' : ', Enter skips'
        process.stderr.write(`${title[isChinese ? 'zh' : 'en']}${skip}: `)
        const { value = '', done } = await next.next()
        const answer = String(value).trim()
        if (answer) typed.set(flag, answer)
        if (answer || !required) break
        if (done) throw usageError(text(`没有写${title.zh}`, `${title.en} is missing`))
      }
    }
  } finally {
    lines.close()
  }
  return typed
}
