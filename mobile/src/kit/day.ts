import { language } from './language.ts'

const parts = (iso: string) => (iso.length > 10 ? new Date(new Date(iso).getTime() + 8 * 3_600_000).toISOString() : iso)

/** `2026年11月20日`; the same calendar, Asia/Shanghai, wherever the phone thinks it is. */
export const day = (iso: string) => {
  const [y, m, d] = parts(iso).slice(0, 10).split('-').map(Number)
  return language() === 'zh' ? `${y}年${m}月${d}日` : `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

/** The year goes without saying where it is this one. */
export const shortDay = (iso: string) => (day(iso).startsWith(`${new Date().getFullYear()}年`) ? day(iso).slice(5) : day(iso))

export const moment = (iso: string) => `${shortDay(iso)} ${parts(iso).slice(11, 16)}`

/** Today in Asia/Shanghai, `YYYY-MM-DD`. */
export const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
