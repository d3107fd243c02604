import { useRef, useState } from 'react'
import { ACCEPTED_ENDINGS } from '../../../domain/procedure/file-kinds.ts'
import type { FileRef } from '../../../domain/procedure/form.ts'
import { newKey } from '../../client/new-key.ts'
import { problemText } from '../../client/problem-text.ts'
import { upload } from '../../client/upload.ts'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import type { ControlProps } from './control.ts'
import { useThumbnails } from './use-thumbnails.ts'

type Sending = { readonly name: string; readonly percent: number; readonly problem?: string }

/** Files, sent while one goes on typing; dropped on the box or chosen. */
export function FilesControl({ id, value, change }: ControlProps) {
  const { words, locale } = useWords()
  const files = Array.isArray(value) ? (value as readonly FileRef[]) : []
  const [sending, setSending] = useState<Readonly<Record<string, Sending>>>({})
  // Several uploads end in any order: each adds to what the last one left.
  const latest = useRef(files)
  latest.current = files
  const thumbnails = useThumbnails()
  const note = (key: string, state: Sending | undefined) =>
    setSending((all) =>
      Object.fromEntries([...Object.entries(all).filter(([name]) => name !== key), ...(state ? [[key, state]] : [])]),
    )
  const send = async (file: File) => {
    const key = newKey()
    note(key, { name: file.name, percent: 0 })
    try {
      const stored = await upload(file, (percent) => note(key, { name: file.name, percent }))
      note(key, undefined)
      thumbnails.keep(stored, file)
      latest.current = [...latest.current.filter(({ sha256 }) => sha256 !== stored.sha256), stored]
      change(latest.current)
    } catch (error) {
      note(key, { name: file.name, percent: 0, problem: problemText(error, words, locale).text })
    }
  }
  const sendAll = (list: FileList | null) => {
    for (const file of list ?? []) void send(file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside does the same
    <div
      className="form-files"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        sendAll(event.dataTransfer.files)
      }}
    >
      <label className="button form-file-button">
        <Icon name="upload" size={16} />
        {words.form.addFiles}
        <input
          id={id}
          className="hidden"
          type="file"
          multiple
          // Phones offer the camera for pictures, not for endings.
          accept={`image/*,${ACCEPTED_ENDINGS}`}
          onChange={(event) => {
            sendAll(event.target.files)
            event.target.value = ''
          }}
        />
      </label>
      <span className="hint">{words.form.fileRule}</span>
      <ul aria-live="polite">
        {files.map((file) => (
          <li key={file.sha256}>
            <FileSign file={file} address={thumbnails.of(file)} />
            <span>{file.name}</span>
            <button
              type="button"
              className="icon-button"
              aria-label={words.form.removeFile(file.name)}
              onClick={() => change(files.filter(({ sha256 }) => sha256 !== file.sha256))}
            >
              <Icon name="close" size={16} />
            </button>
          </li>
        ))}
        {Object.entries(sending).map(([key, { name, percent, problem }]) => (
          <li key={key} className={problem ? 'alarm' : 'muted'}>
            <Icon name={problem ? 'alert' : 'upload'} size={16} />
            <span>
              {problem
                ? `${words.form.uploadFailed(name)}${words.colon}${problem}`
                : words.form.uploading(name, percent)}
            </span>
            {problem && (
              <button
                type="button"
                className="icon-button"
                aria-label={words.close}
                onClick={() => note(key, undefined)}
              >
                <Icon name="close" size={16} />
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The photo itself where it is at hand. */
function FileSign({ file, address }: { file: FileRef; address: string | undefined }) {
  if (address) return <img className="form-thumbnail" src={address} alt="" />
  return <Icon name={file.type.startsWith('image/') ? 'image' : 'file'} size={16} />
}
