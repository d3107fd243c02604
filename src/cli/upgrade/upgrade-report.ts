import type { Locale } from '../../domain/wording/text.ts'
import type { Upgrade } from '../../storage/upgrade/upgrade.ts'

/** An upgrade or a rehearsal of one, and what it was done on: `copy`, or the file of a backup. */
export type ToldUpgrade = Upgrade & { readonly rehearsal: boolean; readonly source?: string | undefined }

/** What an upgrade did, in the words of whoever runs the server. */
export function upgradeReport(told: ToldUpgrade, locale: Locale): string {
  const zh = locale === 'zh'
  const { from, to, changes, failed, tenants, rehearsal } = told
  if (changes.length === 0 && !failed)
    return zh
      ? `数据库已经是这个版本的（第${from}版），没有要升级的。`
      : `The database is at this program's schema already (${from}); nothing to upgrade.`
  return [
    zh
      ? `${rehearsal ? '演练' : '升级'}：数据库从第${from}版到第${to}版，${changes.length}项改动，用了${seconds(told.ms)}秒`
      : `${rehearsal ? 'Rehearsed' : 'Upgraded'}: schema ${from} to ${to}, ${changes.length} changes in ${seconds(told.ms)} s`,
    ...sourceLines(told, zh),
    ...schemaLines(told, zh),
    ...rowLines(told, zh),
    ...(told.sideBySide
      ? [
          zh
            ? '  旧版服务可以同时开着，一台一台换'
            : '  Servers of the former release may run on and be replaced one by one',
        ]
      : [
          zh
            ? '  旧版不能在新的数据库上运行：先停下所有旧版服务'
            : '  The former release does not work on it: stop all its servers first',
        ]),
    ...tenants.map(({ tenant, matters, events, broken, counters, beside }) =>
      broken === 0 && counters.length === 0 && beside.length === 0
        ? zh
          ? `  ${tenant}：${matters}件事项、${events}条记录，逐件核验完整`
          : `  ${tenant}: ${matters} matters, ${events} records, each verified whole`
        : zh
          ? `  ${tenant}：${broken}件核验不通过，件数不符${counters.length}处，其他不符${beside.length}处（anlan verify 看是哪些）`
          : `  ${tenant}: ${broken} do not verify, ${counters.length} counts differ, ${beside.length} other findings (anlan verify names them)`,
    ),
    ...(failed
      ? [
          zh
            ? `  第${failed.number}项改动没有做成：${failed.reason}`
            : `  Change ${failed.number} failed: ${failed.reason}`,
        ]
      : []),
    verdict(told, zh),
  ].join('\n')
}

const seconds = (ms: number) => (ms / 1000).toFixed(1)

function sourceLines({ rehearsal, source }: ToldUpgrade, zh: boolean): string[] {
  if (rehearsal && source === 'copy')
    return [
      zh
        ? '  在现在数据的一份副本上试的，现有数据没有动'
        : '  On a copy of the data as they are; nothing else was changed',
    ]
  if (rehearsal)
    return [zh ? `  在备份 ${source} 上试的，现有数据没有动` : `  On the backup ${source}; nothing else was changed`]
  if (source) return [zh ? `  升级前的备份：${source}` : `  Backed up before: ${source}`]
  return [zh ? '  升级前没有备份' : '  Not backed up before']
}

function schemaLines({ schema }: ToldUpgrade, zh: boolean): string[] {
  const { newTables, newColumns, goneTables, goneColumns } = schema
  const line = (words: string, names: readonly string[]) => {
    const shown = names.slice(0, MOST_NAMES).join(zh ? '、' : ', ')
    return names.length === 0 ? [] : [`  ${words}${shown}${names.length > MOST_NAMES ? ' …' : ''}`]
  }
  const lines = [
    ...line(zh ? `新表${newTables.length}张：` : `${newTables.length} new tables: `, newTables),
    ...line(zh ? `新列${newColumns.length}个：` : `${newColumns.length} new columns: `, newColumns),
    ...line(zh ? `去掉的表${goneTables.length}张：` : `${goneTables.length} tables gone: `, goneTables),
    ...line(zh ? `去掉的列${goneColumns.length}个：` : `${goneColumns.length} columns gone: `, goneColumns),
  ]
  if (goneTables.length + goneColumns.length > 0) return lines
  return [...lines, zh ? '  没有去掉任何表和列' : '  No table and no column goes']
}

const MOST_NAMES = 12

const rowLines = ({ rows }: ToldUpgrade, zh: boolean): string[] =>
  rows.map(({ table, before, after }) =>
    zh ? `  ${table}：原来${before}行，现在${after}行` : `  ${table}: ${before} rows before, ${after} after`,
  )

function verdict({ ok, rehearsal, tenants, failed }: ToldUpgrade, zh: boolean): string {
  if (ok && rehearsal) return zh ? '演练通过，可以升级。' : 'The rehearsal went well: go on with the upgrade.'
  if (ok && tenants.length > 0) return zh ? '升级好了。' : 'Upgraded.'
  if (ok) return zh ? '升级好了，还没有逐件核验：anlan verify' : 'Upgraded, not yet verified: anlan verify'
  if (rehearsal)
    return zh
      ? '演练没有通过：不要升级，把这些话发给开发方。现在的程序和数据照常用。'
      : 'The rehearsal failed: do not upgrade, and send these lines to the makers. What runs now goes on.'
  return failed
    ? zh
      ? '升级没有做完；没做成的那项没有留下痕迹。装回旧版照常用，或者从备份恢复。'
      : 'The upgrade is not complete; the change that failed left nothing behind. Put the former release back, or restore the backup.'
    : zh
      ? '升级做完了，但核验不通过：不要启动，从备份恢复，把这些话发给开发方。'
      : 'Upgraded, but not all verifies: do not start, restore the backup, and send these lines to the makers.'
}
