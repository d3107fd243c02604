import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { BenchResult } from './result.ts'

const PROGRAM = join(import.meta.dirname, '../anlan-bench.ts')

/** Runs one bench in a process of its own, so that its memory and its garbage are its own. @throws Error with what it said when it failed */
export async function runApart(bench: string, options: readonly string[]): Promise<BenchResult> {
  const child = spawn(process.execPath, [PROGRAM, 'bench', bench, '--json', ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, said] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    out += piece
  })
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    said = (said + piece).slice(-2000)
  })
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  if (code !== 0) throw new Error(`bench ${bench} ended with ${code}: ${said.trim()}`)
  return JSON.parse(out) as BenchResult
}
