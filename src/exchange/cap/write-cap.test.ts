import { describe, expect, test } from 'vitest'
import type { Alert } from '../../domain/outward/alert.ts'
import { capWrongs } from '../../testing/standards/cap-valid.ts'
import { inside, readXml, textIn } from '../xml/read-xml.ts'
import { capFaults } from './cap-faults.ts'
import { capTime, type Speaker, writeCap } from './write-cap.ts'

const speaker: Speaker = {
  sender: 'qinglan@anlan.example.cn',
  name: { zh: '清澜县综治中心', en: 'Qinglan Governance Centre' },
  contact: '0399-6010110',
  web: 'https://anlan.example.cn/public',
  areaName: (unit) => ({ zh: `${unit}镇`, en: `${unit} Town` }),
}
const alert: Alert = {
  id: '019cac0f-2680-71b7-a8da-c3c11d3a2d69',
  matterId: '019cac0f-2680-71b7-a8da-c3c11d3a2d00',
  msgType: 'Alert',
  status: 'Actual',
  scope: 'Public',
  sentAt: '2026-03-02T01:00:00.123Z',
  said: {
    event: { zh: '防汛抗旱', en: 'Flood and drought' },
    category: 'Met',
    reference: 'TF-2026-0001',
    headline: { zh: '东浦河水位今晚将超警戒', en: 'The Dongpu will pass its warning level tonight' },
    description: { zh: '上游持续降雨 <100毫米> & 还在下。', en: 'Rain upstream goes on.' },
    instruction: { zh: '沿河住户往高处转移。', en: 'Move to higher ground.' },
    urgency: 'Expected',
    severity: 'Severe',
    certainty: 'Likely',
    responses: ['Evacuate', 'Avoid'],
    onset: '2026-03-02T10:00:00.000Z',
    expires: '2026-03-03T01:00:00.000Z',
    areas: ['dongpu', 'yunxi'],
  },
}
const written = (more: Partial<Alert> = {}, before: readonly Alert[] = []) =>
  writeCap({ ...alert, ...more }, before, speaker)
const info = (xml: string) => inside(readXml(xml), 'info')

describe('an alert', () => {
  test('is right by schema and prose, and says in China’s time when', async () => {
    const xml = written()
    expect(await capWrongs(xml)).toEqual([])
    expect(textIn(readXml(xml), 'sent')).toBe('2026-03-02T09:00:00+08:00')
    expect(readXml(xml).attributes['xmlns']).toBe('urn:oasis:names:tc:emergency:cap:1.2')
    expect(info(xml).map((each) => [textIn(each, 'language'), inside(each, 'area').length])).toEqual([
      ['zh-CN', 2],
      ['en-US', 2],
    ])
    expect(textIn(info(xml)[0] ?? readXml('<x/>'), 'description')).toBe('上游持续降雨 <100毫米> & 还在下。')
  })

  test('nobody wrote English for has one block', async () => {
    const { en: _, ...zh } = alert.said.headline
    const xml = written({ said: { ...alert.said, headline: zh } })
    expect(await capWrongs(xml)).toEqual([])
    expect(info(xml).map((each) => textIn(each, 'language'))).toEqual(['zh-CN'])
  })

  test('keeps the number of the matter inside when it is for everybody', () => {
    expect(written()).not.toContain('TF-2026-0001')
    expect(written({ scope: 'Restricted', said: { ...alert.said, restriction: '各镇值班' } })).toContain('TF-2026-0001')
  })

  test('for some says for whom', async () => {
    const restricted = written({ scope: 'Restricted', said: { ...alert.said, restriction: '各镇值班' } })
    expect(await capWrongs(restricted)).toEqual([])
    const named: Speaker = { ...speaker, areaName: (unit) => ({ zh: unit === 'a' ? '第一 分局' : '东浦镇' }) }
    const xml = writeCap({ ...alert, scope: 'Private', said: { ...alert.said, to: ['a', 'b'] } }, [], named)
    expect(await capWrongs(xml)).toEqual([])
    expect(textIn(readXml(xml), 'addresses')).toBe('"第一 分局" 东浦镇')
  })

  test('of an exercise is an Exercise, names it, and every headline says so', async () => {
    const xml = written({ status: 'Exercise', scope: 'Restricted', said: { ...alert.said, restriction: '参演单位' } })
    expect(await capWrongs(xml)).toEqual([])
    expect(textIn(readXml(xml), 'note')).toContain('TF-2026-0001')
    expect(info(xml).map((each) => textIn(each, 'headline')?.slice(0, 4))).toEqual(['【演练】', '[EXE'])
  })

  test('that updates and one that cancels name all that they take the place of', async () => {
    const update: Alert = {
      ...alert,
      id: '019cac0f-2680-71b7-a8da-c3c11d3a2d70',
      msgType: 'Update',
      sentAt: '2026-03-02T03:00:00.000Z',
      replaces: alert.id,
    }
    const cancel = written(
      { id: '019cac0f-2680-71b7-a8da-c3c11d3a2d71', msgType: 'Cancel', sentAt: '2026-03-02T05:00:00.000Z' },
      [alert, update],
    )
    expect(await capWrongs(cancel)).toEqual([])
    expect(textIn(readXml(cancel), 'references')).toBe(
      `qinglan@anlan.example.cn,${alert.id},2026-03-02T09:00:00+08:00 qinglan@anlan.example.cn,${update.id},2026-03-02T11:00:00+08:00`,
    )
  })

  test('takes any text without breaking, and no character that XML lacks', async () => {
    const odd = { zh: '“]]>”\u0000\u0007<![CDATA[ &amp; 😀', en: '\ud800 "quotes" \'' }
    expect(await capWrongs(written({ said: { ...alert.said, description: odd } }))).toEqual([])
  })
})

test('a time never ends with Z', () => {
  expect(capTime('2026-12-31T16:00:00.000Z')).toBe('2027-01-01T00:00:00+08:00')
})

describe('what the prose asks', () => {
  const faults = (change: (xml: string) => string, xml = written()) => capFaults(readXml(change(xml)))
  const area = (inner: string) => (xml: string) => xml.replaceAll('</areaDesc>', `</areaDesc>${inner}`)
  test.each([
    ['an identifier with a blank', (xml: string) => xml.replace(alert.id, 'a b'), /identifier/],
    ['a sender with a comma', (xml: string) => xml.replace('<sender>qinglan', '<sender>a,b'), /sender/],
    ['a time without an offset', (xml: string) => xml.replace('09:00:00+08:00', '01:00:00Z'), /offset/],
    ['an update of nothing', (xml: string) => xml.replace('>Alert<', '>Update<'), /earlier/],
    [
      'an alert that takes the place of one',
      (xml: string) => xml.replace('<info>', `<references>a,b,2026-03-02T09:00:00+08:00</references><info>`),
      /place of/,
    ],
    [
      'references that are none',
      (xml: string) => xml.replace('>Alert<', '>Update<').replace('<info>', '<references>a,b</references><info>'),
      /sender,identifier,sent/,
    ],
    ['two blocks of one language', (xml: string) => xml.replace('en-US', 'zh-CN'), /two blocks/],
    ['restricted without saying to whom', (xml: string) => xml.replace('>Public<', '>Restricted<'), /restriction/],
    ['private without addresses', (xml: string) => xml.replace('>Public<', '>Private<'), /addresses/],
    ['an exercise without its name', (xml: string) => xml.replace('>Actual<', '>Exercise<'), /note/],
    [
      'an end before the beginning',
      (xml: string) => xml.replaceAll('2026-03-03T09:00:00', '2026-03-01T09:00:00'),
      /expires/,
    ],
    ['a polygon that does not close', area('<polygon>30,120 30,121 31,121 31,120</polygon>'), /polygon/],
    ['a polygon of three points', area('<polygon>30,120 30,121 30,120</polygon>'), /polygon/],
    ['a polygon beyond the pole', area('<polygon>91,120 30,121 31,121 91,120</polygon>'), /polygon/],
    ['a circle without radius', area('<circle>30,120</circle>'), /circle/],
    ['a ceiling without altitude', area('<ceiling>100</ceiling>'), /ceiling/],
  ])('refuses %s', (_, change, fault) => {
    expect(faults(change).join()).toMatch(fault)
  })

  test('takes a polygon that closes, and a circle', () => {
    expect(faults(area('<polygon>30,120 30,121 31,121 30,120</polygon><circle>30.1,120.2 5</circle>'))).toEqual([])
  })
})
