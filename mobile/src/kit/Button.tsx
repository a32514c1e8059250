import type { ButtonHTMLAttributes } from 'react'

type Given = ButtonHTMLAttributes<HTMLButtonElement> & { look?: 'primary' | 'plain' | 'quiet'; busy?: boolean | undefined }

/** One primary button a screen. While busy it stays focusable and swallows further taps. */
export const Button = ({ look = 'plain', busy = false, onClick, className = '', type = 'button', ...rest }: Given) => (
  <button
    {...rest}
    type={type}
    className={`button ${look} ${className}`}
    aria-disabled={busy || undefined}
    aria-busy={busy || undefined}
    onClick={(e) => (busy ? e.preventDefault() : onClick?.(e))}
  />
)
