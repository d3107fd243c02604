/** Forms of superiors, as the side bar and Today speak of them. */
export const returns = {
  returns: {
    nav: '上报报表',
    due: (superior: string, name: string, period: string) => `${name}（${period}）要报${superior}`,
    before: (day: string) => `${day}前`,
    overdue: (day: string) => `${day}到期，超期未报`,
    waitsSign: '已交领导签发',
    write: '去填报',
    check: '去核对',
    look: '看',
    sign: '去签发',
  },
}
