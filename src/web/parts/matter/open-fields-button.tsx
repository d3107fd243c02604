import { useWords } from '../../words/words.tsx'
import { ReasonButton } from '../form/reason-button.tsx'

/** Opens personal fields: asks why, says that it is recorded. */
export function OpenFieldsButton({ open }: { open: (reason: string) => Promise<void> }) {
  const { openField, openWhy, openRecorded, openFor } = useWords().words.matter
  return <ReasonButton icon="lock" title={openField} why={openWhy} hint={openRecorded} verb={openFor} act={open} />
}
