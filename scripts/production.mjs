// node scripts/production.mjs FOLDER [--without-packages]: the program as it is installed: sources without tests, built pages, the
// packages that a server uses, and bin/anlan. Needs `npm ci` and, for the pages, `vite build` before; asks no network.
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './node.mjs'

const SHIPPED = ['src', 'dist/web', 'docs', 'package.json', 'LICENSE', 'README.md', 'README.zh-CN.md', 'CHANGELOG.md']

/** Finds the Node.js that came along, else the one of the machine. */
const PROGRAM = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")/..
for node in "$here"/node_modules/node-linux-*/bin/node; do
  if [ -x "$node" ]; then exec "$node" "$here/src/cli/anlan.ts" "$@"; fi
done
exec node "$here/src/cli/anlan.ts" "$@"
`

/** Puts the program into a folder. */
export function layOut(folder, { packages = true } = {}) {
  mkdirSync(folder, { recursive: true })
  for (const path of SHIPPED.filter((one) => existsSync(join(root, one))))
    cpSync(join(root, path), join(folder, path), { recursive: true, filter: isShipped })
  if (packages) for (const path of runtimePackages()) copyPackage(path, folder)
  mkdirSync(join(folder, 'bin'), { recursive: true })
  writeFileSync(join(folder, 'bin/anlan'), PROGRAM)
  chmodSync(join(folder, 'bin/anlan'), 0o755)
}

function isShipped(path) {
  const within = relative(root, path)
  return !/\.test\.tsx?$/.test(within) && !/^src[/\\]testing\b/.test(within) && basename(path) !== 'pictures'
}

/** What the lock file does not call a tool of developers, and is here. */
function runtimePackages() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path && !dev && !devOptional && existsSync(join(root, path)))
    .map(([path]) => path)
}

/** Packages inside a package have a line of their own in the lock file. */
function copyPackage(path, folder) {
  const from = join(root, path)
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  cpSync(from, join(folder, path), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !relative(from, source).split(/[/\\]/).includes('node_modules'),
  })
  makeLinks(join(folder, path))
}

/** npm leaves symbolic links out; the program makes those of PostgreSQL at its first start, and may not where it is installed. */
function makeLinks(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(folder, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder, ...flags] = process.argv.slice(2)
  if (!folder) {
    console.error('用法 Usage: node scripts/production.mjs FOLDER [--without-packages]')
    process.exit(2)
  }
  layOut(folder, { packages: !flags.includes('--without-packages') })
}
