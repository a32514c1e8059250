import type { MyData } from '@gongyou/contract/membership/mine.ts'
import { moment } from '../../kit/day.ts'
import { say } from '../../kit/language.ts'
import { Row } from '../../kit/Row.tsx'

/** What departments keep, part by part; closed until one wants to read it. */
export const Kept = ({ kept }: { kept: MyData['kept'] }) =>
  kept.map((part) => (
    <section className="section" key={part.title.zh}>
      <details>
        <summary>
          {say(part.title)} <span className="small">{part.entries.length}</span>
        </summary>
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
