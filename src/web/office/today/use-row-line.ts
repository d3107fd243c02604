import type { MatterRow } from '../../../domain/views/views.ts'
import { placeName, referenceText, unitName } from '../../client/names.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { useWords } from '../../words/words.tsx'

/** 隐患 · YH-2026-0417 · 柳河镇 青石村: what a line says under its title. */
export function useRowLine(): (row: MatterRow) => string {
  const { say } = useWords()
  const { rulebook, directory } = useOffice()
  return (row) => {
    const kind = procedureOf(rulebook, row.procedure, row.procedureVersion)
    const place = placeName(directory, row.placeUnitId, say) || unitName(directory, row.unitId, say)
    return [kind ? say(kind.short) : row.procedure, referenceText(row, kind), place].filter(Boolean).join(' · ')
  }
}
