import { text } from '../../../domain/wording/text.ts'
import { importedSteps } from '../../shared/v1/imported.ts'

export const reportImportSteps = importedSteps(
  'received',
  ['route', 'tell', 'handle'],
  [
    {
      step: 'closeAsImported',
      to: 'closed',
      title: text('已办结', 'Closed'),
      public: text('已经办结', 'Closed'),
    },
    {
      step: 'remediesAsImported',
      to: 'remediesTold',
      title: text('走法定途径', 'Legal remedies'),
      public: text('告诉了您可以走的法定途径', 'You were told the legal remedies'),
    },
    {
      step: 'declineAsImported',
      to: 'declined',
      title: text('不予受理', 'Declined'),
      public: text('没有受理', 'Not accepted'),
    },
    {
      step: 'transferAsImported',
      to: 'transferred',
      title: text('已转出', 'Transferred'),
      public: text('转给有权处理的机关', 'Passed to the competent organ'),
    },
    {
      step: 'mergeAsImported',
      to: 'mergedBefore',
      title: text('已并案', 'Merged'),
      public: text('与同一件事合并办理', 'Joined with an earlier report'),
    },
    {
      step: 'withdrawAsImported',
      to: 'withdrawn',
      title: text('反映人撤回', 'Withdrawn'),
      public: text('撤回了', 'Withdrawn'),
    },
  ],
)
