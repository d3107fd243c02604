import type { Form } from '../../../domain/procedure/form.ts'
import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { placeUnit, reason } from '../../shared/v1/common-fields.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { approval, recordEnding, recordStates, recordSteps } from '../../shared/v1/record-steps.ts'
import { ownRule } from '../../shared/v1/sources.ts'

const KINDS = {
  courtroom: text('法庭', 'Courtroom'),
  mediationRoom: text('调解室', 'Mediation room'),
  meetingRoom: text('会议室', 'Meeting room'),
  online: text('线上庭审间', 'Online hearing room'),
} as const

const facts = {
  title: { kind: 'text', title: text('名称', 'Name'), required: true, min: 2, max: 60, sets: 'title' },
  category: { kind: 'choice', title: text('用途', 'Use'), required: true, options: KINDS, sets: 'category' },
  place: { kind: 'text', title: text('地址', 'Address'), required: true, min: 2, max: 120, sets: 'place' },
  placeUnit,
  seats: { kind: 'number', title: text('旁听（座位）数', 'Seats'), min: 0, max: 2000 },
  stepFree: { kind: 'yesNo', title: text('轮椅可到', 'Step-free access') },
  recording: { kind: 'yesNo', title: text('可同步录音录像', 'Sound and video recording') },
} as const satisfies Form['fields']

/** 场所（法庭、调解室、会议室）: the rooms in which hearings, mediations and meetings are held. */
export const roomV1 = defineProcedure({
  id: 'room',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('法庭与会议室', 'Courtrooms and meeting rooms'),
  short: text('房间', 'Room'),
  prefix: 'FJ',
  purpose: text(
    '开庭、调解、会议在哪里，一处一条',
    'Where hearings, mediations and meetings are held, one record each',
  ),
  source: ownRule,
  categories: KINDS,
  outcomes: { ended: text('已停用', 'Ended') },
  record: { inForce: ['inForce'] },
  sight: { line: 'everyone' },
  forms: {
    room: { title: text('登记房间', 'Register a room'), fields: facts },
    revision: { title: text('变更登记', 'Change the record'), fields: { ...facts, reason } },
    ending: recordEnding,
    ...importedForms({ title: text('登记', 'Register'), fields: facts }),
  },
  documents: {},
  deadlines: approval('REC-P3'),
  opening: {
    form: 'room',
    by: ['clerk', 'triageOfficer', 'handler', 'courtClerk'],
    state: 'draft',
    starts: ['approve'],
  },
  states: recordStates,
  steps: {
    ...recordSteps,
    publish: { ...recordSteps.publish, by: [...recordSteps.publish.by, 'divisionHead', 'president'] },
    revise: { ...recordSteps.revise, by: [...recordSteps.revise.by, 'courtClerk'] },
    end: { ...recordSteps.end, by: [...recordSteps.end.by, 'courtClerk', 'divisionHead'] },
    ...importedSteps('draft', ['approve'], [{ step: 'endedAsImported', to: 'ended', title: text('已停用', 'Ended') }]),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'title', title: text('名称', 'Name') },
    { field: 'category', title: text('用途', 'Use') },
    { field: 'place', title: text('地址', 'Address') },
    { field: 'placeUnitId', title: text('属地', 'Village or township') },
    { field: 'seats', title: text('座位', 'Seats') },
    { field: 'stepFree', title: text('轮椅可到', 'Step-free') },
    { field: 'recording', title: text('录音录像', 'Recording') },
    { field: 'state', title: text('状态', 'State') },
  ],
})
