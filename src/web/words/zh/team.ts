/** Standing in for others, and the team. */
export const team = {
  team: {
    acting: (seat: string, until: string) => `你正在代${seat}，到${until}`,
    withheld: (roles: string) => `不含${roles}：这些要你本岗也经第二人确认，管理和审计不能代`,
    handedOver: (from: string, to: string) => `把${from}的席位移交给${to}`,
    backToOwn: '回本岗',
    standsInUntil: (until: string) => `代到${until}`,
    actedFor: (name: string, seat: string) => `${name}（代${seat}）`,
  },
}
