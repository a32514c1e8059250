import { type ReactNode, useEffect, useRef } from 'react'
import { Icon } from './Icon.tsx'
import './sheet.css'
import { w } from './text.ts'

/** A panel from below; the browser keeps the focus inside and closes it on Esc. */
export const Sheet = ({ title, close, children }: { title: string; close: () => void; children: ReactNode }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className="sheet" aria-label={title} onClose={close} onClick={(e) => (e.target === dialog.current ? close() : undefined)}>
      <div>
        <header>
          <h2>{title}</h2>
          <button type="button" className="back" onClick={close} aria-label={w('关闭', 'Close')}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
