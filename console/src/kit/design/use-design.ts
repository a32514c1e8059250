import type { Text } from '@gongyou/contract/kit/text.ts'
import { useMutation } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { say } from '../language.ts'
import { w } from '../text.ts'

/** What the server keeps of a design, whatever is being designed. */
export type KeptDesign = { id: string; revision: number; version: number; faults: readonly { path: string; says: Text }[] }

type Given<T, D> = { design: D; start: T; save: (version: number, thing: T) => Promise<D> }

/** A design in the editor: what stands on the screen, what was saved of it, and what the server found wrong with that. */
export const useDesign = <T, D extends KeptDesign>({ design, start, save }: Given<T, D>) => {
  const { message } = App.useApp()
  const [thing, setThing] = useState(start)
  const [saved, setSaved] = useState(design)
  const [changed, setChanged] = useState(false)
  const saving = useMutation({
    mutationFn: () => save(saved.version, thing),
    onSuccess: (next) => {
      setSaved(next)
      setChanged(false)
      message.success(
        next.faults.length > 0
          ? w('已保存，还有几处要改', 'Saved; some things are left to correct')
          : w('已保存，可以发布', 'Saved; it can be published'),
      )
    },
  })
  return {
    thing,
    saved,
    changed,
    saving,
    change: (next: T) => {
      setThing(next)
      setChanged(true)
    },
    /** Nothing is left to save or to correct. */
    ready: !changed && saved.faults.length === 0,
    /** The first thing wrong at a place or beneath it. */
    faultAt: (path: string) => saved.faults.filter((f) => f.path === path || f.path.startsWith(`${path}.`)).map((f) => say(f.says))[0],
  }
}
export type DesignState = Omit<ReturnType<typeof useDesign<unknown, KeptDesign>>, 'thing' | 'change'>
