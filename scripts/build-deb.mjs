// npm run deb [-- FOLDER]: builds anlan_VERSION_ARCH.deb with dpkg-deb, from what is installed and built here; asks no network.
// --without-packages leaves the npm packages out: for looking at the package itself.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { ensureInstalled } from './ensure.mjs'
import { root } from './node.mjs'
import { layOut } from './production.mjs'
import { ensureWebBuilt } from './web-build.mjs'

const ARCHITECTURES = { x64: 'amd64', arm64: 'arm64' }
const SCRIPTS = ['postinst', 'prerm', 'postrm']

const args = process.argv.slice(2)
const packages = !args.includes('--without-packages')
const folder = resolve(args.find((arg) => !arg.startsWith('--')) ?? join(root, 'dist'))
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const architecture = ARCHITECTURES[process.arch]
if (!architecture) throw new Error(`there is no package for ${process.arch}`)

if (packages) {
  ensureInstalled()
  ensureWebBuilt()
}
const stage = mkdtempSync(join(tmpdir(), 'anlan-deb-'))
try {
  const at = (path) => join(stage, path)
  layOut(at('usr/lib/anlan'), { packages })
  mkdirSync(at('usr/share/doc/anlan'), { recursive: true })
  cpSync(at('usr/lib/anlan/docs'), at('usr/share/doc/anlan/docs'), { recursive: true })
  cpSync(join(root, 'ops'), at('usr/share/doc/anlan/ops'), { recursive: true })
  rmSync(at('usr/lib/anlan/docs'), { recursive: true })
  // Whoever builds may keep files to themselves; whoever is served reads them.
  spawnSync('chmod', ['-R', 'u+rwX,go+rX,go-w', stage])
  put('ops/debian/anlan', 'usr/bin/anlan', 0o755)
  put('ops/debian/anlan.env', 'etc/anlan/anlan.env', 0o640)
  put('ops/systemd/anlan.service', 'usr/lib/systemd/system/anlan.service', 0o644)
  for (const script of SCRIPTS) put(`ops/debian/${script}`, `DEBIAN/${script}`, 0o755)
  writeFileSync(at('DEBIAN/conffiles'), '/etc/anlan/anlan.env\n')
  writeFileSync(at('DEBIAN/control'), control())
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `anlan_${version}_${architecture}.deb`)
  const built = spawnSync('dpkg-deb', ['--root-owner-group', '-Zgzip', '--build', stage, file], { encoding: 'utf8' })
  if (built.status !== 0) throw new Error(built.stderr || String(built.error))
  console.log(file)

  function put(from, to, mode) {
    mkdirSync(dirname(at(to)), { recursive: true, mode: 0o755 })
    writeFileSync(at(to), readFileSync(join(root, from)))
    chmodSync(at(to), mode)
  }
} finally {
  rmSync(stage, { recursive: true, force: true })
}

function control() {
  return [
    'Package: anlan',
    `Version: ${version}`,
    `Architecture: ${architecture}`,
    'Maintainer: Anlan <anlan@localhost>',
    'Section: web',
    'Priority: optional',
    'Depends: adduser, util-linux, libc6, libstdc++6',
    'Recommends: postgresql (>= 15), nginx | caddy',
    'Description: working system of a court or county governance office',
    ' Whatever threatens safety, rights or good order is reported, accepted, assigned with a lawful deadline,',
    ' handled, verified, reviewed and learned from. Brings its own Node.js and, where none is given, PostgreSQL.',
    '',
  ].join('\n')
}
