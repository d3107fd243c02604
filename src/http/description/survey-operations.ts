import { text } from '../../domain/wording/text.ts'

/** What is coming and what residents say, in words. */
export const SURVEY_OPERATIONS = {
  getForecast: {
    tag: 'lists',
    summary: text('今后几周在办、逾期多少件', 'Open and overdue matters of the coming weeks'),
    note: text(
      '过去试下来不比“照现在不变”好的，不说数，只说为什么。',
      'Where past forecasts were no better than "as it is now", no figure is given, and the reason is.',
    ),
  },
  listSurveys: { tag: 'lists', summary: text('问卷调查', 'Surveys, the newest first') },
  addSurvey: {
    tag: 'lists',
    summary: text('起草一次调查：题目先给现成的', 'Begin one, with questions to start from'),
  },
  getSurvey: {
    tag: 'lists',
    summary: text('一次调查', 'One survey'),
    note: text(
      '收完才有结果；不足5份的数不说，按户数加权，带区间，不排名。',
      'Results come when it is closed: no count below five, weighed by households, with intervals, never a ranking.',
    ),
  },
  writeSurvey: {
    tag: 'lists',
    summary: text('写题目、时间、各单位发多少份', 'Write questions, days and how many of each unit are asked'),
    note: text(
      '问姓名、民族、信仰、政治面貌或具体个人的题目不收。',
      'Questions about names, ethnicity, belief, politics or single persons are refused.',
    ),
  },
  openSurvey: { tag: 'lists', summary: text('领导同意发出', 'A leader lets it go out') },
  closeSurvey: { tag: 'lists', summary: text('收完：此后不能改', 'Close it: nothing in it changes any more') },
  dropSurvey: { tag: 'lists', summary: text('不用了', 'Put a draft aside') },
  handOutCodes: {
    tag: 'lists',
    summary: text('给一个单位印码：只这一次看得到', 'Codes for a unit, shown this once'),
    note: text(
      '没用过的旧码作废；加上已答的不超过样本数。',
      'Codes that were not used are void; with those that answered there are never more than the sample.',
    ),
  },
  typeAnswer: {
    tag: 'lists',
    summary: text('录一份纸质答卷', 'Type in one paper'),
    note: text('和码、时间、录的人都不留联系。', 'Nothing ties it to the code, the time or whoever typed it.'),
  },
} as const
