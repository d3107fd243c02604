import { join } from 'node:path'
import type { Locale } from '../../domain/wording/text.ts'
import { DEPLOYMENT_KEY_FILE } from '../../server/deployment-key.ts'
import type { Installation } from '../../server/installation.ts'
import { markOf, readRing } from '../../storage/keys/ring.ts'
import { keyCopiedAt } from '../../storage/tenants/marks.ts'

export type KeyStatus = {
  /** A path, or ANLAN_KEY. */
  readonly where: string
  readonly wrapsWith: string
  /** How many data keys each wrapping key holds. */
  readonly holds: Readonly<Record<string, number>>
  /** Whether a former key still opens what is here. */
  readonly formerOpens: boolean
  readonly copiedAt?: string
}

/** How the keys of an installation stand. */
export async function keyStatus({ owner, deps, deploymentKey, environment }: Installation): Promise<KeyStatus> {
  const { rows } = await owner.query<{ id: string; keys: string }>(
    `select key_id as id, count(*) as keys from (
       select key_id from matter_keys where wrapped_key is not null union all select key_id from reporter_vault where wrapped_key is not null
     ) all_keys group by 1 order by 1`,
  )
  const mark = markOf(deploymentKey)
  const ring = await readRing(owner)
  const copiedAt = await keyCopiedAt(owner)
  return {
    where: environment.deploymentKey ? 'ANLAN_KEY' : join(environment.dataFolder, DEPLOYMENT_KEY_FILE),
    wrapsWith: deps.keys.id,
    holds: Object.fromEntries(rows.map(({ id, keys }) => [id, Number(keys)])),
    formerOpens: ring.some(({ wrapper }) => wrapper !== mark),
    ...(copiedAt ? { copiedAt } : {}),
  }
}

/** The same in words. */
export function statusText({ where, wrapsWith, holds, formerOpens, copiedAt }: KeyStatus, locale: Locale): string {
  const held = Object.entries(holds)
    .map(([id, count]) => `${id}: ${count}`)
    .join(locale === 'zh' ? '，' : ', ')
  const zh = [
    `部署密钥：${where}`,
    `现在用 ${wrapsWith} 封数据密钥${held ? `（${held}）` : ''}`,
    ...(formerOpens ? ['旧密钥还能打开：留好新密钥的副本以后，运行 anlan key retire'] : []),
    copiedAt
      ? `副本：${copiedAt} 留过。密钥换过以后要重新留`
      : '副本：从来没有留过。这把密钥丢了，封存的内容谁也打不开。现在就做：anlan key copy 文件',
  ]
  const en = [
    `Deployment key: ${where}`,
    `${wrapsWith} wraps data keys now${held ? ` (${held})` : ''}`,
    ...(formerOpens ? ['A former key still opens them: once a copy of the new one is kept, run anlan key retire'] : []),
    copiedAt
      ? `Copy: kept on ${copiedAt}. Keep another one after each renewal`
      : 'Copy: never kept. If this key is lost, nobody opens what is sealed. Do it now: anlan key copy FILE',
  ]
  return (locale === 'zh' ? zh : en).join('\n')
}
