import { useEffect, useRef } from 'react'
import type { FileRef } from '../../../domain/procedure/form.ts'
import { isPicture } from '../../client/picture.ts'

type Thumbnails = {
  readonly of: (file: FileRef) => string | undefined
  readonly keep: (file: FileRef, chosen: Blob) => void
}

/** Small pictures of the photos chosen in this form, from this device's own copy; those of an earlier visit have none. */
export function useThumbnails(): Thumbnails {
  const addresses = useRef(new Map<string, string>())
  useEffect(() => {
    const all = addresses.current
    return () => {
      for (const address of all.values()) URL.revokeObjectURL(address)
      all.clear()
    }
  }, [])
  return {
    of: ({ sha256 }) => addresses.current.get(sha256),
    keep: (file, chosen) => {
      if (isPicture(file) && !addresses.current.has(file.sha256))
        addresses.current.set(file.sha256, URL.createObjectURL(chosen))
    },
  }
}
