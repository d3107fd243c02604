/** Standing in for others, and the team. */
export const team = {
  team: {
    nav: '班子',
    gapVacant: (seat: string, matters: number) => `${seat}没有人，${matters}件在等`,
    gapAway: (seat: string, name: string, matters: number) =>
      matters === 0 ? `${seat}${name}不在，没有人代` : `${seat}${name}不在，没有人代，${matters}件在等`,
    nameDeputy: '定由谁代',
    handOver: '移交',
    standInNow: (seat: string, name: string, until: string) =>
      name ? `${seat}${name}在外，由你代，到${until}` : `${seat}由你代，到${until}`,
    actThere: '去代办',
    acting: (seat: string, until: string) => `你正在代${seat}，到${until}`,
    withheld: (roles: string) => `不含${roles}：这些要你本岗也经第二人确认，管理和审计不能代`,
    handedOver: (from: string, to: string) => `把${from}的席位移交给${to}`,
    backToOwn: '回本岗',
    standsInUntil: (until: string) => `代到${until}`,
    actedFor: (name: string, seat: string) => `${name}（代${seat}）`,
  },
}
