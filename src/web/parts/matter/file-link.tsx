import { type MouseEvent, useState } from 'react'
import type { FileRef } from '../../../domain/procedure/form.ts'
import { fileAddress } from '../../client/api.ts'
import { isPicture } from '../../client/picture.ts'
import { PictureViewer } from './picture-viewer.tsx'

/** A file of a matter: photos open over the page, everything else in a tab of its own, or as a download. */
export function FileLink({ matterId, file }: { matterId: string; file: FileRef }) {
  const [open, setOpen] = useState(false)
  const address = fileAddress(matterId, file)
  const show = (event: MouseEvent) => {
    // Whoever asks the browser for a new tab gets one.
    if (!isPicture(file) || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    setOpen(true)
  }
  return (
    <>
      <a href={address} target="_blank" rel="noreferrer" onClick={show}>
        {file.name}
      </a>
      {open && <PictureViewer name={file.name} address={address} close={() => setOpen(false)} />}
    </>
  )
}
