import { addDays, type Day } from '../../../domain/time/time.ts'
import type { Story, StoryStep } from '../../story.ts'

const at = (minutes: number, step: string, given?: StoryStep['given']): StoryStep => ({
  step,
  days: 0,
  minutes,
  ...(given ? { given } : {}),
})
const log = (minutes: number, logSource: string, logWhat: string, logAction?: string): StoryStep =>
  at(minutes, 'log', { logSource, logWhat, ...(logAction ? { logAction } : {}) })
const done = (minutes: number, row: number, actionResult: string): StoryStep =>
  at(minutes, 'doAction', { action: `actions.${row}`, actionResult })
const none = { deaths: 0, missing: 0, injured: 0 }

/** A forest fire from the first call to the review, with a plan, four units and a level that was raised. */
const FOREST: Story = {
  procedure: 'incident',
  workingDaysAgo: 46,
  channel: 'phone',
  postId: 'safety-handler',
  villageId: 'shankou',
  place: '山口村后山',
  handlingUnit: 'safety',
  form: {
    title: '山口村后山火情',
    category: 'forestFire',
    reportingAs: 'department',
    involved: '山口村集体林地',
    scene: '山腰起火，火线约三百米，风向东南。',
    course: '护林点望见烟，村干部上山确认是明火。',
    ...none,
    loss: 0,
    measures: '村里扑火队先上，山下劝离群众。',
  },
  steps: [
    at(4, 'firstReport', { reportedTo: 'county', reportedHow: 'phone' }),
    at(6, 'verify', { category: 'forestFire', verifiedHow: 'video', findings: '两处瞭望画面一致，属实。' }),
    at(4, 'grade', { category: 'forestFire', ...none, loss: 5, level: 'low' }),
    at(3, 'respond', { responseLevel: '4', plan: '清澜县森林火灾应急预案', instructions: '先保人，后保林。' }),
    at(5, 'reportUp', { upTo: 'city', upHow: 'both' }),
    done(3, 0, '各组已通知，报值班室'),
    at(6, 'signIn', { people: 42 }),
    done(2, 1, '首批四十二人、两车出动'),
    at(5, 'signIn', { people: 18 }),
    log(2, 'scene', '风力增大，火头向山口村二组方向移动。', '二组提前转移'),
    done(6, 2, '二组三十七户一百零九人转移到村小学'),
    at(4, 'signIn', { people: 12 }),
    done(5, 3, '进山道路两端设卡'),
    log(3, 'command', '需要增加输水。', '通知水利局开取水点'),
    at(2, 'signIn', { people: 9 }),
    at(8, 'changeLevel', { responseLevel: '3', levelReason: '火场面积扩大，需要两个乡镇力量。' }),
    done(20, 4, '取水点通水，比预案晚十几分钟'),
    at(15, 'supplement', {
      supplementTo: 'city',
      supplementHow: 'both',
      ...none,
      loss: 18,
      progress: '火线合围，无人员伤亡。',
    }),
    log(12, 'monitor', '无人机回看，东侧明火已灭。'),
    done(8, 5, '会商定：北侧开隔离带，夜间守火场'),
    log(70, 'scene', '明火全部扑灭，留人看守余火。'),
    at(25, 'answerForce', { forceAnswer: '扑灭明火，清理余火，人员清点无误。' }),
    at(240, 'standDown', { endBasis: '两小时无复燃，专家同意结束。', secondaryRisks: '看守三天，雨前检查坡面松石。' }),
    {
      step: 'finishRecovery',
      days: 6,
      given: {
        ...none,
        loss: 26,
        lossAssessment: '过火林地约四十亩，无人员伤亡。',
        restored: '转移群众全部返回，补植列入春季计划。',
      },
    },
    {
      step: 'review',
      days: 2,
      given: {
        reviewTitle: '山口村后山火情处置复盘',
        reviewSubject: 'incident',
        reviewReason: '取水点通水比预案晚，通知链条要改。',
      },
    },
    { step: 'close', days: 9, given: { conclusion: '处置结束，问题在复盘里整改。', keepPersonal: 'destroy' } },
  ],
}

/** An accident that is being investigated; its appraisal does not count. */
const CRANE: Story = {
  procedure: 'incident',
  workingDaysAgo: 24,
  channel: 'phone',
  postId: 'safety-handler',
  villageId: 'matou',
  place: '东浦镇示例机械厂二车间',
  handlingUnit: 'safety',
  form: {
    title: '示例机械厂行车吊物坠落',
    category: 'workSafety',
    reportingAs: 'unit',
    involved: '青澜示例机械厂，二车间',
    scene: '吊物坠落砸坏工位，行车已停。',
    course: '起吊中钢丝绳断裂。',
    deaths: 0,
    missing: 0,
    injured: 1,
    loss: 12,
    measures: '伤者送医，车间停产，保护现场。',
  },
  steps: [
    at(12, 'firstReport', { reportedTo: 'county', reportedHow: 'both' }),
    at(20, 'verify', { category: 'workSafety', verifiedHow: 'onSite' }),
    at(15, 'grade', { category: 'workSafety', deaths: 0, missing: 0, injured: 1, loss: 12, level: 'low' }),
    at(10, 'respond', { responseLevel: '0' }),
    at(30, 'reportUp', { upTo: 'city', upHow: 'both' }),
    log(20, 'unit', '厂方清点人员，没有其他人受伤。'),
    at(120, 'standDown', { endBasis: '伤者已救治，现场已控制。', secondaryRisks: '同型行车全部停用待检。' }),
    {
      step: 'formGroup',
      days: 1,
      given: { investigatedBy: 'county', group: '县应急管理局、公安局、总工会、市场监管局' },
    },
    { step: 'toInvestigate', days: 4, given: { deaths: 0, missing: 0, injured: 1, loss: 15 } },
    {
      step: 'startAppraisal',
      days: 3,
      given: { pauseReason: '钢丝绳和限位装置送检。', appraisalNo: '青应鉴委〔2026〕3号' },
    },
  ],
}

/** Going on now: what the leader and the officers see first. */
const GAS: Story = {
  procedure: 'incident',
  workingDaysAgo: 0,
  minutesAgo: 52,
  channel: 'phone',
  postId: 'housing-handler',
  villageId: 'yuhua',
  place: '雨花小区3栋',
  handlingUnit: 'housing',
  form: {
    title: '雨花小区3栋燃气泄漏',
    category: 'gas',
    reportingAs: 'department',
    involved: '雨花小区3栋，四十八户',
    scene: '楼道燃气味浓，没有明火。',
    course: '住户报味，物业先关了单元阀。',
    ...none,
    loss: 0,
    measures: '断电、开窗、劝离。',
  },
  steps: [
    at(5, 'firstReport', { reportedTo: 'county', reportedHow: 'phone' }),
    at(4, 'verify', { category: 'gas', verifiedHow: 'onSite', findings: '检测仪报警，属实。' }),
    at(3, 'grade', { category: 'gas', ...none, loss: 1, level: 'low' }),
    at(3, 'respond', { responseLevel: '4', plan: '清澜县燃气事故应急预案' }),
    at(4, 'signIn', { people: 6 }),
    done(2, 0, '上游阀门已关'),
    at(4, 'signIn', { people: 14 }),
    log(2, 'scene', '三单元浓度最高，二单元正常。', '先疏散三单元'),
    done(5, 1, '到场测浓度，禁火断电'),
    log(6, 'unit', '街道反映两户敲不开门，正在联系。'),
  ],
}

/** Reported last night by a village, received by whoever was on duty in the town and in the county. */
const truck = (today: Day): Story => ({
  procedure: 'incident',
  workingDaysAgo: 0,
  at: `${addDays(today, -1)}T15:40:00.000Z`,
  channel: 'phone',
  postId: 'dongpu-cun-grid',
  villageId: 'dongpu-cun',
  place: '东浦村口下坡弯道',
  handlingUnit: 'dongpu',
  form: {
    title: '东浦村口货车侧翻',
    category: 'traffic',
    reportingAs: 'township',
    unit: 'dongpu',
    involved: '一辆载沙货车',
    scene: '侧翻在弯道，半幅路堵，沙洒一地。',
    course: '夜里下坡失控。',
    deaths: 0,
    missing: 0,
    injured: 1,
    loss: 6,
    measures: '村里先设警戒，已叫救护车和交警。',
  },
  steps: [
    at(7, 'firstReport', { reportedTo: 'county', reportedHow: 'phone' }),
    at(16, 'verify', { category: 'traffic', verifiedHow: 'onSite', findings: '值班人员到场，属实。' }),
    at(9, 'grade', { category: 'traffic', deaths: 0, missing: 0, injured: 1, loss: 6, level: 'low' }),
    at(6, 'respond', { responseLevel: '0' }),
    at(10, 'reportUp', { upTo: 'city', upHow: 'phone' }),
    log(25, 'scene', '伤者已送医，交警放行半幅。'),
    log(90, 'scene', '沙清完，吊车天亮后到。', '交接时写进清单'),
  ],
})

/** Incidents that are told. */
export const incidentStories = (today: Day): readonly Story[] => [FOREST, CRANE, GAS, truck(today)]
