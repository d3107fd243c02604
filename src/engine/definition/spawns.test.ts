import { describe } from 'vitest'
import { finds } from '../../testing/planted.ts'

describe('matters that open others', () => {
  finds([
    [
      'each over a text',
      'hazard',
      'steps.toRectificationList.opens.0.each',
      'left',
      '这一步的表里没有“left”这些行',
      'the form of this step has no rows "left"',
    ],
    [
      'a column that is not there',
      'hazard',
      'steps.toRectificationList.opens.0.carry.dueOn',
      'row.dueBy',
      '没有哪张表问“row.dueBy”',
      'no form asks for "row.dueBy"',
    ],
    [
      'an answer nobody gave',
      'report',
      'steps.triage.opens.0.carry.place',
      'spot',
      '没有哪张表问“spot”',
      'no form asks for "spot"',
    ],
    [
      'a field the other does not ask',
      'report',
      'steps.triage.opens.0.carry.claims',
      'description',
      'hazard的登记表里没有“claims”',
      'the opening form of hazard has no field "claims"',
    ],
    [
      'what the other requires',
      'hazard',
      'steps.toRectificationList.opens.0.carry.measure',
      undefined,
      'rectification必填的“measure”没有带去',
      '"measure", which rectification requires, is not carried',
      'steps.toRectificationList.opens.0.carry',
    ],
    [
      'another kind of answer',
      'report',
      'steps.triage.opens.0.carry.foundOn',
      'place',
      '要date，“place”是text',
      'takes a date, but "place" is a text',
    ],
    [
      'a text longer than the other holds',
      'hazard',
      'forms.risk.fields.riskTitle.max',
      90,
      '只收80个，“riskTitle”可到90',
      'holds 80, but "riskTitle" may have 90',
      'steps.raiseRisk.opens.0.carry.title',
    ],
    [
      'a sealed answer',
      'report',
      'steps.triage.opens.0.carry.spot',
      'contactName',
      '“contactName”是个人信息，不随件转出',
      '"contactName" is personal and is never carried',
    ],
  ])
})
