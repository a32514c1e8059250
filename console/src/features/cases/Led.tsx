import type { CaseView } from '@gongyou/contract/cases/shapes.ts'
import { Link } from '@tanstack/react-router'
import { say } from '../../kit/language.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'

const kinds = { activity: { to: '/activities/$id', name: () => w('活动场次', 'Session') } } as const

/** What came of the case elsewhere: it is looked at and run there. */
export const Led = ({ view }: { view: CaseView }) =>
  view.led.length === 0 ? null : (
    <Sheet title={kinds[view.led[0]!.kind].name()}>
      {view.led.map((l) => (
        <div key={l.id} className="paper-line">
          <Link to={kinds[l.kind].to as string} params={{ id: l.id } as never}>
            {l.title}
          </Link>
          <span className="quiet">{say(l.says)}</span>
        </div>
      ))}
    </Sheet>
  )
