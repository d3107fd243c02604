import { text } from '../../../domain/wording/text.ts'

/** Sudden events by what happens, as plans are written and incidents reported. Never a kind of person. */
export const INCIDENT_KINDS = {
  flood: text('防汛抗旱', 'Flood and drought'),
  forestFire: text('森林火灾', 'Forest fire'),
  geology: text('地质灾害', 'Landslide'),
  weather: text('台风、低温和其他天气灾害', 'Storm, frost, other weather'),
  workSafety: text('生产安全事故', 'Work accident'),
  chemicals: text('危险化学品事故', 'Hazardous chemicals'),
  fire: text('火灾', 'Fire'),
  gas: text('燃气事故', 'Gas'),
  traffic: text('道路交通事故', 'Road accident'),
  utilities: text('停水停电停气', 'Water, power or gas cut off'),
  pollution: text('突发环境事件', 'Pollution'),
  health: text('突发公共卫生事件', 'Public health'),
  food: text('食品安全事件', 'Food safety'),
  animals: text('动物疫情', 'Animal disease'),
  premises: text('办公和办案场所安全', 'Safety of offices and courts'),
  cyber: text('网络和数据安全', 'Network and data'),
  socialSafety: text('其他社会安全事件', 'Other social safety'),
  other: text('其他', 'Other'),
} as const

/** Response levels (Emergency Response Law art. 71): 1 is the highest. Apart from the grade of what happened. */
export const RESPONSE_LEVELS = {
  1: text('一级', 'Level 1'),
  2: text('二级', 'Level 2'),
  3: text('三级', 'Level 3'),
  4: text('四级', 'Level 4'),
} as const

/** Kinds to which the Regulations on Work Accidents apply: graded by their numbers, investigated by grade. */
export const ACCIDENT_KINDS = [
  'workSafety',
  'chemicals',
  'fire',
  'gas',
  'traffic',
] as const satisfies readonly (keyof typeof INCIDENT_KINDS)[]
