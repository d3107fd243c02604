import { join } from 'node:path'
import type { Environment } from '../../server/environment.ts'
import { startEmbedded } from '../../storage/launcher/start-embedded.ts'
import { stopSignal } from '../shell/stop-signal.ts'

/** The server that is restored into, started when it is the embedded one; its schema is made by the backup. */
export const serverOf = async ({ databaseUrl, dataFolder }: Environment) =>
  databaseUrl
    ? { ownerUrl: databaseUrl, stop: async () => {} }
    : startEmbedded({ dataDir: join(dataFolder, 'postgres'), signal: stopSignal(), log: () => {} })
