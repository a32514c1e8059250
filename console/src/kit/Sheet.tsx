import type { ReactNode } from 'react'

/** A titled part of a page. */
export const Sheet = ({ title, head, children }: { title: ReactNode; head?: ReactNode; children: ReactNode }) => (
  <section className="sheet" style={{ marginBottom: 16 }}>
    <header>
      <h2 style={{ margin: 0 }}>{title}</h2>
      <span style={{ flex: 1 }} />
      {head}
    </header>
    <div className="body">{children}</div>
  </section>
)
