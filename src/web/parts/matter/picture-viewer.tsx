import { useRef } from 'react'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { useModal } from '../shell/use-modal.ts'
import './picture-viewer.css'

/** A photo over the page, as large as the window allows. Escape, the veil and the button close it. */
export function PictureViewer({ name, address, close }: { name: string; address: string; close: () => void }) {
  const { words } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useModal(dialog)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the dialog's own; the press is on the veil beside it
    <dialog
      ref={dialog}
      className="viewer"
      aria-label={name}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <figure>
        <img src={address} alt={name} />
        <figcaption>
          <a href={address} target="_blank" rel="noreferrer">
            {name}
          </a>
          <button type="button" className="icon-button" aria-label={words.close} onClick={close}>
            <Icon name="close" />
          </button>
        </figcaption>
      </figure>
    </dialog>
  )
}
