import pg from 'pg'
const spent = new Map<string, { ms: number; n: number }>()
const original = pg.Client.prototype.query as (...a: unknown[]) => unknown
if (process.env.BENCH_SLOW) (pg.Client.prototype as { query: unknown }).query = function (this: unknown, ...args: unknown[]) {
  const text = (typeof args[0] === 'string' ? args[0] : (args[0] as { text?: string })?.text ?? '?').replace(/\s+/g, ' ').slice(0, 110)
  const start = performance.now()
  const out = original.apply(this, args)
  if (out instanceof Promise) out.finally(() => { const s = spent.get(text) ?? { ms: 0, n: 0 }; s.ms += performance.now() - start; s.n++; spent.set(text, s) }).catch(() => {})
  return out
}
export const slow = () => [...spent].sort((a, b) => b[1].ms - a[1].ms).slice(0, 24).map(([t, s]) => `${s.ms.toFixed(0).padStart(7)} ms ${String(s.n).padStart(4)} × ${t}`).join('\n')
