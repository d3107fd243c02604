import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './node.mjs'

/** Where the reporter below keeps what has begun and not ended, a line each. */
export const UNFINISHED = join(root, 'coverage', 'reports', 'unfinished.txt')

/**
 * Keeps which test files have begun and not ended, and the last test of each. A loop without end blocks its worker, so that no
 * time limit of a test can name it; once the stage is stopped, this file can.
 */
export default class UnfinishedReporter {
  #begun = new Map()

  onTestModuleStart(module) {
    this.#keep(() => this.#begun.set(module.relativeModuleId, ''))
  }

  onTestCaseReady(test) {
    this.#keep(() => this.#begun.set(test.module.relativeModuleId, ` > ${test.fullName}`))
  }

  onTestModuleEnd(module) {
    this.#keep(() => this.#begun.delete(module.relativeModuleId))
  }

  #keep(change) {
    change()
    mkdirSync(dirname(UNFINISHED), { recursive: true })
    writeFileSync(UNFINISHED, [...this.#begun].map((parts) => parts.join('')).join('\n'))
  }
}
