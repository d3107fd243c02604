import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from '../../domain/wording/text.ts'
import { isKeyName, keyText, type NamedKey, readKeyText } from '../../engine/transparency/note.ts'
import { hashBytes, signerOf } from '../../storage/transparency/crypto.ts'
import { sha256 } from '../../storage/write/ids.ts'
import type { Call } from '../shell/cli-command.ts'
import { EXIT, type ExitCode } from '../shell/exit-code.ts'
import { usageError } from '../shell/usage-error.ts'
import { type Ask, look } from './look.ts'

const KEY_FILE = 'key.json'
const ANSWER_MS = 30_000

/** Makes a witness's key, or looks at a log once. */
export async function runWitness(call: Call): Promise<ExitCode> {
  const [what] = call.args
  const folder = call.value('folder') ?? 'witness'
  if (what === 'init') return init(call, folder)
  if (what === 'run') return run(call, folder)
  throw usageError(text(`witness 没有“${what}”，有：init、run`, `witness has no "${what}"; there are: init, run`))
}

async function init({ value, json }: Call, folder: string): Promise<ExitCode> {
  const name = value('name') ?? ''
  if (!isKeyName(name))
    throw usageError(text('要写 --name，不能有空格和加号', '--name is needed, without blanks and plus'))
  const seed = randomBytes(32)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  // A second key would be a second witness: the first one is never overwritten.
  const file = await open(join(folder, KEY_FILE), 'wx', 0o600)
  await file.writeFile(JSON.stringify({ name, seed: seed.toString('base64') }))
  await file.close()
  const key = keyText({ name, use: 'witness', publicKey: signerOf(seed).publicKey }, hashBytes)
  console.log(json ? JSON.stringify({ key }) : key)
  return EXIT.done
}

async function run({ value, json, locale }: Call, folder: string): Promise<ExitCode> {
  const [url, log] = [value('log'), readKeyText(value('key') ?? '', hashBytes)]
  if (!url || !URL.canParse(url) || log?.use !== 'log')
    throw usageError(text('要写 --log 和 --key', '--log and --key are needed'))
  const { name, seed } = JSON.parse(await readFile(join(folder, KEY_FILE), 'utf8')) as { name: string; seed: string }
  const { publicKey, sign } = signerOf(Buffer.from(seed, 'base64'))
  const own: NamedKey = { name, use: 'witness', publicKey }
  const kept = join(folder, `${sha256(log.name).slice(0, 16)}.checkpoint`)
  const seen = await readFile(kept, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined
    throw cause
  })
  const ask = askAt(url)
  const found = await look({ ask, log, seen, own, sign, seconds: Math.floor(Date.now() / 1000) })
  if (!found.ok) {
    // The proof of what was shown: two signed heads that do not fit each other.
    await keep(`${kept}.refused`, found.note)
    console.log(json ? JSON.stringify({ ok: false, why: found.why }) : WHY[found.why][locale])
    return EXIT.findings
  }
  // Kept before it is sent: a witness must not sign what it could forget.
  await keep(kept, found.note)
  const sent = await fetch(`${url.replace(/\/$/, '')}/cosignature/${found.size}`, {
    ...{ method: 'POST', body: found.line, headers: { 'content-type': 'text/plain' } },
    signal: AbortSignal.timeout(ANSWER_MS),
  })
  if (!sent.ok) throw new Error(`the log did not take the signature: ${sent.status}`)
  console.log(json ? JSON.stringify({ ok: true, size: found.size }) : `OK ${found.size}`)
  return EXIT.done
}

const WHY = {
  'not-signed': text('签名不是这个日志的', 'the head is not signed by this log'),
  smaller: text(
    '日志比上次看到的短：有记录被删了。两份签名都留在文件夹里',
    'the log is shorter than before: something was removed. Both heads are kept in the folder',
  ),
  rewritten: text(
    '日志与上次看到的对不上：被改写了。两份签名都留在文件夹里',
    'the log does not go on from what was seen: it was rewritten. Both heads are kept in the folder',
  ),
} as const

const askAt =
  (url: string): Ask =>
  async (path) => {
    const answer = await fetch(`${url.replace(/\/$/, '')}/${path}`, { signal: AbortSignal.timeout(ANSWER_MS) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    return answer.text()
  }

async function keep(path: string, content: string): Promise<void> {
  const file = await open(`${path}.new`, 'w', 0o600)
  await file.writeFile(content)
  await file.sync()
  await file.close()
  await rename(`${path}.new`, path)
}
