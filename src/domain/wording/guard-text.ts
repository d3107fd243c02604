import type { Demand } from '../procedure/hands/demand.ts'
import { type Text, text } from './text.ts'

/** Why a step is refused, by the condition that does not hold: who can, or what comes first. */
export const GUARD_TEXT: Readonly<Record<Demand, Text>> = {
  notTheHandler: text('复查不能由经办人做', 'Never the one who handled it'),
  isOwner: text('由承办人办', 'Only the matter’s handler can do this'),
  isSupervisor: text('由督办人办', 'Only the matter’s supervisor can do this'),
  ownerAssigned: text('要先定承办人', 'Name a handler first'),
  hasEvidence: text('要先附上材料', 'Hand in a file first'),
  allChildrenDone: text('要等由它转出的事项都办完', 'Every matter that came of it must be closed first'),
  hasChildren: text('要先从这件事转出至少一件', 'At least one matter must come of it first'),
  consentGiven: text('要各方都同意', 'Every party must agree first'),
  notListed: text('正在挂牌督办，要先摘牌', 'It is under listed supervision; delist it first'),
  isListed: text('没有挂牌督办，用不到这一步', 'Only for matters under listed supervision'),
  isMajor: text('只有重大的才走这一步', 'Only for major matters'),
  notMajor: text('重大的不能走这一步', 'Not for major matters'),
  notRegisteredBy: text('登记人不能办这一步，由别人办', 'Never the one who registered it'),
  notTheUnitComplainedAbout: text(
    '反映的就是这个单位，不能交给它或它的下级',
    'Never the unit complained about, nor one below it',
  ),
  hasUnitAbove: text('本单位没有上级单位，不能提级', 'There is no unit above to escalate to'),
  sameComplaint: text(
    '那一件有人不能知道（反映某个单位，或者只给少数人看），不能让他们从这一件看出来；反映单位的，先把这一件也记为反映同一单位',
    'Somebody who must not know of the other one (a complaint about a unit, or a matter for few) could learn of it from here; for a complaint, first record this one as about the same unit',
  ),
  notBarred: text(
    '已回避，或者办过、定过这件事，不能再办这一步',
    'Never somebody who recused, or handled or decided it before',
  ),
  notNamed: text(
    '被记录在内的人不能在这件事里任何席位上，也看不到这件事',
    'Nobody whom the record names sits in it or sees it',
  ),
  mayCross: text(
    '有人不能知道这件事，或者是演练，不能转到其他地方',
    'Kept from some people here, or an exercise: it does not go to another office',
  ),
  officesAgreed: text(
    '两地没有都同意这样转，或者那边没有接收单位',
    'Both offices have not agreed to it, or there is no unit that takes it in',
  ),
  handOver: text('接收的岗位不能接这一件', 'The receiving post cannot take this matter over'),
  notOwnPart: text(
    '你在这件事里另有一份（经办、登记、参与过，或者就是请假、代岗的人），这一步由别人办',
    'You have a part of your own in this (handled, registered or took part; are away or stand in): somebody else takes this step',
  ),
  holderDue: text('没有请到本单位、本岗位，或者已经答复过', 'Only for those who were asked and have not answered yet'),
  clockRunning: text('没有正在走的期限，暂停不了', 'No deadline is running that could be paused'),
  clockPaused: text('没有暂停的期限，不用恢复', 'No deadline is paused'),
}
