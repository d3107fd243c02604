import { json, type Send } from '../office.ts'

/** Asks every door of the comparison of units and of indicators once. */
export async function askOfCompare(leader: Send, township: Send): Promise<void> {
  for (const path of ['compare', 'compare/signs', 'compare/csv', 'compare/xlsx', 'indicators'])
    await leader(`/api/${path}`)
  await leader('/api/compare/matters?line=dongpu&measure=closed')
  await township(
    '/api/compare/causes',
    json({ indicator: 'on-time', period: '2025', unitId: 'dongpu', text: '年初人手少' }),
  )
  const typed = {
    id: 'asked',
    title: { zh: '问一问', en: 'Asked' },
    kind: 'share',
    formula: 'onTime / closed',
    wanted: 'higher',
    source: { mark: 'local', text: '本县自定' },
  }
  await leader('/api/indicators/trial', json(typed))
  await leader('/api/indicators', json({ ...typed, seenVersion: 0, effectiveFrom: '2026-01-01' }))
}
