import { type IssuedPaper, type PaperPiece, type PaperText, layoutOf } from '@gongyou/contract/papers/layout.ts'
import { type PaperFont, markSize, paperSheet, partStyles } from '@gongyou/contract/papers/style.ts'
import type { CSSProperties, ReactNode } from 'react'
import { w } from '../../kit/text.ts'
import './paper.css'

const points = (n: number) => `calc(${n} * var(--pt))`
const faceOf = (font: PaperFont) => `paper-${font === 'song' ? 'text' : font}`

/** Gaps and tokens that nobody supplies stand out: a paper with a gap cannot be issued. */
const withGaps = (text: string): ReactNode =>
  text.split(/(【待填：[^】]*】|\{\{[^}]*\}\})/).map((part, i) => (i % 2 === 1 ? <mark key={i}>{part}</mark> : part))

const styleOf = (text: PaperText): CSSProperties => {
  const { size, align, first, side, red, line } = partStyles[text.part]
  const own = text.part === 'mark' ? markSize(text.text) : size
  const hang = text.hangEms ?? 0
  return {
    fontSize: points(own),
    textAlign: align,
    textIndent: `${hang ? -hang : first}em`,
    paddingLeft: `${hang ? side + first + hang : side}em`,
    paddingRight: `${text.rightEms ?? side}em`,
    ...(red ? { color: '#e60012' } : {}),
    ...(line ? { lineHeight: points(line) } : {}),
  }
}

const Paragraph = ({ text }: { text: PaperText }) => {
  const { font, size, side } = partStyles[text.part]
  if (text.right !== undefined)
    return (
      <p className={`paper-ends ${faceOf(font)}`} style={{ fontSize: points(size), padding: `0 ${Math.max(1, side)}em` }}>
        <span>{text.text}</span>
        <span>
          {text.right}
          <span className="paper-kai">{text.rightName}</span>
        </span>
      </p>
    )
  const heading = text.heading ?? 0
  return (
    <p className={faceOf(heading ? 'text' : font)} style={styleOf(text)}>
      {heading > 0 && <span className={faceOf(font)}>{withGaps(text.text.slice(0, heading))}</span>}
      {withGaps(text.text.slice(heading))}
    </p>
  )
}

const Rows = ({ rows }: { rows: readonly (readonly string[])[] }) => {
  const [head = [], ...rest] = rows
  return (
    <table className="paper-text">
      <thead>
        <tr>
          {head.map((cell, i) => (
            <th key={i} scope="col" className="paper-black">
              {withGaps(cell)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rest.map((cells, r) => (
          <tr key={r}>
            {head.map((_, c) => (
              <td key={c}>{withGaps(cells[c] ?? '')}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Piece = ({ piece }: { piece: PaperPiece }) => {
  switch (piece.piece) {
    case 'text':
      return <Paragraph text={piece} />
    case 'blank':
      return <div style={{ height: points(piece.lines * paperSheet.line), flex: 'none' }} />
    case 'red-rule':
      return <div className="paper-rule" />
    case 'table':
      return <Rows rows={piece.rows} />
    case 'seal':
      return piece.parts.map((part, i) => <Paragraph key={i} text={part} />)
    case 'imprint':
      return (
        <div className="paper-imprint">
          {piece.parts.map((part, i) => (
            <Paragraph key={i} text={part} />
          ))}
        </div>
      )
    case 'new-page':
      return null
  }
}

/** The paper as it will look, in the proportions of A4. Pages break only where the paper itself says so. */
export const PaperSheet = ({ withdrawn = false, ...paper }: IssuedPaper & { withdrawn?: boolean }) => {
  const pages: PaperPiece[][] = [[]]
  for (const piece of layoutOf(paper)) {
    if (piece.piece === 'new-page') pages.push([])
    else pages.at(-1)!.push(piece)
  }
  return (
    <div className="paper" lang="zh-CN">
      {pages.map((pieces, i) => (
        <article key={i} className="paper-page">
          {pieces.map((piece, n) => (
            <Piece key={n} piece={piece} />
          ))}
          {withdrawn && <div className="paper-withdrawn">{w('作废', 'Withdrawn')}</div>}
        </article>
      ))}
    </div>
  )
}
