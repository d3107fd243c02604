import type { State, Step } from '../../../domain/procedure/procedure.ts'
import type { Source } from '../../../domain/procedure/source.ts'
import { text } from '../../../domain/wording/text.ts'
import { ownRule, safety } from '../../shared/v1/sources.ts'
import { orderingSide } from '../../shared/v1/takers.ts'

export const inspectionStates = {
  planned: { title: text('待检查', 'To inspect'), group: 'open', public: text('等待检查', 'To be inspected') },
  missed: {
    title: text('没有检查成', 'Not inspected'),
    group: 'open',
    public: text('还没检查成', 'Not inspected yet'),
  },
  checked: { title: text('待被查单位确认', 'To be signed'), group: 'open', public: text('检查过了', 'Inspected') },
  following: {
    title: text('隐患整改中', 'Hazards being fixed'),
    group: 'waiting',
    public: text('查出的问题正在整改', 'What was found is being fixed'),
    clockless: text('每处隐患有自己的期限', 'Each hazard has limits of its own'),
  },
  handled: {
    title: text('待结束', 'To close'),
    group: 'open',
    public: text('查出的问题改好了', 'What was found is fixed'),
  },
  inOrder: {
    title: text('检查合格', 'In order'),
    group: 'done',
    outcome: 'inOrder',
    public: text('检查合格', 'In order'),
  },
  fixedAtOnce: {
    title: text('当场改正', 'Fixed on the spot'),
    group: 'done',
    outcome: 'fixedAtOnce',
    public: text('查出的问题当场改了', 'Fixed on the spot'),
  },
  closed: {
    title: text('隐患已处理完', 'Hazards dealt with'),
    group: 'done',
    outcome: 'handled',
    public: text('查出的问题都处理完了', 'All that was found is dealt with'),
  },
  notInspected: {
    title: text('未检查', 'Not inspected'),
    group: 'done',
    outcome: 'notInspected',
    public: text('没有检查', 'Not inspected'),
  },
} as const satisfies Record<string, State>

/** The record, and what follows when nobody signs it. */
const record: Source = { article: text('《安全生产法》第六十八条', 'Work Safety Law, art. 68'), mark: 'found' }

const INSPECTORS = ['inspector', 'handler'] as const

export const inspectionSteps = {
  check: {
    title: text('填写检查表', 'Check'),
    from: ['planned'],
    to: 'checked',
    by: INSPECTORS,
    form: 'check',
    handles: true,
    meets: ['visit'],
    starts: ['sign'],
    opens: [
      {
        procedure: 'hazard',
        link: 'childOf',
        each: 'sheet',
        whenRow: { field: 'result', is: ['failed'] },
        carry: {
          title: 'row.item',
          description: 'row.finding',
          itemBasis: 'row.basis',
          photos: 'row.photos',
          category: 'category',
          site: 'site',
          place: 'place',
          placeUnit: 'placeUnit',
          placeName: 'title',
          placeType: 'placeType',
          source: 'source',
          foundOn: 'checkedOn',
          inspectors: 'inspectors',
        },
      },
    ],
    source: safety.order,
    told: text('到现场检查，填了检查表', 'inspected the place item by item'),
    public: text('到现场检查过', 'The place was inspected'),
  },
  sign: {
    title: text('被查单位签字', 'Have it signed'),
    from: ['checked'],
    to: [
      { if: { the: 'failedItems', atLeast: 1 }, to: 'following' },
      { if: { the: 'fixedItems', atLeast: 1 }, to: 'fixedAtOnce' },
      { to: 'inOrder' },
    ],
    by: INSPECTORS,
    form: 'sign',
    handles: true,
    alone: text(
      '签字的是被查单位，检查记录两人以上署名',
      'The unit inspected signs, and two inspectors stand under it',
    ),
    meets: ['sign'],
    issues: ['record'],
    source: record,
    tells: text(
      '被查单位：检查结果和要改的问题；负责人拒绝签字的，记录在案并报告本部门',
      'The unit inspected: result and what is to be fixed; a refusal to sign is recorded and reported to the department',
    ),
    told: text('被查单位在检查记录上签了字', 'had the record signed by the unit inspected'),
  },
  miss: {
    title: text('没有检查成', 'Could not inspect'),
    from: ['planned'],
    to: 'missed',
    by: INSPECTORS,
    form: 'notDone',
    aside: true,
    cancels: ['visit'],
    starts: ['decideMissed'],
    told: text('到了现场，没有检查成', 'was there and could not inspect'),
  },
  visitAgain: {
    title: text('改期再查', 'Visit again'),
    from: ['missed'],
    to: 'planned',
    by: orderingSide('leader', 'inspector', 'triageOfficer'),
    form: 'again',
    meets: ['decideMissed'],
    starts: ['visit'],
    told: text('定了再去检查的日期', 'set another day'),
  },
  giveUp: {
    title: text('不再检查', 'Give up'),
    from: ['missed'],
    to: 'notInspected',
    by: orderingSide('leader', 'verifier'),
    form: 'notDoneOpinion',
    guards: ['notTheHandler', { not: { the: 'missed', is: ['refused'] } }],
    aside: true,
    meets: ['decideMissed'],
    told: text('同意不再检查', 'agreed that it is not inspected'),
  },
  reinspect: {
    title: text('安排复查', 'Plan reinspection'),
    from: ['following'],
    by: ['inspector', 'leader', 'triageOfficer'],
    form: 'reinspect',
    aside: true,
    opens: [
      {
        procedure: 'inspection',
        link: 'childOf',
        carry: {
          title: 'title',
          category: 'category',
          site: 'site',
          checklist: 'checklist',
          campaign: 'campaign',
          placeType: 'placeType',
          place: 'place',
          placeUnit: 'placeUnit',
          source: 'source',
          drawNo: 'drawNo',
          plannedOn: 'recheckOn',
        },
      },
    ],
    source: safety.order,
    told: text('安排了复查', 'planned a reinspection'),
  },
  childrenDone: {
    title: text('隐患都处理完了', 'Hazards are done'),
    from: ['following'],
    to: 'handled',
    by: INSPECTORS,
    guards: ['allChildrenDone'],
    starts: ['close'],
    told: text('查出的隐患都处理完了', 'all hazards that were found are dealt with'),
  },
  close: {
    title: text('结束检查', 'Close'),
    from: ['handled'],
    to: 'closed',
    by: ['verifier', 'leader'],
    form: 'close',
    guards: ['notTheHandler'],
    verifies: true,
    meets: ['close'],
    source: ownRule,
    told: text('核对过，检查结束', 'checked it and closed the inspection'),
  },
} as const satisfies Record<string, Step>
