import { useContext, useState } from 'react'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { TextPicker } from './text-picker.tsx'
import { TextsContext } from './texts-context.ts'
import './texts.css'

/** Offers the office's words at a long question; what is chosen goes in where the cursor stood. */
export function TextButton({ id, value, change }: { id: string; value: string; change: (text: string) => void }) {
  const { words } = useWords()
  const about = useContext(TextsContext)
  const [open, setOpen] = useState(false)
  if (!about) return null
  const insert = (text: string) => {
    const area = document.getElementById(id)
    const at = area instanceof HTMLTextAreaElement && value !== '' ? area.selectionStart : value.length
    const before = value.slice(0, at)
    const gap = before === '' || before.endsWith('\n') ? '' : '\n'
    change(before + gap + text + value.slice(at))
    setOpen(false)
    area?.focus()
  }
  return (
    <div className="text-place">
      <button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="bookmark" size={14} />
        {words.texts.pick}
      </button>
      {open && <TextPicker about={about} insert={insert} close={() => setOpen(false)} />}
    </div>
  )
}
