import { answerTask } from './answer-task.ts'
import { judgeShare } from './judge-share.ts'

// The thread's side of `judgeInThreads`.
await answerTask(judgeShare)
