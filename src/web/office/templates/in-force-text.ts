import { dayOf } from '../../../domain/time/time.ts'
import type { PaperView } from '../../../domain/views/paper-views.ts'
import type { PaperWords } from '../../words/paper/papers.zh.ts'

/** Which template prints a paper now. */
export const inForceText = ({ inForce, since }: Pick<PaperView, 'inForce' | 'since'>, words: PaperWords): string =>
  inForce ? `${words.version(inForce)}${since ? ` ${words.since(dayOf(since))}` : ''}` : words.standard
