import { type Text, text } from '../wording/text.ts'

/** What a kind of file is for; people are told what is taken in these words. */
export type FileGroup = 'photo' | 'document' | 'sheet' | 'sound' | 'film'

export type FileKind = {
  readonly group: FileGroup
  /** The ending that its name gets, whatever it had: systems open files by it. */
  readonly ending: string
  /** Other endings that mean the same bytes and may stay. */
  readonly alsoEndings?: readonly string[]
  /** Whether place, device and author are taken out before it is stored; else they stay, and we do not claim otherwise. */
  readonly cleaned: boolean
}

/** Files that matters may carry, by the type their bytes say. What a name or a browser claims is not believed. */
export const FILE_KINDS: Readonly<Record<string, FileKind>> = {
  'image/jpeg': { group: 'photo', ending: 'jpg', alsoEndings: ['jpeg'], cleaned: true },
  'image/png': { group: 'photo', ending: 'png', cleaned: true },
  'image/webp': { group: 'photo', ending: 'webp', cleaned: true },
  'image/heic': { group: 'photo', ending: 'heic', alsoEndings: ['heif'], cleaned: true },
  'application/pdf': { group: 'document', ending: 'pdf', cleaned: true },
  /** GB/T 33190-2016, the national format for fixed documents: a zip with OFD.xml in it. */
  'application/ofd': { group: 'document', ending: 'ofd', cleaned: false },
  'application/msword': { group: 'document', ending: 'doc', alsoEndings: ['wps'], cleaned: false },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    group: 'document',
    ending: 'docx',
    cleaned: false,
  },
  'application/vnd.ms-excel': { group: 'sheet', ending: 'xls', alsoEndings: ['et'], cleaned: false },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    group: 'sheet',
    ending: 'xlsx',
    cleaned: false,
  },
  'audio/mpeg': { group: 'sound', ending: 'mp3', cleaned: true },
  'audio/mp4': { group: 'sound', ending: 'm4a', cleaned: true },
  'audio/amr': { group: 'sound', ending: 'amr', cleaned: true },
  'video/mp4': { group: 'film', ending: 'mp4', alsoEndings: ['m4v'], cleaned: true },
  'video/quicktime': { group: 'film', ending: 'mov', cleaned: true },
  'video/3gpp': { group: 'film', ending: '3gp', cleaned: true },
}

const GROUPS: Readonly<Record<FileGroup, Text>> = {
  photo: text('照片', 'photos'),
  document: text('文档', 'documents'),
  sheet: text('表格', 'sheets'),
  sound: text('录音', 'sound'),
  film: text('视频', 'video'),
}

/** All that is taken, by group: 照片（JPG、PNG…）、文档（PDF…）. */
export const ACCEPTED_FILES: Text = {
  zh: listed('zh', '、', (title, endings) => `${title}（${endings}）`),
  en: listed('en', ', ', (title, endings) => `${title} (${endings})`),
}

function listed(locale: 'zh' | 'en', comma: string, write: (title: string, endings: string) => string): string {
  const kinds = Object.values(FILE_KINDS)
  return (Object.keys(GROUPS) as FileGroup[])
    .map((group) => {
      const endings = kinds.filter((kind) => kind.group === group).map(({ ending }) => ending.toUpperCase())
      return write(GROUPS[group][locale], endings.join(comma))
    })
    .join(comma)
}

/** Endings for the file field of a form: `.jpg,.jpeg,.png,…`. */
export const ACCEPTED_ENDINGS: string = Object.values(FILE_KINDS)
  .flatMap(({ ending, alsoEndings = [] }) => [ending, ...alsoEndings])
  .map((ending) => `.${ending}`)
  .join(',')

/** The name with an ending that says what the bytes are: 账目.hta with the bytes of a PDF is 账目.pdf. */
export function nameByType(name: string, type: string): string {
  const kind = Object.hasOwn(FILE_KINDS, type) ? FILE_KINDS[type] : undefined
  if (!kind) return name
  const [, stem = name, ending = ''] = /^(.+)\.([a-z][a-z0-9]{0,7})$/i.exec(name) ?? []
  const fits = [kind.ending, ...(kind.alsoEndings ?? [])].includes(ending.toLowerCase())
  return fits ? name : `${stem}.${kind.ending}`
}
