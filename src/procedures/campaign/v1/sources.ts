import type { Source } from '../../../domain/procedure/source.ts'
import { text } from '../../../domain/wording/text.ts'

/** 广元2024–2026年安全生产治本攻坚: plan filed by a day, progress each quarter, a summary each half-year. */
export const quarterly: Source = {
  article: text(
    '广元2024—2026年治本攻坚行动：每季度报进展，每半年小结',
    'Guangyuan 2024–2026: progress each quarter, a summary each half-year',
  ),
  mark: 'local',
}
