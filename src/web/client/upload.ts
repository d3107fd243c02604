import type { FileRef } from '../../domain/procedure/form.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { answer } from './answer.ts'

/** Sends a file and tells how far it is, in percent. XMLHttpRequest, because fetch does not report progress. */
export function upload(file: File, onProgress: (percent: number) => void): Promise<FileRef> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest()
    sending.open('POST', '/api/files')
    sending.setRequestHeader('x-file-name', encodeURIComponent(file.name))
    sending.setRequestHeader('content-type', file.type || 'application/octet-stream')
    sending.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? Math.round((100 * loaded) / total) : 0)
    sending.onerror = () => reject(new AnlanError('busy', { rule: 'no-connection' }))
    sending.onload = () => {
      const { status, responseText } = sending
      const json = async (): Promise<FileRef> => JSON.parse(responseText)
      void answer(Promise.resolve({ ok: status < 300, status, json })).then(resolve, reject)
    }
    sending.send(file)
  })
}
