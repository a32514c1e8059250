import { useEffect, useSyncExternalStore } from 'react'

const place = 'gongyou.shortcuts'
const changed = new EventTarget()

/** Single keys can be turned off, for whoever speaks to the machine or rests a hand on the keys (WCAG 2.1.4). */
export const useShortcutsOn = () =>
  useSyncExternalStore(
    (tell) => {
      changed.addEventListener('change', tell)
      return () => changed.removeEventListener('change', tell)
    },
    () => localStorage.getItem(place) !== 'off',
  )
export const turnShortcuts = (on: boolean) => {
  if (on) localStorage.removeItem(place)
  else localStorage.setItem(place, 'off')
  changed.dispatchEvent(new Event('change'))
}

const writing = (e: KeyboardEvent) =>
  e.ctrlKey ||
  e.metaKey ||
  e.altKey ||
  (e.target instanceof HTMLElement && e.target.closest('input, textarea, select, [contenteditable], .ant-select, [role="menu"]') !== null)
const inFront = () =>
  [...document.querySelectorAll('.ant-modal-wrap, .ant-select-dropdown, .ant-picker-dropdown, .ant-dropdown')].some((x) => x.checkVisibility())

/** Single keys, heard where nobody is writing and no window is in front. A key that did nothing answers false and goes on. */
export const useShortcuts = (keys: Readonly<Record<string, () => unknown>>) => {
  const on = useShortcutsOn()
  useEffect(() => {
    if (!on) return undefined
    const hear = (e: KeyboardEvent) => {
      if (writing(e) || inFront() || !Object.hasOwn(keys, e.key)) return
      if (keys[e.key]!() !== false) e.preventDefault()
    }
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  }, [on, keys])
}
