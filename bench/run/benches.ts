/** What one run is asked for. */
export type Asked = {
  readonly matters?: number | undefined
  readonly filled?: number | undefined
  readonly file?: string | undefined
  /** Where a database is made and kept for the next run. */
  readonly data?: string | undefined
}

type Answer = { readonly answer: object; readonly lines: readonly string[] }

/** What can be timed: each answers with plain data, and with lines for people. */
export type Bench = (asked: Asked, onProgress: (note: string) => void) => Promise<Answer>

/** By name; the file is called the same. Loaded when asked for: `--help` needs none of it. */
export const BENCHES: Readonly<Record<string, Bench>> = {
  commands: async ({ matters = 5000, filled }, onProgress) => {
    const { benchCommands, commandsLines } = await import('../commands.ts')
    const answer = await benchCommands({ matters, filled }, onProgress)
    return { answer, lines: commandsLines(answer) }
  },
  due: async ({ matters = 15_000, filled }, onProgress) => {
    const { benchDue, dueLines } = await import('../due.ts')
    const answer = await benchDue({ matters, filled }, onProgress)
    return { answer, lines: dueLines(answer) }
  },
  ledger: async ({ matters = 100_000, data }, onProgress) => {
    const { benchLedger, ledgerLines } = await import('../ledger.ts')
    const answer = await benchLedger({ matters, folder: data, onProgress })
    return { answer, lines: ledgerLines(answer) }
  },
  counts: async ({ matters = 100_000, data }, onProgress) => {
    const { benchCounts, countsLines } = await import('../counts.ts')
    const answer = await benchCounts(matters, data, onProgress)
    return { answer, lines: countsLines(answer) }
  },
  import: async ({ matters = 100_000, file }, onProgress) => {
    const { benchImport, importLines } = await import('../import.ts')
    const answer = await benchImport({ rows: matters, file, onProgress })
    return { answer, lines: importLines(answer) }
  },
  disk: async ({ matters = 20_000 }, onProgress) => {
    const { benchDisk, diskLines } = await import('../stored/disk.ts')
    const answer = await benchDisk(matters, onProgress)
    return { answer, lines: diskLines(answer) }
  },
  verify: async ({ matters = 10_000 }, onProgress) => {
    const { benchVerify, verifyLines } = await import('../stored/verify.ts')
    const answer = await benchVerify(matters, onProgress)
    return { answer, lines: verifyLines(answer) }
  },
  export: async ({ matters = 100_000 }, onProgress) => {
    const { benchExport, exportLines } = await import('../export.ts')
    const answer = await benchExport(matters, onProgress)
    return { answer, lines: exportLines(answer) }
  },
  notices: async ({ matters = 10_000 }, onProgress) => {
    const { benchNotices, noticesLines } = await import('../notices.ts')
    const answer = await benchNotices(matters, onProgress)
    return { answer, lines: noticesLines(answer) }
  },
  http: async ({ matters = 100_000 }, onProgress) => {
    const { benchHttp, httpLines } = await import('../http/bench-http.ts')
    const answer = await benchHttp(matters, onProgress)
    return { answer, lines: httpLines(answer) }
  },
  funnel: async ({ matters }, onProgress) => {
    const { benchFunnel, funnelLines, USUAL_UNITS } = await import('../funnel.ts')
    // What others take for the number of matters is that of the units drawn in each world here.
    const answer = benchFunnel({ seed: 2026, units: matters ?? USUAL_UNITS }, onProgress)
    return { answer: { figures: answer.figures }, lines: funnelLines(answer) }
  },
  detectors: async () => {
    const { benchDetectors, benchDetectorsLines } = await import('../warning/bench-detectors.ts')
    const answer = await benchDetectors()
    return { answer, lines: benchDetectorsLines(answer) }
  },
  warn: async ({ matters = 400_000, data }, onProgress) => {
    const { benchNight, benchNightLines } = await import('../warning/night/bench-night.ts')
    const answer = await benchNight({ matters, kept: data }, onProgress)
    return { answer, lines: benchNightLines(answer) }
  },
  'warn-quiet': async ({ matters }, onProgress) => {
    const { benchQuiet, benchQuietLines } = await import('../warning/quiet/bench-quiet.ts')
    // What others take for the number of matters is that of the nights here.
    const asked = matters === undefined ? { replicates: 3 } : { replicates: 1, nights: matters }
    const answer = await benchQuiet({ seed: 21, ...asked }, onProgress)
    return { answer, lines: benchQuietLines(answer) }
  },
}
