import { SingleBar } from 'cli-progress'

export type Progress = { readonly advance: (to: number, note?: string) => void; readonly finish: () => void }

/**
 * A progress bar on stderr, only where a person sees it: nothing on a pipe, in a log or with --json.
 * `total` 0 means not known: then the count alone runs.
 */
export function showProgress(title: string, total: number, quiet: boolean): Progress {
  if (quiet || !process.stderr.isTTY) return { advance: () => {}, finish: () => {} }
  const known = `${title} {bar} {percentage}% {value}/{total} {note}`
  const bar = new SingleBar({
    format: total > 0 ? known : `${title} {value} {note}`,
    stream: process.stderr,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    fps: 5,
  })
  bar.start(total, 0, { note: '' })
  return { advance: (to, note = '') => bar.update(to, { note }), finish: () => bar.stop() }
}
