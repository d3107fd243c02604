import type { Field, Form } from '../../../domain/procedure/form.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { importedForms } from '../../shared/v1/imported.ts'
import { hazardForms } from '../v1/forms.ts'
import { hazardV1 } from '../v1/procedure.ts'

const { hazard, grade } = hazardForms
const from = (field: string) => ({ takenFrom: { record: 'site', field } }) as const

/** 同一场所第三次: ours, not the law's. What was no hazard, or was never this office's, does not count. */
const timesHere = {
  kind: 'number',
  title: text('本场所12个月内第几次', 'How often here in 12 months'),
  hint: text(
    '同一场所12个月内第三次查出隐患，建议提一级（本系统的建议，不是法定）',
    'Found here for the third time within 12 months: one level up is proposed (ours, not the law)',
  ),
  computed: { times: 'site', months: 12, without: ['notHazard', 'returned', 'reregistered', 'passedOn'] },
} as const satisfies Field

const opening = {
  title: hazard.title,
  fields: {
    site: {
      kind: 'record',
      of: 'site',
      title: text('场所台账', 'Site on record'),
      hint: text('台账里有的选上，地址等跟着带出', 'Choose it where it is on record; the address comes along'),
    },
    ...hazard.fields,
    place: { ...hazard.fields.place, ...from('address') },
    placeUnit: { ...hazard.fields.placeUnit, ...from('placeUnit') },
    placeName: { ...hazard.fields.placeName, ...from('name') },
    placeType: { ...hazard.fields.placeType, ...from('category') },
    source: {
      ...hazard.fields.source,
      options: { ...hazard.fields.source.options, random: text('双随机抽查', 'Drawn at random') },
    },
    itemBasis: { kind: 'text', title: text('检查表列的依据', 'Article on the checklist'), max: 200 },
  },
} as const satisfies Form

/** The first version, with the site it was found at, and what follows when it is found there again. */
export const hazardV2: Procedure = {
  ...hazardV1,
  version: 2,
  effectiveOn: '2024-11-02',
  forms: {
    ...hazardV1.forms,
    hazard: opening,
    grade: {
      ...grade,
      fields: {
        timesHere,
        level: {
          ...grade.fields.level,
          bands: { of: 'timesHere', from: [{ atLeast: 3, level: 'major' }], lowerBecause: 'lowerReason' },
        },
        lowerReason: {
          kind: 'longText',
          max: 1000,
          title: text('不提级的理由', 'Why it is not raised'),
          hint: text('第三次查出仍定为一般的要写', 'Needed where the third time stays general'),
        },
        criterion: grade.fields.criterion,
        note: grade.fields.note,
      },
    },
    ...importedForms(opening),
  },
}
