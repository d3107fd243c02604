import type { Locale } from '../../../domain/wording/text.ts'

const zh = {
  lead: (office: string) => `${office}想听听您家的看法。几分钟就能答完，不记名。`,
  promises: [
    '不问姓名、电话、住址，不记上网地址。',
    '纸上的码只管一户答一次：答完就销掉，和答卷没有联系。',
    '结果只说多少户怎么看，不足5份的不说。',
  ],
  code: '纸上的码',
  codeHint: '10个字母和数字，大小写、空格都不要紧。',
  several: '可多选',
  open: '不想答的题可以空着。',
  remark: '还想说一句（可不填）',
  remarkHint: '别写姓名、电话，也别说具体哪个人。',
  send: '交卷',
  errorsTitle: '还没交上，请看看：',
  codeWrong: '这个码写错了，或者已经用过。如果刚才已经交过，答卷已经收到，不用再交。',
  codeNeeded: '请写纸上的码。',
  nothing: '请至少答一题。',
  strange: '这一题的答案不在选项里，请重选。',
  personal: '这里有姓名、电话或证件号，请删掉再交。',
  tooLong: '太长了，请写短一些。',
  thanks: '收到了，谢谢您',
  thanksText: '您的码已经销掉。您答了什么，没有人能知道是哪一户答的。收完以后，办公室会公布结果。',
  early: (day: string) => `这次调查${day}开始。`,
  over: '这次调查已经收完',
  overText: '谢谢关心。结果由办公室公布。',
  tooMany: (seconds: number) => `交得太快了，请过${seconds}秒再交。`,
}

export type SurveyWords = typeof zh

const en: SurveyWords = {
  lead: (office) => `${office} would like to hear what your household thinks. It takes a few minutes and no name.`,
  promises: [
    'No name, phone or address is asked, and no network address is kept.',
    'The code on the paper lets one household answer once: it is destroyed when you answer, and nothing ties it to your answers.',
    'Results say how many households think what; fewer than five are never told.',
  ],
  code: 'Code on the paper',
  codeHint: 'Ten letters and digits; capitals and blanks do not matter.',
  several: 'several possible',
  open: 'Leave open what you do not want to answer.',
  remark: 'Anything else (optional)',
  remarkHint: 'No names or phone numbers, and nothing about a single person.',
  send: 'Send',
  errorsTitle: 'Not sent yet. Please look at:',
  codeWrong: 'This code is mistyped or was used. If you have just sent your answers, they have arrived.',
  codeNeeded: 'Please give the code on the paper.',
  nothing: 'Please answer at least one question.',
  strange: 'This answer is none of the choices. Please choose again.',
  personal: 'There is a name, phone or identity number here. Please take it out.',
  tooLong: 'Too long. Please write less.',
  thanks: 'Received. Thank you',
  thanksText:
    'Your code is destroyed. Nobody can tell which household gave your answers. The office will publish the result when all are in.',
  early: (day) => `This survey begins on ${day}.`,
  over: 'This survey is closed',
  overText: 'Thank you. The office will publish the result.',
  tooMany: (seconds) => `That was too fast. Please send again in ${seconds} seconds.`,
}

/** The words of the public form of a survey in one language. */
export const surveyWords = (locale: Locale): SurveyWords => (locale === 'en' ? en : zh)
