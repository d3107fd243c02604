import { parentPort, workerData } from 'node:worker_threads'
import { judgePart, type PartTask } from './judge-part.ts'

parentPort?.postMessage(judgePart(workerData as PartTask))
