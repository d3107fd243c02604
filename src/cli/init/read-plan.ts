import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { officeContact, officeName } from '../../domain/unit/office-schema.ts'
import type { OfficeContact } from '../../domain/unit/office-settings.ts'
import { type Text, text } from '../../domain/wording/text.ts'
import { readDays } from '../../exchange/organisation/read-days.ts'
import { USERNAME } from '../../exchange/organisation/read-people.ts'
import { tableRows } from '../../exchange/organisation/table-text.ts'
import { emblemOf } from '../../storage/files/emblem.ts'
import type { Emblem } from '../../storage/tenants/office-settings.ts'
import { readText } from '../shell/read-text.ts'
import { usageError } from '../shell/usage-error.ts'
import type { Answers } from './answers.ts'

/** Everything `init` was told, read and checked before the first row is written. */
export type Plan = {
  readonly name?: Text
  readonly area?: Text
  readonly contact: OfficeContact
  readonly emblem?: Emblem
  readonly county?: string
  readonly unitLists: readonly string[]
  readonly people?: string
  readonly days: ReturnType<typeof readDays>
  readonly administrator?: { readonly name: string; readonly username: string }
}

/** Files of the national list of divisions, from large to small. */
const DIVISIONS = ['townships', 'villages']

/** @throws AnlanError request-invalid naming the flag, file-refused for an emblem that is none */
export async function readPlan(answer: Answers): Promise<Plan> {
  const county = answer('county')
  if (county && !/^\d{6}$/.test(county))
    throw usageError(text('--county 要写6位数字的县级区划代码', '--county must be the 6 digits of a county'))
  const folder = await folderOf(answer('units'))
  if (folder && !county)
    throw usageError(
      text('给了区划表文件夹，还要写 --county 县级区划代码', 'With a folder of divisions --county is needed'),
    )
  const emblem = answer('emblem')
  const people = answer('people')
  const holidays = answer('holidays')
  return {
    ...named('name', answer('name'), answer('name-en')),
    ...named('area', answer('area') ?? (folder && (await countyName(folder, county ?? '')))),
    contact: contactOf(answer),
    ...(emblem ? { emblem: await emblemOf(await bytesOf(emblem)) } : {}),
    ...(county ? { county } : {}),
    unitLists: await Promise.all((await listFiles(answer('units'), folder)).map(readText)),
    ...(people ? { people: await readText(people) } : {}),
    days: holidays ? readDays(await readText(holidays), holidays) : { days: [], refused: [] },
    ...administratorOf(answer('admin-name'), answer('admin-username')),
  }
}

function contactOf(answer: Answers): OfficeContact {
  const hours = answer('hours')
  const address = answer('address')
  const given = {
    phone: answer('phone'),
    dutyPhone: answer('duty-phone'),
    hours: hours ? { zh: hours, en: answer('hours-en') } : undefined,
    address: address ? { zh: address } : undefined,
  }
  const read = officeContact.safeParse(given)
  if (!read.success) throw unfit(read.error)
  return Object.fromEntries(Object.entries(read.data).filter(([, value]) => value !== undefined))
}

function named<K extends 'name' | 'area'>(key: K, zh: string | undefined, en?: string): { [each in K]?: Text } {
  if (!zh) return {}
  const read = officeName.safeParse({ zh, en })
  if (!read.success) throw unfit(read.error, key)
  return { [key]: read.data } as { [each in K]?: Text }
}

const FLAGS: Readonly<Record<string, string>> = { dutyPhone: 'duty-phone' }

function unfit(error: z.ZodError, flag?: string) {
  const first = String(flag ?? error.issues[0]?.path[0] ?? '')
  const name = FLAGS[first] ?? first
  return usageError(
    text(`--${name} 的写法不对，或者太长、太短`, `--${name} is not written right, or too long or short`),
  )
}

function administratorOf(name: string | undefined, username: string | undefined) {
  if (!name && !username) return {}
  if (!name || name.length < 2 || name.length > 40)
    throw usageError(text('--admin-name 要写2到40个字的姓名', '--admin-name must be a name of 2 to 40 letters'))
  if (!username || !USERNAME.test(username))
    throw usageError(
      text(
        '--admin-username 要2到40个字母、数字、点、短横或下划线',
        '--admin-username has 2 to 40 letters, digits, dots, dashes or underscores',
      ),
    )
  return { administrator: { name, username: username.toLowerCase() } }
}

async function folderOf(path: string | undefined): Promise<string | undefined> {
  const found = path ? await stat(path).catch(() => undefined) : undefined
  return found?.isDirectory() ? path : undefined
}

async function listFiles(files: string | undefined, folder: string | undefined): Promise<string[]> {
  if (!files) return []
  if (!folder) return files.split(/[,，]/).map((each) => each.trim())
  return Promise.all(DIVISIONS.map((name) => divisionFile(folder, name)))
}

/** Packed or not. */
async function divisionFile(folder: string, name: string): Promise<string> {
  for (const file of [`${name}.csv`, `${name}.csv.gz`]) {
    const path = join(folder, file)
    if (await stat(path).catch(() => undefined)) return path
  }
  throw usageError(text(`文件夹里没有 ${name}.csv`, `There is no ${name}.csv in the folder`))
}

async function countyName(folder: string, county: string): Promise<string | undefined> {
  const csv = await readText(await divisionFile(folder, 'counties'))
  const columns = {
    code: { headings: ['code'], required: true },
    name: { headings: ['name'], required: true },
  } as const
  const found = tableRows(csv, columns).find(({ cells }) => cells.code === county)
  if (!found) throw usageError(text(`区划表里没有 ${county} 这个县`, `The list has no county ${county}`))
  return found.cells.name
}

const bytesOf = (path: string) =>
  readFile(path).catch(() => {
    throw usageError(text(`徽标文件“${path}”读不了`, `The emblem "${path}" cannot be read`))
  })
