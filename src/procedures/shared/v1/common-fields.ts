import type { FieldOf } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'

/** Questions that several procedures ask in the same words. A published version is frozen: a new wording is a new constant. */

export const title: FieldOf<'text'> = {
  kind: 'text',
  title: text('标题', 'Title'),
  hint: text('哪里、什么事，一句话', 'Where and what, in one line'),
  required: true,
  min: 2,
  max: 80,
  sets: 'title',
}

export const description: FieldOf<'longText'> = {
  kind: 'longText',
  title: text('情况', 'What happened'),
  hint: text('写清看到了什么、从什么时候开始', 'What was seen, and since when'),
  required: true,
  min: 2,
  max: 5000,
}

export const place: FieldOf<'text'> = {
  kind: 'text',
  title: text('地点', 'Place'),
  hint: text('说不清就写大概位置', 'Roughly is fine'),
  required: true,
  min: 2,
  max: 120,
  sets: 'place',
}

export const placeUnit: FieldOf<'unit'> = {
  kind: 'unit',
  title: text('属地', 'Village or township'),
  sets: 'placeUnit',
}

export const photos: FieldOf<'files'> = { kind: 'files', title: text('照片', 'Photos'), max: 9 }

export const materials: FieldOf<'files'> = { kind: 'files', title: text('材料', 'Files'), max: 20 }

export const unit: FieldOf<'unit'> = {
  kind: 'unit',
  title: text('责任单位', 'Responsible unit'),
  required: true,
  sets: 'unit',
}

export const openingUnit: FieldOf<'unit'> = {
  kind: 'unit',
  title: text('负责单位', 'Unit in charge'),
  hint: text('不填就是登记的单位', 'The registering unit when empty'),
  sets: 'unit',
}

export const owner: FieldOf<'post'> = {
  kind: 'post',
  title: text('承办岗位', 'Handling post'),
  hint: text('先定单位也可以，由单位再定岗', 'May be left to the unit'),
  roles: ['handler', 'inspector', 'mediator', 'clerk'],
  sets: 'owner',
}

export const supervisor: FieldOf<'post'> = {
  kind: 'post',
  title: text('督办领导', 'Supervising leader'),
  required: true,
  roles: ['leader'],
  sets: 'supervisor',
}

export const sponsor: FieldOf<'post'> = {
  kind: 'post',
  title: text('包案领导', 'Sponsoring leader'),
  required: true,
  roles: ['leader'],
  sets: 'sponsor',
}

export const level: FieldOf<'level'> = { kind: 'level', title: text('等级', 'Level'), required: true, sets: 'level' }

export const reason: FieldOf<'longText'> = {
  kind: 'longText',
  title: text('理由', 'Reason'),
  required: true,
  min: 2,
  max: 1000,
}

export const note: FieldOf<'longText'> = { kind: 'longText', title: text('备注', 'Note'), max: 1000 }

export const remedies: FieldOf<'choices'> = {
  kind: 'choices',
  title: text('已告知的途径', 'Remedies told'),
  hint: text('至少一项', 'At least one'),
  required: true,
  min: 1,
  options: {
    mediation: text('换一个调解组织', 'Another mediation body'),
    arbitration: text('仲裁', 'Arbitration'),
    administrative: text('行政处理、行政复议', 'Administrative decision or reconsideration'),
    lawsuit: text('向法院起诉', 'Lawsuit'),
    enforcement: text('申请法院执行', 'Court enforcement'),
    petition: text('信访程序', 'Petition procedure'),
    legalAid: text('法律援助', 'Legal aid'),
  },
}

export const toldHow: FieldOf<'choice'> = {
  kind: 'choice',
  title: text('告知方式', 'How told'),
  required: true,
  options: {
    inPerson: text('当面', 'In person'),
    phone: text('电话', 'By phone'),
    writing: text('书面', 'In writing'),
    message: text('短信', 'By text message'),
    code: text('凭查询码可看', 'Shown under the query code'),
    unreachable: text('没留联系方式', 'No contact was left'),
  },
}
