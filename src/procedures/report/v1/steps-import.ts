import { text } from '../../../domain/wording/text.ts'
import { ownRule } from '../../shared/v1/sources.ts'

/**
 * What an imported ledger says of matters that ended before this system: that they ended, how and when. It knows nothing of
 * who told, answered or called back, so no such step is made up.
 */
export const reportImportSteps = {
  closeAsImported: {
    title: text('按原系统办结', 'Closed before import'),
    from: ['received'],
    to: 'closed',
    by: ['system'],
    form: 'imported',
    aside: true,
    imported: true,
    meets: ['tell', 'handle'],
    source: ownRule,
    told: text('在原系统办结', 'closed it in the former system'),
    public: text('已经办结', 'Closed'),
  },
  declineAsImported: {
    title: text('按原系统不予受理', 'Declined before import'),
    from: ['received'],
    to: 'declined',
    by: ['system'],
    form: 'imported',
    aside: true,
    imported: true,
    meets: ['tell', 'handle'],
    source: ownRule,
    told: text('在原系统没有受理', 'declined it in the former system'),
    public: text('没有受理', 'Not accepted'),
  },
  transferAsImported: {
    title: text('按原系统转出', 'Transferred before import'),
    from: ['received'],
    to: 'transferred',
    by: ['system'],
    form: 'imported',
    aside: true,
    imported: true,
    meets: ['tell', 'handle'],
    source: ownRule,
    told: text('在原系统转给别的机关', 'passed it on in the former system'),
    public: text('转给有权处理的机关', 'Passed to the competent organ'),
  },
  mergeAsImported: {
    title: text('按原系统并案', 'Merged before import'),
    from: ['received'],
    to: 'merged',
    by: ['system'],
    form: 'imported',
    aside: true,
    imported: true,
    meets: ['tell', 'handle'],
    source: ownRule,
    told: text('在原系统并入另一件', 'merged it in the former system'),
    public: text('与同一件事合并办理', 'Joined with an earlier report'),
  },
} as const
