import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './node.mjs'
import { speak } from './speak.mjs'

const LOCK = join(root, 'package-lock.json')
const STAMP = join(root, 'node_modules', '.anlan-lock-hash')
/** What npm itself wrote down about the last installation. */
const INSTALLED = join(root, 'node_modules', '.package-lock.json')

// No install script is needed: what they would do, our own code does.
// With --include, NODE_ENV=production or an `omit` in a user's .npmrc cannot leave half of it out.
const INSTALL = [
  'ci',
  '--include=optional',
  '--include=dev',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
]

/** Installs the packages when they are missing or differ from the lock file; says so on stderr only. */
export function ensureInstalled() {
  const lock = readFileSync(LOCK, 'utf8')
  const hash = createHash('sha256').update(lock).digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return
  if (!isInstalled(JSON.parse(lock))) install()
  writeFileSync(STAMP, hash)
}

/** Someone ran `npm ci` or `npm install` themselves: then there is nothing to do. */
function isInstalled(lock) {
  if (!existsSync(INSTALLED)) return false
  const installed = JSON.parse(readFileSync(INSTALLED, 'utf8')).packages
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed[path]
    if (!found) return wanted.optional === true && !fitsThisMachine(wanted)
    return found.version === wanted.version && existsSync(join(root, path))
  })
}

function fitsThisMachine({ os, cpu, libc }) {
  const allows = (list, value) => [list].flat().includes(value)
  const musl = process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime
  return (
    Boolean(os ?? cpu ?? libc) &&
    (!os || allows(os, process.platform)) &&
    (!cpu || allows(cpu, process.arch)) &&
    (!libc || allows(libc, musl ? 'musl' : 'glibc'))
  )
}

function install() {
  console.error(speak('正在安装所需的包（首次约一分钟）…', 'Installing packages (about a minute the first time) …'))
  const npm = process.env['npm_execpath']
  const inherited = { cwd: root, stdio: ['ignore', 2, 2] }
  const { status, error } = npm?.endsWith('.js')
    ? spawnSync(process.env['npm_node_execpath'] ?? process.execPath, [npm, ...INSTALL], inherited)
    : spawnSync('npm', INSTALL, { ...inherited, shell: process.platform === 'win32' })
  if (status === 0) return
  console.error(
    speak(
      '安装没有完成，原因见上；请检查网络后重试。',
      'Installing failed, see above; check the network and try again.',
    ),
  )
  if (error) console.error(error.message)
  process.exit(1)
}
