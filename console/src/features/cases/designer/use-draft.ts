import type { Design } from '@gongyou/contract/cases/designs.ts'
import type { Service } from '@gongyou/contract/cases/service.ts'
import { Refusal } from '@gongyou/contract/kit/client.ts'
import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { ask } from '../../../kit/api.ts'
import { wordsOf } from '../../../kit/Failure.tsx'
import { w } from '../../../kit/text.ts'
import { type Draft, draftOf } from './draft.ts'
import { move } from './history.ts'

/** What was asked for needs the newest draft on the server, and it could not be saved. */
export class Unsaved extends Error {}
export const unsavedWords = (error: unknown) =>
  error instanceof Unsaved ? w('草稿还没有保存，请先处理页面上方的提示', 'The draft is not saved; see above first') : wordsOf(error)

type Saving = 'saved' | 'saving' | 'waiting' | 'failed' | 'conflict'

/** How long the hand may rest before what was changed is saved. */
const restMs = 700

/** A design being worked on: every change can be taken back and is saved by itself; nobody's work is overwritten unasked. */
export const useDraft = (first: Design) => {
  const [steps, dispatch] = useReducer(move, { past: [], now: draftOf(first), future: [], typing: '' })
  const [design, setDesign] = useState(first)
  const [saving, setSaving] = useState<Saving>('saved')
  const [failure, setFailure] = useState<unknown>(null)
  // What the server has, and under which version; a save under way is waited for, never overtaken.
  const onServer = useRef(steps.now)
  const version = useRef(first.version)
  const running = useRef<Promise<boolean> | null>(null)
  const newest = useRef(steps.now)
  newest.current = steps.now

  const save = useCallback(async (): Promise<boolean> => {
    if (running.current) await running.current
    const sent = newest.current
    if (sent === onServer.current) return true
    setSaving('saving')
    const once = ask('saveDesign', {
      params: { id: first.id },
      body: { version: version.current, definition: { ...sent.service }, orgId: sent.orgId },
    })
      .then((answer) => {
        version.current = answer.version
        onServer.current = sent
        setDesign(answer)
        setFailure(null)
        setSaving(newest.current === sent ? 'saved' : 'waiting')
        return true
      })
      .catch((error: unknown) => {
        setFailure(error)
        setSaving(error instanceof Refusal && error.problem.code === 'record.changed' ? 'conflict' : 'failed')
        return false
      })
      .finally(() => {
        running.current = null
      })
    running.current = once
    return once
  }, [first.id])

  useEffect(() => {
    if (steps.now === onServer.current) {
      setSaving((s) => (s === 'waiting' ? 'saved' : s))
      return
    }
    if (saving === 'conflict') return
    setSaving((s) => (s === 'saving' ? s : 'waiting'))
    const rest = setTimeout(() => {
      dispatch({ do: 'pause' })
      void save()
    }, restMs)
    return () => clearTimeout(rest)
    // A save that fails is tried again with the next change, or by hand.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [steps.now, save])

  // Leaving the page by the menu saves at once; closing the window asks first.
  useEffect(() => () => void save(), [save])
  useEffect(() => {
    const onLeave = (e: BeforeUnloadEvent) => {
      if (newest.current !== onServer.current) e.preventDefault()
    }
    addEventListener('beforeunload', onLeave)
    return () => removeEventListener('beforeunload', onLeave)
  }, [])

  const replace = (to: Draft) => dispatch({ do: 'edit', to: () => to, typing: '' })
  return {
    draft: steps.now,
    design,
    saving,
    failure,
    save,
    edit: (to: (before: Service) => Service, typing = '') => dispatch({ do: 'edit', typing, to: (d) => ({ ...d, service: to(d.service) }) }),
    offerAt: (orgId: string | null) => dispatch({ do: 'edit', typing: '', to: (d) => ({ ...d, orgId }) }),
    undo: steps.past.length > 0 ? () => dispatch({ do: 'undo' }) : undefined,
    redo: steps.future.length > 0 ? () => dispatch({ do: 'redo' }) : undefined,
    /** After a conflict: mine stands, or theirs; the other one stays within reach of undo. */
    settle: async (whose: 'mine' | 'theirs') => {
      const theirs = await ask('getDesign', { params: { id: first.id } })
      version.current = theirs.version
      setDesign(theirs)
      setFailure(null)
      const before = draftOf(theirs)
      onServer.current = before
      setSaving('waiting')
      if (whose === 'theirs') replace(before)
      else await save()
    },
  }
}
export type Drafting = ReturnType<typeof useDraft>
