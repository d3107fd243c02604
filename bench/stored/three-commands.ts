import type { Command } from '../../src/domain/matter/command.ts'
import { dayOf } from '../../src/domain/time/time.ts'

/** Units that matters come in for, and a village of each. */
const PLACES = [
  ['dongpu', 'yuwan', '东浦镇渔湾村'],
  ['dongpu', 'xiatang', '东浦镇下塘村'],
  ['yuehu', 'shangyun', '月湖街道上云社区'],
  ['housing', 'shangyun', '上云花园'],
] as const

const STORIES = [
  ['路灯不亮', 'facility', '从桥头到三组有五盏不亮，放学路上很黑，老人晚上不敢出门。'],
  ['窨井盖松动', 'safety', '车一压就响，旁边就是幼儿园，昨天有人崴了脚。'],
  ['夜里施工太吵', 'environment', '连着三天到凌晨两点，孩子要中考，打了两次电话没有人来。'],
  ['垃圾没有人清', 'environment', '收集点堆了一个星期，天热有味，苍蝇很多。'],
  ['楼道堆着杂物', 'safety', '一楼到三楼都有，消防通道只剩半边，说过几次没有用。'],
] as const

/** A report as it comes in day by day: registered with its reporter, accepted, told. No two have the same words. */
export function threeCommands(number: number): readonly Command[] {
  const [unitId, placeUnit, place] = PLACES[number % PLACES.length] as (typeof PLACES)[number]
  const [what, category, description] = STORIES[Math.floor(number / 7) % STORIES.length] as (typeof STORIES)[number]
  const group = `${1 + (number % 19)}组${1 + (number % 307)}号`
  return [
    {
      type: 'OpenMatter',
      procedure: 'report',
      channel: number % 3 === 0 ? 'phone' : 'window',
      unitId,
      form: {
        title: `${place}${group}${what}`,
        category,
        description,
        place: `${place}${group}`,
        placeUnit,
        contactName: '张示例',
        contactPhone: `000-0000-${String(number % 10_000).padStart(4, '0')}`,
      },
    },
    { type: 'TakeStep', step: 'accept', form: { difficulty: 'ordinary', note: '与反映人通过电话，情况属实。' } },
    {
      type: 'TakeStep',
      step: 'tell',
      form: { toldOn: dayOf(new Date().toISOString()), toldHow: 'message', words: '您的反映已经受理，办完告诉您。' },
    },
  ]
}
