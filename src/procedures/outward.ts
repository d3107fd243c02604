import type { AlertRule } from '../domain/outward/alert.ts'
import type { Outward } from '../domain/outward/outward.ts'
import { text } from '../domain/wording/text.ts'

/** 突发事件: whoever commands it warns (Emergency Response Law arts 63, 64). Levels 1 to 4 are red, orange, yellow and blue there. */
const incident: AlertRule = {
  issuedBy: ['instruct'],
  categories: {
    flood: 'Met',
    forestFire: 'Fire',
    geology: 'Geo',
    weather: 'Met',
    workSafety: 'Safety',
    chemicals: 'CBRNE',
    fire: 'Fire',
    gas: 'Safety',
    traffic: 'Transport',
    utilities: 'Infra',
    pollution: 'Env',
    health: 'Health',
    food: 'Health',
    animals: 'Health',
    premises: 'Safety',
    cyber: 'Infra',
    socialSafety: 'Security',
  },
  graveness: { field: 'responseLevel', severities: { 1: 'Extreme', 2: 'Severe', 3: 'Moderate', 4: 'Minor' } },
}

const publicised = { states: ['publicised'], until: 'publicity' }

/** What of each kind of matter goes out by a standard (docs/standards.md). */
export const OUTWARD: Outward = {
  appointments: {
    case: [
      { field: 'hearingAt', title: text('开庭', 'Hearing'), states: ['hearingSet'], venue: 'venue', minutes: 120 },
    ],
  },
  alerts: { incident },
  publicity: { certification: publicised, recognition: publicised },
}
