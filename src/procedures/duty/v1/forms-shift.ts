import type { FieldOf, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { setByWhoOrders } from '../../shared/v1/boundless.ts'
import { openingUnit, reason } from '../../shared/v1/common-fields.ts'
import { LEADING_ROLES, SHIFT_ROLES } from './who.ts'

export const SHIFTS = {
  whole: text('全天班', 'Whole day'),
  day: text('白班', 'Day'),
  night: text('夜班', 'Night'),
  holiday: text('节假日班', 'Holiday'),
} as const

const PARTS = {
  main: text('主班', 'Main'),
  deputy: text('副班', 'Deputy'),
  standby: text('备班', 'Standby'),
} as const

/** Who is on the shift: one row a post, with what they are on it. */
const officerRows = {
  kind: 'items',
  title: text('值班人员', 'Officers'),
  hint: text('主班、副班、备班，一行一个岗位', 'Main, deputy and standby: one post a row'),
  required: true,
  min: 1,
  max: 8,
  fields: {
    post: { kind: 'post', title: text('岗位', 'Post'), required: true, roles: SHIFT_ROLES },
    part: { kind: 'choice', title: text('主班、副班', 'As'), required: true, options: PARTS },
  },
} as const satisfies FieldOf<'items'>

export const officers = { ...officerRows, fills: 'officers', known: true } as const satisfies FieldOf<'items'>

const aloneWhy = {
  kind: 'text',
  title: text('只排一人的理由', 'Why only one'),
  hint: text('一般不少于两人；只排一人才填', 'At least two as a rule; only where one is planned'),
  max: 120,
} as const satisfies FieldOf<'text'>

const leader = {
  kind: 'post',
  title: text('带班领导', 'Duty leader'),
  required: true,
  roles: LEADING_ROLES,
  sets: 'supervisor',
} as const satisfies FieldOf<'post'>

/** The plan: a shift of a unit, and how it changes. */
export const shiftForms = {
  shift: {
    title: text('排一班', 'Plan a shift'),
    fields: {
      title: {
        kind: 'text',
        title: text('班次名称', 'Name of the shift'),
        hint: text('例如：3月2日县总值班', 'Such as: 2 March, county duty'),
        required: true,
        min: 2,
        max: 80,
        sets: 'title',
      },
      unit: { ...openingUnit, title: text('值班单位', 'Unit on duty') },
      category: { kind: 'choice', title: text('班次', 'Shift'), required: true, options: SHIFTS, sets: 'category' },
      dutyPost: {
        kind: 'post',
        title: text('值班室', 'Duty desk'),
        hint: text('当班的人以这个岗位接报、首报', 'Whoever is on the shift receives and reports in this post'),
        required: true,
        roles: ['dutyOfficer'],
      },
      startsAt: {
        kind: 'dateTime',
        title: text('起', 'From'),
        required: true,
        notBefore: 'today',
        boundless: setByWhoOrders,
      },
      endsAt: {
        kind: 'dateTime',
        title: text('止', 'Until'),
        required: true,
        notBefore: { field: 'startsAt' },
        boundless: setByWhoOrders,
      },
      leader,
      officers: { ...officers, known: false },
      aloneWhy,
      dutyPhone: {
        kind: 'text',
        title: text('值班电话', 'Phone of the duty desk'),
        hint: text('值班室的固定电话，不写个人手机', 'The fixed line of the desk, nobody’s own number'),
        required: true,
        max: 40,
        check: 'officePhone',
      },
      place: {
        kind: 'text',
        title: text('值班地点', 'Place'),
        required: true,
        min: 2,
        max: 120,
        sets: 'place',
      },
    },
  },
  change: {
    title: text('调整值班人员', 'Change who is on'),
    fields: { leader, officers, aloneWhy, changeReason: { ...reason, title: text('为什么调整', 'Why') } },
  },
  swap: {
    title: text('申请换班', 'Ask for a swap'),
    fields: {
      swapReason: { ...reason, title: text('换班理由', 'Why') },
      substitute: {
        kind: 'items',
        title: text('和谁换', 'With whom'),
        required: true,
        min: 1,
        max: 1,
        known: false,
        fills: 'substitute',
        fields: { post: { kind: 'post', title: text('岗位', 'Post'), required: true, roles: SHIFT_ROLES } },
      },
      officersAfter: {
        ...officerRows,
        title: text('换班后的值班人员', 'Officers after the swap'),
        known: 'officers',
      },
      givesBack: { kind: 'text', title: text('还哪一班', 'Which shift is taken in return'), max: 120 },
    },
  },
  swapAnswer: {
    title: text('批准换班', 'Consent to the swap'),
    fields: {
      officers: { ...officers, known: 'officersAfter' },
      officeTold: {
        kind: 'choice',
        title: text('告知办公室', 'The office'),
        required: true,
        options: { told: text('已告知', 'Told') },
      },
    },
  },
} as const satisfies Record<string, Form>
