import { LEVELS } from '../../domain/matter/level.ts'
import { type Field, type FieldValue, optionsOf } from '../../domain/procedure/form.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { type Text, text } from '../../domain/wording/text.ts'
import { optionOf } from '../mapping/source-value.ts'
import { unitOf } from '../mapping/unit-names.ts'
import type { LedgerTimes } from '../table/ledger-times.ts'
import { plainCell, plainNumber } from './same-meaning.ts'

/** What a cell answers to a question, or why nobody can tell. `null`: the cell was emptied. */
export type ReadAnswer = { readonly value: FieldValue } | { readonly fault: Text }

type Around = { readonly directory: Directory; readonly readTime: LedgerTimes }

const RUINED = /^\d(\.\d+)?E\+?\d+$/i
const NONE_OF_THEM = text('不是可选的一项', 'None of what can be chosen')
const LEVEL_TITLES = Object.fromEntries(Object.entries(LEVELS).map(([level, { title }]) => [level, title]))
const TICKS: Readonly<Record<string, boolean>> = {
  是: true,
  有: true,
  '√': true,
  '✓': true,
  否: false,
  无: false,
  '×': false,
}

const said = (value: FieldValue | undefined, otherwise: Text): ReadAnswer =>
  value === undefined ? { fault: otherwise } : { value }

/** Reads a cell as the answer to a question, as people write it. What its form thinks of it is said by the form. */
export function readAnswer(field: Field, cell: string, { directory, readTime }: Around): ReadAnswer {
  const plain = plainCell(cell)
  if (plain === '') return { value: null }
  if (RUINED.test(plain))
    return {
      fault: text(
        '表格软件把数字变成了科学计数，改回原样再带回',
        'The spreadsheet shortened this number; write it out again',
      ),
    }
  switch (field.kind) {
    case 'date':
      return said(readTime(plain)?.day, text('不是日期，写成 2026-03-05', 'Not a date; write 2026-03-05'))
    case 'number':
      return said(plainNumber(plain), text('不是数字', 'Not a number'))
    case 'money':
      return said(fenOf(plain), text('不是金额，写多少元', 'Not an amount; write yuan'))
    case 'yesNo':
      return said(yesOrNo(plain), text('写“是”或“否”', 'Write Yes or No'))
    case 'level':
      return said(optionIn(field.options ?? LEVEL_TITLES, cell), NONE_OF_THEM)
    case 'choice':
      return said(optionIn(field.options, cell), NONE_OF_THEM)
    case 'choices': {
      const options = optionsOf(field) ?? {}
      const chosen = cell
        .split(/[、，,;；|\n]/)
        .flatMap((one) => (plainCell(one) === '' ? [] : [optionIn(options, one)]))
      return said(
        chosen.every((one): one is string => one !== undefined) ? chosen : undefined,
        text('有不是可选的', 'Some of it cannot be chosen'),
      )
    }
    case 'unit':
      return unitIn(cell.trim(), directory)
    case 'post':
      return postIn(field.roles, plain, directory)
    default:
      return { value: cell.trim() }
  }
}

/** The option a cell names, also when it is written full-width. */
const optionIn = (options: Readonly<Record<string, Text>>, cell: string): string | undefined => {
  const plain = plainCell(cell)
  const found = Object.entries(options).find(([, title]) => plainCell(title.zh) === plain)
  return found?.[0] ?? optionOf(options, plain)
}

function yesOrNo(plain: string): boolean | undefined {
  const word = plain.toLowerCase()
  if (word === 'yes' || word === 'true') return true
  if (word === 'no' || word === 'false') return false
  return Object.hasOwn(TICKS, plain) ? TICKS[plain] : undefined
}

/** Yuan as whole fen. */
function fenOf(plain: string): number | undefined {
  const [, sign = '', yuan = '0', part = ''] = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/.exec(plainNumber(plain) ?? '') ?? []
  if (yuan === '0' && part === '' && plainNumber(plain) !== '0') return undefined
  const fen = Number(yuan) * 100 + Number(part.padEnd(2, '0'))
  return sign ? -fen : fen
}

function unitIn(cell: string, directory: Directory): ReadAnswer {
  const { unitId, several } = unitOf({ column: 'unit' }, { unit: cell }, directory)
  if (unitId) return { value: unitId }
  return {
    fault: several
      ? text(`叫这个名字的单位有几个：${several.join('、')}`, `Several units have this name: ${several.join(', ')}`)
      : text('没有叫这个名字的单位', 'No unit has this name'),
  }
}

function postIn(roles: readonly string[] | undefined, plain: string, { posts }: Directory): ReadAnswer {
  const named = Object.values(posts).filter(
    (post) =>
      (plainCell(post.title.zh) === plain || post.title.en === plain) &&
      (!roles || post.roles.some((role) => roles.includes(role))),
  )
  const [only] = named
  if (only && named.length === 1) return { value: only.id }
  return {
    fault:
      named.length > 1
        ? text('叫这个名字的岗位有几个，请在事项页选', 'Several posts have this name; choose on its page')
        : text('没有叫这个名字、能选的岗位', 'No post of this name can be chosen'),
  }
}
