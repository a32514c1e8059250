import type { PersonPage as Person } from '@gongyou/contract/membership/persons.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'
import { actionName, actName, purposeName } from '../../kit/words.ts'

/** What happened to a person, and who opened the sealed numbers. */
export const PersonTimeline = ({ person }: { person: Person }) => (
  <Sheet title={w('经过', 'What happened')}>
    {person.history.length === 0 && <p className="quiet">{w('还没有记录', 'Nothing yet')}</p>}
    {person.history.map((h) => (
      <div key={h.at + h.kind} style={{ display: 'flex', gap: 12, padding: '3px 0' }}>
        <span className="quiet" style={{ width: 96 }}>
          {h.day}
        </span>
        <span style={{ flex: 1 }}>
          {actName(h.kind)}
          {h.org ? ` · ${h.org.name}` : ''}
        </span>
        <span className="quiet">{h.actor ?? ''}</span>
      </div>
    ))}
    {person.seen.length > 0 && <h2 style={{ marginTop: 16 }}>{w('谁看过敏感信息', 'Who saw sensitive data')}</h2>}
    {person.seen.map((s) => (
      <div key={s.at} style={{ display: 'flex', gap: 12, padding: '3px 0' }}>
        <span className="quiet">{instant(s.at)}</span>
        <span style={{ flex: 1 }}>{s.actor}</span>
        <span className="quiet">
          {actionName(s.action)} · {purposeName(s.purpose ?? '')}
        </span>
      </div>
    ))}
  </Sheet>
)
