import type { State } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'

export const rectificationStates = {
  listed: {
    title: text('待明确责任', 'To settle'),
    group: 'open',
    public: text('列入整改清单', 'On the rectification list'),
  },
  rectifying: { title: text('整改中', 'Rectifying'), group: 'open', public: text('正在整改', 'Being rectified') },
  extensionAsked: {
    title: text('待批延期', 'Extension asked'),
    group: 'open',
    public: text('正在整改', 'Being rectified'),
  },
  evidenceFiled: {
    title: text('待负责人审签', 'To sign'),
    group: 'open',
    public: text('改完了，等验收', 'Done; to be checked'),
  },
  signed: { title: text('待验收', 'To check'), group: 'open', public: text('改完了，等验收', 'Done; to be checked') },
  accepted: { title: text('待批准销号', 'To write off'), group: 'open', public: text('验收过了', 'Checked') },
  lookingBack: {
    title: text('待回头看', 'To look back'),
    group: 'waiting',
    public: text('改好了，过一段再看', 'Done; will be checked once more'),
  },
  writtenOff: {
    title: text('已销号', 'Written off'),
    group: 'done',
    outcome: 'writtenOff',
    public: text('改好了，已经销号', 'Done and closed'),
  },
  cancelled: {
    title: text('已撤销', 'Cancelled'),
    group: 'done',
    outcome: 'cancelled',
    public: text('不用再改，撤销了', 'No longer needed'),
  },
} as const satisfies Record<string, State<'writtenOff' | 'cancelled'>>
