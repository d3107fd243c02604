/** What a duty officer looks at. */
export const board = {
  board: {
    title: '处置看板',
    hint: '时间到分，自动更新',
    left: (length: string) => `还剩${length}`,
    late: (length: string) => `超时${length}`,
    until: (time: string) => `到${time}`,
    doneAt: (time: string) => `${time}完成`,
    doneLate: (time: string) => `${time}完成，超时`,
    dropped: '不再计时',
    unit: { asked: '待签到', signed: '已到，待反馈', answered: '已反馈', refused: '来不了' },
    row: { asked: '待做', signed: '在做', answered: '已做', refused: '不做' },
    expired: '已过期',
    expiresSoon: '快到期',
    log: '情况记录',
    logNone: '还没有记录',
    logWrite: '看到什么、听到什么，记一条',
    logSend: '记下',
    logMore: '补时间、措施',
  },
}
