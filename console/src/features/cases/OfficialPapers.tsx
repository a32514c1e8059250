import type { CaseView } from '@gongyou/contract/cases/shapes.ts'
import { Link } from '@tanstack/react-router'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'

const states: Readonly<Record<string, () => string>> = {
  draft: () => w('拟稿', 'Draft'),
  issued: () => w('已签发', 'Issued'),
  sealed: () => w('已盖章归档', 'Sealed'),
  withdrawn: () => w('已作废', 'Withdrawn'),
}

/** Official papers that the steps of the case drafted: read over, issued and sealed on their own page. */
export const OfficialPapers = ({ view }: { view: CaseView }) =>
  view.official.length === 0 ? null : (
    <Sheet title={w('公文', 'Official papers')} head={<span className="quiet">{view.official.length}</span>}>
      {view.official.map((p) => (
        <div key={p.id} className="paper-line">
          <Link to="/papers/$id" params={{ id: p.id }}>
            {p.title}
          </Link>
          <span className="quiet">
            {p.number ?? w('尚未编号', 'No number yet')} · {states[p.state]?.() ?? p.state}
          </span>
        </div>
      ))}
    </Sheet>
  )
