import { detectorCheck } from './check-detectors.ts'
import { checkGlrCase } from './check-glr.ts'
import { checkPrimitiveCase } from './check-primitives.ts'
import { checkAdjustedCase, checkFunnelCase, checkScanCase, checkSimulatorCase } from './check-tables.ts'
import type { Fixture, FixtureCase } from './fixture.ts'
import type { Findings, Shortfall } from './shortfall.ts'

/** What became of a file: cases and values compared, and each value that is not near enough. */
export type CheckedFixture = {
  readonly algorithm: string
  readonly cases: number
  readonly failedCases: number
  readonly compared: number
  readonly shortfalls: readonly Shortfall[]
}

const OTHERS: Readonly<Record<string, (fixture: Fixture, one: FixtureCase, findings: Findings) => void>> = {
  glr: checkGlrCase,
  primitives: (_, one, findings) => checkPrimitiveCase(one, findings),
  'p.adjust': (_, one, findings) => checkAdjustedCase(one, findings),
  funnel: (_, one, findings) => checkFunnelCase(one, findings),
  scan: (_, one, findings) => checkScanCase(one, findings),
  simulator: (_, one, findings) => checkSimulatorCase(one, findings),
}

/** Runs every case of a file; undefined for an algorithm that we do not have. */
export function checkFixture(fixture: Fixture): CheckedFixture | undefined {
  const check = detectorCheck(fixture) ?? otherCheck(fixture)
  if (!check) return undefined
  const findings: Findings = { compared: 0, shortfalls: [] }
  let failedCases = 0
  for (const one of fixture.cases) {
    const before = findings.shortfalls.length
    check(one, findings)
    if (findings.shortfalls.length > before) failedCases++
  }
  const { algorithm, cases } = fixture
  return { algorithm, cases: cases.length, failedCases, ...findings }
}

function otherCheck(fixture: Fixture) {
  const check = Object.hasOwn(OTHERS, fixture.algorithm) ? OTHERS[fixture.algorithm] : undefined
  return check && ((one: FixtureCase, findings: Findings) => check(fixture, one, findings))
}
