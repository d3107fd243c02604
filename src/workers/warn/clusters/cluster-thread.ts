import { answerTask } from '../answer-task.ts'
import { judgeClusters } from './judge-clusters.ts'

// The thread's side of `clustersInThread`.
await answerTask(judgeClusters)
