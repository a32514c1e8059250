import type { Explanation } from '@gongyou/contract/clocks/why.ts'
import { extensionUnit, limitWords, unitWords } from '@gongyou/contract/kit/clock/limit.ts'
import { Alert } from 'antd'
import { DayLines } from './DayLines.tsx'
import { Due } from './Due.tsx'
import { say } from './language.ts'
import { w } from './text.ts'
import { instant } from './times.ts'
import { changeName, markName } from './clock-words.ts'

/** `5 日`, `3 个工作日`, as an extension of this limit is counted. */
const addedWords = (x: Explanation, amount: number) => `${amount} ${say(unitWords[extensionUnit(x.limit.unit)])}`

const Terms = ({ why: x }: { why: Explanation }) => (
  <dl className="pairs">
    <dt>{w('到期', 'Due')}</dt>
    <dd>
      <Due due={{ ...x.due, uncertain: [] }} />
    </dd>
    <dt>{w('时限', 'Limit')}</dt>
    <dd>
      {say(limitWords(x.limit))}
      {x.extended > 0 && w(`，已延长 ${addedWords(x, x.extended)}`, `, extended by ${addedWords(x, x.extended)}`)}
      {x.extension !== null && x.extended === 0 && (
        <span className="quiet">{w(`（可延长 ${addedWords(x, x.extension)}）`, ` (may be extended by ${addedWords(x, x.extension)})`)}</span>
      )}
    </dd>
    <dt>{x.limit.direction === 'before' ? w('事项', 'Event') : w('起算', 'From')}</dt>
    <dd>
      {x.from.at ? instant(x.from.at) : x.from.on}
      {x.rule && <span className="quiet"> {say(x.rule.begins)}</span>}
    </dd>
    {x.rule && (
      <>
        <dt>{w('依据', 'Source')}</dt>
        <dd>
          {x.rule.source}
          <span className="quiet">
            {' '}
            {markName(x.rule.mark)}
            {w(`，第 ${x.rule.revision} 版`, `, revision ${x.rule.revision}`)}
          </span>
          {x.rule.note && <div className="quiet small">{x.rule.note}</div>}
        </dd>
      </>
    )}
  </dl>
)

const History = ({ why: x }: { why: Explanation }) => (
  <ul className="clock-history">
    {x.changes.map((c, i) => (
      <li key={i}>
        <span className="quiet">{instant(c.at)}</span> {changeName(c.kind)}
        {c.amount !== null && ` ${addedWords(x, c.amount)}`}
        {c.from && c.from !== c.to && w(`：${c.from} 改为 ${c.to}`, `: ${c.from} to ${c.to}`)}
        {c.because && w(`，${c.because}`, `, ${c.because}`)}
        {c.by && <span className="quiet"> {c.by}</span>}
      </li>
    ))}
  </ul>
)

/** Everything behind one due date: terms, count, history. */
export const Why = ({ why: x }: { why: Explanation }) => (
  <>
    <Terms why={x} />
    {x.uncertain.length > 0 && (
      <Alert
        className="clock-alert"
        type="warning"
        showIcon
        title={w(
          `${x.uncertain.join('、')} 年的节假日还没有录入，这一段暂时只按周末计算，录入后可能变动。`,
          `The holidays of ${x.uncertain.join(', ')} are not known yet; that stretch is counted by weekends only and may still move.`,
        )}
      />
    )}
    {x.byHand && (
      <p className="quiet">{w('这个日期是来文注明或人工确定的，不逐日计算。', 'This date was printed or given by hand; it is not counted.')}</p>
    )}
    {!x.agrees && (
      <p className="quiet">
        {w('按今天的日历重新计算，与当时确定的日期不同；以当时的为准。', 'Counted by today’s calendar it would differ; the date of then holds.')}
      </p>
    )}
    {x.lines.length > 1 && <DayLines lines={x.lines} />}
    <h2 style={{ marginTop: 16 }}>{w('经过', 'What happened')}</h2>
    <History why={x} />
  </>
)
