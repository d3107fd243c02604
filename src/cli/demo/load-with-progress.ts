import { type DemoResult, loadDemoWhenEmpty } from '../../demo/load-demo.ts'
import type { Installation } from '../../server/installation.ts'
import type { Call } from '../shell/cli-command.ts'
import { showProgress } from '../shell/progress.ts'

/** Loads the demo county into an empty database, with a bar where a person sees it. */
export function loadWithProgress(installation: Installation, { locale, json }: Call): Promise<DemoResult> {
  const progress = showProgress(locale === 'zh' ? '装入演示县' : 'Loading the demo county', 0, json)
  return loadDemoWhenEmpty(installation, progress.advance).finally(progress.finish)
}
