// npm test: every check in turn, each shown as it runs; the last line is the sum.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runNode } from './child.mjs'
import { ensureInstalled } from './ensure.mjs'
import { root } from './node.mjs'
import { toolScript } from './tool.mjs'
import { UNFINISHED } from './unfinished-reporter.mjs'
import { buildWeb } from './web-build.mjs'

const MINUTE = 60_000
const REPORTS = join(root, 'coverage', 'reports')

/** A stage that takes longer hangs: it is stopped and has failed. */
const STAGES = [
  check('类型 types: pure', ['tsc', '-p', 'tsconfig.pure.json']),
  check('类型 types: node', ['tsc', '-p', 'tsconfig.node.json']),
  check('类型 types: web', ['tsc', '-p', 'tsconfig.web.json']),
  check('格式 lint: biome', ['biome', 'check', '.']),
  check('多余 unused: knip', ['knip']),
  suite('unit', 8 * MINUTE),
  suite('storage', 8 * MINUTE),
  suite('http', 8 * MINUTE),
  { name: '网页 web build', run: webBuild },
  suite('e2e', 22 * MINUTE),
]

function check(name, [tool, ...args]) {
  const run = async () => {
    const ok = (await runTool(tool, args, 3 * MINUTE)) === 0
    return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
  }
  return { name, run }
}

/** A suite that hung is run once more, and what it hung in is told: nobody should have to guess from a stage that says nothing. */
function suite(project, limitMs) {
  const report = join(REPORTS, `${project}.json`)
  const named = ['default', 'json', join(root, 'scripts', 'unfinished-reporter.mjs')]
  const reporters = [...named.map((name) => `--reporter=${name}`), `--outputFile.json=${report}`]
  const once = () => runTool('vitest', ['run', '--project', project, ...reporters], limitMs)
  const run = async () => {
    const exitCode = await once()
    if (existsSync(report)) return vitestCounts(report, exitCode)
    const hung = unfinished()
    return { ...vitestCounts(report, await once()), unfinished: hung }
  }
  return { name: `测试 tests: ${project}`, run }
}

/** Which tests had begun when a stage was stopped; the one that hangs is among them. */
const unfinished = () => (existsSync(UNFINISHED) ? readFileSync(UNFINISHED, 'utf8').split('\n').filter(Boolean) : [])

function webBuild() {
  try {
    buildWeb()
    return { passed: 1, failed: 0, skipped: 0 }
  } catch (error) {
    console.log(error.message)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/** Files that broke before their first test, a crash, a time-out and an empty suite each count as a failure. */
function vitestCounts(report, exitCode) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  )
  const counted = numFailedTests + brokenFiles.length
  const wentWrong = exitCode !== 0 || numPassedTests === 0
  return {
    failures: testResults.flatMap(failuresOf),
    passed: numPassedTests,
    failed: wentWrong ? Math.max(counted, 1) : counted,
    skipped: numPendingTests + numTodoTests,
  }
}

/** What failed in a file, its name and the first lines of why: at the end of a long run its own place is far above. */
function failuresOf({ name, status, message, assertionResults }) {
  const file = name.replace(`${root}/`, '')
  const failed = assertionResults.filter((assertion) => assertion.status === 'failed')
  if (failed.length === 0) return status === 'failed' ? [`${file}: ${firstLines(message)}`] : []
  return failed.map(({ fullName, failureMessages }) => `${file} > ${fullName}: ${firstLines(failureMessages[0])}`)
}

const firstLines = (text = '') => text.split('\n').slice(0, 6).join('\n      ').slice(0, 800)

async function runTool(tool, args, limitMs) {
  const timeout = AbortSignal.timeout(limitMs)
  try {
    return await runNode([toolScript(tool), ...args], { signal: timeout, killSignal: 'SIGKILL' })
  } catch (error) {
    console.log(timeout.aborted ? `超过 stopped after ${limitMs / MINUTE} min` : error)
    return 1
  }
}

ensureInstalled()
rmSync(REPORTS, { recursive: true, force: true })
mkdirSync(REPORTS, { recursive: true })

let interrupted = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => (interrupted = true))

const results = []
for (const { name, run } of STAGES) {
  console.log(`\n── ${name}`)
  const startedAt = performance.now()
  const counts = await run()
  results.push({ name, ...counts, seconds: (performance.now() - startedAt) / 1000 })
  if (interrupted) process.exit(130)
}

console.log('')
for (const { name, passed, failed, skipped, seconds, unfinished = [], failures = [] } of results) {
  for (const failure of failures) console.log(`  失败 failed: ${failure}`)
  for (const test of unfinished) console.log(`  未完 unfinished: ${test}`)
  console.log(`${failed > 0 ? '✗' : '✓'} ${name}: ${totals(passed, failed, skipped)} (${seconds.toFixed(1)} s)`)
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0)
console.log(totals(sum('passed'), sum('failed'), sum('skipped')))
process.exitCode = sum('failed') > 0 ? 1 : 0

function totals(passed, failed, skipped) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
