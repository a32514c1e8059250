import { chineseNumber } from '@gongyou/contract/reports/ordinal.ts'
import { type Block, type Line, noteMark, notesUnder } from '@gongyou/contract/reports/content.ts'
import type { Report, SaidToken } from '@gongyou/contract/reports/shapes.ts'
import { Link } from '@tanstack/react-router'
import { w } from '../../kit/text.ts'
import { daysOf, periodShown, sourceName, wayTo } from './words.ts'
import './reports.css'

/** A number in the text: it looks like the text around it and opens where it was counted. */
const Number = ({ said, corrected }: { said: SaidToken; corrected: boolean }) => {
  const way = wayTo(said)
  const about = `${said.code} ${said.name.zh}，${daysOf(said)}，${sourceName(said.source)}`
  const text = (
    <>
      {said.text}
      {corrected && <sup>{w('勘', 'err')}</sup>}
    </>
  )
  if (!way) return <span title={about}>{text}</span>
  return (
    <Link className="report-number" id={said.code} to={way.to} params={way.params as never} search={way.search as never} title={about}>
      {text}
    </Link>
  )
}

const Words = ({ line, said, corrected }: { line: Line; said: ReadonlyMap<string, SaidToken>; corrected: ReadonlySet<string> }) =>
  line.map((p, i) => {
    if (typeof p === 'string') return p
    if ('outside' in p)
      return (
        <span key={i} className="report-outside" title={w(`非系统数字：${p.source}`, `Not from the system: ${p.source}`)}>
          {p.outside}
        </span>
      )
    const token = said.get(p.token)
    return token ? <Number key={i} said={token} corrected={corrected.has(p.token)} /> : null
  })

const Part = ({ block, ...known }: { block: Block; said: ReadonlyMap<string, SaidToken>; corrected: ReadonlySet<string> }) =>
  block.kind === 'text' ? (
    <p>
      <Words line={block.line} {...known} />
    </p>
  ) : (
    <div className="report-table" tabIndex={0}>
      <table>
        {block.title && <caption>{block.title}</caption>}
        <thead>
          <tr>
            {block.head.map((h, i) => (
              <th key={i}>{h}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, i) => (
            <tr key={i}>
              {row.map((line, j) => (
                <td key={j}>
                  <Words line={line} {...known} />
                  {line.map((p) => (typeof p === 'object' && 'token' in p ? noteMark(block.notes, p.token) : ''))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {notesUnder(block.notes).map((n, i) => (
        <p key={i} className="report-note">
          {n}
        </p>
      ))}
    </div>
  )

/** A report as it is read: every number opens its figure with the same question, and so its records. */
export const ReportText = ({ report }: { report: Report }) => {
  const said = new Map(report.tokens.map((s) => [s.code, s]))
  const corrected = new Set(report.corrections.map((c) => c.code))
  return (
    <article className="report-text" lang="zh-CN">
      <h1>{report.title}</h1>
      <p className="report-org">
        {report.org.name} · {periodShown(report)}
      </p>
      {report.content.chapters.map((c, i) => (
        <section key={i}>
          <h2>
            {chineseNumber(i + 1)}、{c.title}
          </h2>
          {c.blocks.map((b, j) => (
            <Part key={j} block={b} said={said} corrected={corrected} />
          ))}
        </section>
      ))}
    </article>
  )
}
