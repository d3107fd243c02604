import { useEffect, useRef, useState } from 'react'
import type { Block, BulletinView } from '../../../domain/bulletins/bulletin.ts'
import { AnlanError } from '../../../domain/wording/errors.ts'
import { getBulletin, writeBulletin } from './bulletins-api.ts'
import { type BlockConflict, mergeBlocks } from './merge-blocks.ts'

const PAUSE_MS = 900

type Written = { readonly title: string; readonly blocks: readonly Block[] }
export type Saving = 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict'

/** What is being written: kept a moment after the last key, and when the page is left; never over what somebody else wrote. */
export function useDraft(view: BulletinView, onSaved: (version: number) => void) {
  const [written, setWritten] = useState<Written>({ title: view.title, blocks: view.blocks })
  const [saving, setSaving] = useState<Saving>('saved')
  const [error, setError] = useState<unknown>()
  const [conflicts, setConflicts] = useState<readonly BlockConflict[]>([])
  const base = useRef<Written & { version: number }>({ title: view.title, blocks: view.blocks, version: view.version })
  const latest = useRef(written)
  const busy = useRef(false)
  const timer = useRef<number | undefined>(undefined)

  const save = async (): Promise<void> => {
    window.clearTimeout(timer.current)
    if (busy.current || latest.current === undefined || isSame(latest.current, base.current)) return
    busy.current = true
    setSaving('saving')
    const sent = latest.current
    try {
      const { version } = await writeBulletin(view.id, base.current.version, sent.title, sent.blocks)
      base.current = { ...sent, version }
      setError(undefined)
      setSaving(latest.current === sent ? 'saved' : 'unsaved')
      onSaved(version)
    } catch (cause) {
      const isLate = cause instanceof AnlanError && cause.code === 'version-conflict'
      setError(isLate ? undefined : cause)
      setSaving(isLate ? 'conflict' : 'failed')
      return
    } finally {
      busy.current = false
    }
    if (latest.current !== sent) await save()
  }
  const change = (next: Partial<Written>) => {
    latest.current = { ...latest.current, ...next }
    setWritten(latest.current)
    setSaving((now) => (now === 'conflict' ? now : 'unsaved'))
    window.clearTimeout(timer.current)
    // What somebody else wrote first is looked at before anything more is sent.
    if (saving !== 'conflict') timer.current = window.setTimeout(() => void save(), PAUSE_MS)
  }
  /** Puts what both wrote together; parts that both changed wait for a choice. */
  const merge = async () => {
    const theirs = await getBulletin(view.id)
    const { blocks, conflicts: open } = mergeBlocks(base.current.blocks, latest.current.blocks, theirs.blocks)
    const title = latest.current.title === base.current.title ? theirs.title : latest.current.title
    base.current = { title: theirs.title, blocks: theirs.blocks, version: theirs.version }
    latest.current = { title, blocks }
    setWritten(latest.current)
    setConflicts(open)
    setSaving('unsaved')
    await save()
  }
  const settle = (id: string, theirs?: Block) => {
    setConflicts((all) => all.filter((each) => each.id !== id))
    if (theirs) change({ blocks: latest.current.blocks.map((block) => (block.id === id ? theirs : block)) })
  }
  const leave = useRef(save)
  leave.current = save
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent) => {
      if (isSame(latest.current, base.current)) return
      void leave.current()
      event.preventDefault()
    }
    const hide = () => document.visibilityState === 'hidden' && void leave.current()
    window.addEventListener('beforeunload', stay)
    document.addEventListener('visibilitychange', hide)
    return () => {
      window.removeEventListener('beforeunload', stay)
      document.removeEventListener('visibilitychange', hide)
      void leave.current()
    }
  }, [])
  return { written, change, saving, error, save, merge, conflicts, settle }
}

const isSame = (a: Written, b: Written) => a === b || (a.title === b.title && a.blocks === b.blocks)
