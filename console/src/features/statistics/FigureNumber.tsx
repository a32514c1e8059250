import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import type { Routes } from '@gongyou/contract/routes.ts'
import { phraseOf } from '@gongyou/contract/kit/phrase.ts'
import { useState } from 'react'
import { language } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import { FigureHistory } from './FigureHistory.tsx'
import { against, periodOf, shown } from './words.ts'

export type Figure = ReplyOf<Routes['getFigure']>

/** A rate says out of how many, who did not answer, what was opened again. */
const Parts = ({ figure: { parts, definition } }: { figure: Figure }) =>
  parts && (
    <dl className="pairs figure-parts">
      <dt>{definition.measure === 'rate' ? w('分子 / 分母', 'Numerator / denominator') : w('合计 / 件数', 'Sum / count')}</dt>
      <dd>
        {shown(parts.numerator)} / {shown(parts.denominator)}
      </dd>
      {parts.silent !== null && (
        <>
          <dt>{w('未联系上、未答复', 'Not reached')}</dt>
          <dd>{shown(parts.silent)}</dd>
        </>
      )}
      {parts.reopened !== null && (
        <>
          <dt>{w('三十天内重开', 'Reopened within 30 days')}</dt>
          <dd>{shown(parts.reopened)}</dd>
        </>
      )}
    </dl>
  )

/** The number large, its unit small, and beneath it everything that must be known to repeat it. */
export const FigureNumber = ({ figure }: { figure: Figure }) => {
  const { definition: d, value, records, hidden, lastYear, from, to } = figure
  const [history, setHistory] = useState(false)
  const phrase = value !== null && d.parts.length === 1 ? phraseOf(value) : null
  return (
    <section className="sheet">
      <div className="body">
        <div className="figure-number">
          {shown(value)}
          <small>{d.unitName[language()]}</small>
        </div>
        <p style={{ margin: '4px 0' }}>
          {against(value, lastYear)}
          {phrase && phrase.qualifier !== 'exact' && (
            <span className="quiet">{w(`，可写作“${phrase.text}${d.unitName.zh}”`, `; in a text “${phrase.text}${d.unitName.zh}”`)}</span>
          )}
        </p>
        <Parts figure={figure} />
        <p className="quiet" style={{ margin: 0 }}>
          {d.definition[language()] || d.definition.zh}
        </p>
        <p className="quiet small" style={{ margin: '8px 0 0' }}>
          {periodOf(d.kind === 'stock' ? null : from, to)} ·{' '}
          {w(`来自 ${records.toLocaleString()} 条记录`, `from ${records.toLocaleString()} records`)} ·{' '}
          <a role="button" tabIndex={0} onClick={() => setHistory(true)}>
            {w(`口径第 ${d.revision} 版`, `definition ${d.revision}`)}
          </a>{' '}
          · {d.ownerName[language()]}
        </p>
        {hidden > 0 && (
          <p className="small" style={{ margin: '4px 0' }}>
            {w(
              `以上只数您能看到的记录；同一口径另有 ${hidden.toLocaleString()} 条在您的范围之外。`,
              `Counted from the records that are yours to see; ${hidden.toLocaleString()} more lie outside your reach.`,
            )}
          </p>
        )}
        <p className="quiet small" style={{ margin: 0 }}>
          {w(
            '补录的记录按发生日期计入，撤销的随即扣除；已发布的数字不随之改变，另列增减。',
            'Late records count on their own day, reversed ones are taken out at once; published numbers keep what they said, with the difference listed.',
          )}
        </p>
      </div>
      {history && <FigureHistory code={d.code} onClose={() => setHistory(false)} />}
    </section>
  )
}
