/** An instant as officers write it, in Beijing time: `2026-11-20 14:03`. */
export const instant = (at: string) =>
  new Date(at).toLocaleString('sv-SE', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
