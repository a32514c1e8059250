import { useEffect } from 'react'

/**
 * A panel beside a list, by keyboard: Escape closes it wherever the focus is, unless a window or a list of choices is
 * open in front, and the focus goes back to where it came from.
 */
export const usePanel = (onClose: () => void) => {
  useEffect(() => {
    const onKey = (e: KeyboardEvent) => {
      const inFront = [...document.querySelectorAll('.ant-modal-wrap, .ant-select-dropdown, .ant-picker-dropdown, .ant-dropdown')].some((x) =>
        x.checkVisibility(),
      )
      if (e.key === 'Escape' && !inFront) onClose()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [onClose])
  useEffect(() => {
    const before = document.activeElement
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
}

/** Takes the focus as soon as there is something to read, so that Tab goes on inside. */
export const takeFocus = (panel: HTMLElement | null) => panel?.focus({ preventScroll: true })
