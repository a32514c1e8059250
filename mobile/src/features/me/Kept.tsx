import type { MyData } from '@gongyou/contract/membership/mine.ts'
import { moment } from '../../kit/day.ts'
import { say } from '../../kit/language.ts'
import { Row } from '../../kit/Row.tsx'
import { w } from '../../kit/text.ts'
import './kept.css'

/** What departments keep, part by part; closed until one wants to read it. */
export const Kept = ({ kept }: { kept: MyData['kept'] }) =>
  kept.map((part) => (
    <section className="section" key={part.title.zh}>
      <h2>{say(part.title)}</h2>
      <details className="kept">
        <summary>{w(`${part.entries.length} 条，点开查看`, `${part.entries.length}, open to read`)}</summary>
        <div className="rows">
          {part.entries.map((e, i) => (
            <Row
              key={i}
              title={e.title}
              sub={[e.at ? moment(e.at) : '', ...e.lines.map((l) => `${say(l.label)}：${say(l.says)}`)].filter(Boolean).join(' · ')}
            />
          ))}
        </div>
      </details>
    </section>
  ))
