import type { EntryView } from '@gongyou/contract/registers/shapes.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'
import { whoActed } from '../../kit/words.ts'
import { From, opName, said } from './words.tsx'

type Change = EntryView['history'][number]['changes'][number]

const Turned = ({ change: c }: { change: Change }) => {
  if (c.sealed)
    return <span className="quiet">{c.emptied ? w('敏感内容，已清空', 'sealed, emptied') : w('敏感内容，已更改', 'sealed, changed')}</span>
  const after = c.after ? said(c.after) : <span className="quiet">{w('清空', 'emptied')}</span>
  return c.before ? (
    <>
      <del>{said(c.before)}</del> → {after}
    </>
  ) : (
    after
  )
}

/** The history of an entry, newest first: who, when, why, and each field before and after. */
export const EntryHistory = ({ history }: { history: EntryView['history'] }) => (
  <Sheet title={w('历史', 'History')}>
    <ol className="register-lines">
      {history.map((h) => (
        <li key={h.seq}>
          <div className="who">
            <b>{opName(h.op)}</b>
            <span className="quiet">{instant(h.at)}</span>
            <span className="quiet">{whoActed(h.by)}</span>
            {h.source !== 'hand' && (
              <span className="quiet">
                <From source={h.source} sourceId={h.sourceId} />
              </span>
            )}
          </div>
          {h.because && <div>{h.because}</div>}
          {h.changes.length > 0 && (
            <table>
              <tbody>
                {h.changes.map((c) => (
                  <tr key={c.field}>
                    <td>{said(c.label)}</td>
                    <td>
                      <Turned change={c} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </li>
      ))}
    </ol>
  </Sheet>
)
