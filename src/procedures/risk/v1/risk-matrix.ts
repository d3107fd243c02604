import type { Level } from '../../../domain/matter/level.ts'

/**
 * Level by likelihood (1–5) and impact (1–5), scheme A: a product of 20–25 is major, 9–16 serious, 4–8 general, 1–3 low.
 * Products of two whole numbers up to 5 leave no gap. Written out, so that a county can change a single cell.
 */
export const RISK_MATRIX: Readonly<Record<string, Readonly<Record<string, Level>>>> = {
  '1': { '1': 'low', '2': 'low', '3': 'low', '4': 'general', '5': 'general' },
  '2': { '1': 'low', '2': 'general', '3': 'general', '4': 'general', '5': 'serious' },
  '3': { '1': 'low', '2': 'general', '3': 'serious', '4': 'serious', '5': 'serious' },
  '4': { '1': 'general', '2': 'general', '3': 'serious', '4': 'serious', '5': 'major' },
  '5': { '1': 'general', '2': 'serious', '3': 'serious', '4': 'major', '5': 'major' },
}
