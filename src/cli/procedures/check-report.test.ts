import { expect, test } from 'vitest'
import { faultsOfAll } from '../../engine/definition/faults-of.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import { planted } from '../../testing/planted.ts'
import { checkReport } from './check-report.ts'

test('each definition has a line, and each of its faults one under it', () => {
  const all = PROCEDURES.map((procedure) =>
    procedure.id === 'report' && procedure.version === 1 ? planted(procedure, 'steps.accept.to', 'acepted') : procedure,
  )
  const zh = checkReport(all, faultsOfAll(all), 'zh').split('\n')
  expect(zh.slice(0, 3)).toEqual([
    'report@1  诉求与线索  2024-11-01起  1处错',
    '  steps.accept.to  没有“acepted”这个状态',
    'report@2  诉求与线索  2024-11-02起  没有错',
  ])
  expect(zh).toHaveLength(all.length + 1)
  expect(checkReport(all, faultsOfAll(all), 'en')).toContain('report@1  Reports  from 2024-11-01  1 fault\n')
})
