import type { Channel } from '../matter/matter.ts'
import { type Locale, type Text, text } from './text.ts'

/** How a matter came in, in words. */
export const CHANNEL_TITLES: Readonly<Record<Channel, Text>> = {
  window: text('窗口', 'Counter'),
  public: text('群众网上反映', 'Public page'),
  phone: text('电话', 'Phone'),
  letter: text('来信', 'Letter'),
  inspection: text('检查发现', 'Inspection'),
  leader: text('领导交办', 'Leader'),
  system: text('系统转来', 'System'),
  import: text('台账导入', 'Imported ledger'),
  upper: text('上级转来', 'Upper level'),
  other: text('其他', 'Other'),
}

/** The same in one language. */
export const channelsIn = (locale: Locale): Readonly<Record<Channel, string>> =>
  Object.fromEntries(Object.entries(CHANNEL_TITLES).map(([channel, title]) => [channel, title[locale]])) as Record<
    Channel,
    string
  >
