import type { CaseView } from '@gongyou/contract/cases/shapes.ts'
import type { Answers as Given } from '@gongyou/contract/forms/index.ts'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { Answers } from '../../kit/form/Answers.tsx'
import { SealedModal } from '../../kit/form/SealedModal.tsx'
import { say } from '../../kit/language.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { Acts } from './Acts.tsx'
import { WhyThisDate } from '../../kit/WhyThisDate.tsx'
import { CasePeople } from './CasePeople.tsx'
import './case.css'
import { Links, Related } from './Outside.tsx'
import { Led } from './Led.tsx'
import { OfficialPapers } from './OfficialPapers.tsx'
import { Papers, usePaper } from './Papers.tsx'
import { PrintSheet } from './PrintSheet.tsx'
import { useShortcuts } from './shortcuts.ts'
import { Timeline } from './Timeline.tsx'
import { Track } from './Track.tsx'

/** What somebody is waiting for, above everything else. */
const Notices = ({ view }: { view: CaseView }) => (
  <>
    {view.asked && (
      <p className="notice">
        <b>{w('等申请人补正：', 'Asked of the applicant: ')}</b>
        {view.asked.says}
        {view.asked.fields.length > 0 && (
          <span className="quiet"> {view.asked.fields.flatMap((f) => (view.form[f] ? [say(view.form[f].label)] : [])).join(w('、', ', '))}</span>
        )}
      </p>
    )}
    {view.extension && (
      <p className="notice">
        <b>{w(`延期 ${view.extension.amount} 天，等批准：`, `${view.extension.amount} more days asked: `)}</b>
        {view.extension.because}
      </p>
    )}
  </>
)

const Checks = ({ view }: { view: CaseView }) =>
  view.checks.length === 0 ? null : (
    <ul className="checks">
      {view.checks.map((c) => (
        <li key={c.says.zh} className={c.holds ? 'passed' : c.weight === 'must' ? 'failed' : 'look'}>
          <b>{c.holds ? w('符合', 'Holds') : c.weight === 'must' ? w('不符', 'Fails') : w('请看', 'Look')}</b>
          <span>{say(c.says)}</span>
        </li>
      ))}
    </ul>
  )

const Facts = ({ view, onFile }: { view: CaseView; onFile: (file: { id: string; name: string }) => void }) => {
  const [asking, setAsking] = useState(false)
  const [opened, setOpened] = useState<Given>({})
  const mayOpen = view.ways.includes('openSealed')
  return (
    <Sheet title={w('办件内容', 'Facts')}>
      <Answers
        form={view.form}
        answers={{ ...view.answers, ...opened }}
        sealed={view.sealed}
        onSealed={mayOpen ? () => setAsking(true) : undefined}
        onFile={onFile}
      />
      <Checks view={view} />
      {asking && (
        <SealedModal
          open={async (purpose) => (await ask('openSealedAnswers', { params: { id: view.id }, body: { purpose } })).answers}
          onClose={() => setAsking(false)}
          onOpened={(answers) => {
            setOpened(answers)
            setAsking(false)
          }}
        />
      )}
    </Sheet>
  )
}

type Props = { view: CaseView; onActed: (after: CaseView) => void; onChanged: (after: CaseView) => void }

/** A case on a page or beside a list: facts and papers in reading order, at the side what can be done, where it stands, by when and with whom. */
export const CaseBody = ({ view, onActed, onChanged }: Props) => {
  const paper = usePaper(view)
  useShortcuts({ p: () => window.print() })
  return (
    <div className="case">
      <div className="case-columns">
        <aside className="case-side" aria-label={w('办理', 'Handling')}>
          <section className="sheet">
            <div className="body">
              <Acts key={view.id} view={view} onActed={onActed} onChanged={onChanged} />
            </div>
          </section>
          <section className="sheet">
            <div className="body case-standing">
              <Track view={view} />
              {view.clocks.length > 0 && (
                <div className="case-clocks">
                  {view.clocks.map((c) => (
                    <WhyThisDate key={c.id} due={c} name />
                  ))}
                </div>
              )}
              <CasePeople view={view} />
            </div>
          </section>
        </aside>
        <div className="case-main">
          <Notices view={view} />
          <Facts key={view.id} view={view} onFile={paper.open} />
          <Papers view={view} onFile={paper.open} />
          <OfficialPapers view={view} />
          <Led view={view} />
          <Links view={view} onChanged={onChanged} />
          <Related view={view} />
          <Timeline view={view} onFile={paper.open} />
        </div>
      </div>
      {paper.window}
      <PrintSheet view={view} />
    </div>
  )
}
