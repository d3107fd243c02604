import { text } from '../../../domain/wording/text.ts'

/** What the feeds say. */
export const FEED_WORDS = {
  title: text('预警和公示', 'Alerts and notices'),
  alerts: {
    Alert: text('预警：', 'Alert: '),
    Update: text('预警更新：', 'Update: '),
    Cancel: text('预警解除：', 'Cancelled: '),
  },
  until: (day: string) => text(`公示到${day}`, `until ${day}`),
  noGeometry: text(
    '本单位没有边界和坐标，geometry 都是 null',
    'This office has no outlines or coordinates: geometry is null',
  ),
}
