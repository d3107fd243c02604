import { basename } from 'node:path'
import { type Locale, type Text, text } from '../../domain/wording/text.ts'
import type { Proposal, ProposedColumn } from '../../exchange/proposal/propose-mapping.ts'
import { proposeLedger } from '../../imports/propose-ledger.ts'
import type { Installation } from '../../server/installation.ts'
import { EXIT, type ExitCode } from '../shell/exit-code.ts'
import { jsonLine, quotable } from '../shell/plain-text.ts'

export type ToPropose = {
  readonly tenant: string
  readonly path: string
  readonly kind: string | undefined
  readonly locale: Locale
  readonly json: boolean
}

/** Prints a mapping for a ledger, to be put into a file; what a person should look at goes beside it. */
export async function propose(installation: Installation, given: ToPropose): Promise<ExitCode> {
  const { tenant, path, kind, locale, json } = given
  const proposal = await proposeLedger(installation.deps, {
    tenant,
    path,
    file: basename(path),
    ...(kind ? { kind } : {}),
  })
  if (json) console.log(jsonLine(proposal))
  else {
    console.log(JSON.stringify(proposal.mapping, undefined, 2))
    console.error(remarks(proposal, locale).join('\n'))
  }
  return EXIT.done
}

const HEADS = {
  read: text('读作', 'read as'),
  left: text('没有用上的列（不收）', 'Columns left out (not taken in)'),
  refused: text('不许收的列', 'Columns that may not be taken in'),
  filled: text('台账里没有、先这样填的', 'Not in the ledger, filled in for now'),
  unknown: text('认不出的内容，在对照文件里写上是什么', 'Not recognised: say in the mapping what it is'),
} as const satisfies Record<string, Text>

function remarks({ mapping, columns, filled, unknown }: Proposal, locale: Locale): string[] {
  const comma = locale === 'zh' ? '、' : ', '
  const part = (head: keyof typeof HEADS, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', HEADS[head][locale], ...lines.map((line) => `  ${line}`)]
  const named = (wanted: (column: ProposedColumn) => boolean) => columns.filter(wanted)
  const left = named(({ reads, refused }) => reads.length === 0 && !refused)
  return [
    ...part('read', [
      `kind ${typeof mapping.kind === 'string' ? mapping.kind : ''}`,
      ...named(({ reads }) => reads.length > 0).map(({ name, reads }) => `${quotable(name)} → ${reads.join(', ')}`),
    ]),
    ...part('left', left.length > 0 ? [left.map(({ name }) => quotable(name)).join(comma)] : []),
    ...part(
      'refused',
      named(({ refused }) => refused !== undefined).map(
        ({ name, refused }) => `${quotable(name)}: ${refused?.[locale]}`,
      ),
    ),
    ...part(
      'filled',
      filled.map(({ field, title, with: words }) => `${field} ${title[locale]}: ${words}`),
    ),
    ...part(
      'unknown',
      Object.entries(unknown).map(
        ([name, cells]) => `${quotable(name)}: ${cells.slice(0, 20).map(quotable).join(comma)}`,
      ),
    ),
  ]
}
