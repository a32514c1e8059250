import { w } from './text.ts'

/** Lines of the right height while something is on its way. */
export const Skeleton = ({ lines = 3 }: { lines?: number }) => (
  <div role="status">
    <span className="unseen">{w('正在载入', 'Loading')}</span>
    {Array.from({ length: lines }, (_, i) => (
      <div key={i} className="skeleton" style={{ width: `${90 - ((i * 23) % 50)}%` }} />
    ))}
  </div>
)
