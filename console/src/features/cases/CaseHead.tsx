import type { CaseView } from '@gongyou/contract/cases/shapes.ts'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'
import { awaitingWord, channelWord } from './words.ts'

/** Number, service, and how and when it came. */
export const CaseHead = ({ view }: { view: CaseView }) => (
  <p className="case-head quiet">
    <span>{view.number}</span>
    <span>{say(view.service.title)}</span>
    <span>
      {instant(view.openedAt)} {channelWord(view.channel)}
    </span>
    <b className="tag">{view.outcome ? say(view.outcome) : say(view.state)}</b>
    {awaitingWord(view) && !view.closedAt && <b className="tag note">{awaitingWord(view)}</b>}
    {view.restricted && <b className="tag note">{w('限阅', 'Restricted')}</b>}
    {view.stars !== null && <span>{w(`评价 ${view.stars} 星`, `${view.stars} stars`)}</span>}
  </p>
)

/** The case has gone to somebody else, and with it the right to read it. */
export const Farewell = ({ view }: { view: CaseView }) => (
  <div className="sheet">
    <div className="empty">
      <p style={{ color: 'var(--ink)', fontWeight: 600 }}>
        {w(
          `已记录“${view.acts.at(-1)?.name.zh ?? ''}”，现在：${view.state.zh}`,
          `Recorded: ${view.acts.at(-1)?.name.en ?? ''}. Now: ${view.state.en}`,
        )}
      </p>
      <p>{w('办件已交给下一步，您不再经手，内容也随之收起。', 'The case is with the next desk now, and its contents with it.')}</p>
    </div>
  </div>
)
