// npm run advisories: which known faults the packages have that a running server uses. Not part of npm test: what is known
// changes from day to day, and a machine without the network cannot ask. Exit code 0 none, 4 could not be asked, 5 some.
import { spawnSync } from 'node:child_process'
import { root } from './node.mjs'
import { speak } from './speak.mjs'

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--package-lock-only', '--json'], {
  cwd: root,
  encoding: 'utf8',
  shell: process.platform === 'win32',
  timeout: 60_000,
})
const found = vulnerabilities(stdout)
if (found === undefined) {
  console.error(
    speak(
      '问不到漏洞库（没有网络，或者软件源不提供）。换一台能上网的机器，在同一个版本上运行 npm run advisories。',
      'The list of advisories could not be asked (no network, or the registry has none). Run npm run advisories on the same version where it can.',
    ),
  )
  process.exitCode = 4
} else if (found.length === 0) {
  console.log(speak('运行时用到的包没有已知漏洞。', 'No known advisories for the packages that a server uses.'))
} else {
  for (const { name, severity, via } of found) {
    const titles = via.map((one) => (typeof one === 'string' ? one : `${one.title} ${one.url}`))
    console.log(`${severity}  ${name}: ${titles.join('; ')}`)
  }
  console.log(
    speak(
      '逐条看：能升级就升级，不涉及我们的写明理由（docs/releasing.md）。',
      'Look at each: update, or write down why it does not concern us (docs/releasing.md).',
    ),
  )
  process.exitCode = 5
}

/** What npm found; undefined where it could not ask. */
function vulnerabilities(answer) {
  try {
    const { vulnerabilities: all } = JSON.parse(answer)
    return all === undefined ? undefined : Object.values(all)
  } catch {
    return undefined
  }
}
