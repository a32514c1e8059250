import type { Claim } from '@gongyou/contract/statistics/claims.ts'
import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import type { Routes } from '@gongyou/contract/routes.ts'
import { Link } from '@tanstack/react-router'
import { language } from '../../kit/language.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { periodOf, shown } from './words.ts'

type Now = ReplyOf<Routes['getClaim']>['now']

export const sideName = (side: Claim['sides'][number]['side']) =>
  ({
    now: w('本期', 'This period'),
    before: w('上年同期', 'A year before'),
    reached: w('已达', 'Reached'),
    recent: w('近一年', 'The last year'),
    aim: w('目标', 'Aim'),
  })[side]

/** What a comparison or a target rests on: each number opens its own figure, and so its own records. */
const Sides = ({ claim: c, now }: { claim: Claim; now: Now }) => (
  <Sheet title={w('由这些数字得来', 'What it rests on')}>
    <dl className="pairs">
      {c.sides.map((s) => {
        const today = now?.sides.find((x) => x.side === s.side)
        return (
          <div key={s.side} style={{ display: 'contents' }}>
            <dt>{sideName(s.side)}</dt>
            <dd style={{ margin: 0 }}>
              {s.asked && c.figure ? (
                <Link className="figure-side" to={'/figures/$code' as string} params={{ code: c.figure } as never} search={textsOf(s.asked) as never}>
                  {shown(s.value)}
                </Link>
              ) : (
                shown(s.value)
              )}
              <span className="quiet small">
                {' '}
                {periodOf(s.from, s.to)}
                {s.asked ? w(` · ${s.records.toLocaleString()} 条记录`, ` · ${s.records.toLocaleString()} records`) : ` · ${s.source}`}
                {today && today.added + today.removed > 0 && w(` · 今天是 ${shown(today.value)}`, ` · ${shown(today.value)} today`)}
              </span>
            </dd>
          </div>
        )
      })}
    </dl>
  </Sheet>
)
const textsOf = (asked: object) => Object.fromEntries(Object.entries(asked).map(([k, v]) => [k, String(v)]))

/** A number as it was published, and everything that was pinned with it. */
export const ClaimFacts = ({ claim: c, now }: { claim: Claim; now: Now }) => {
  const rows: [string, string | null][] = [
    [w('数值', 'Value'), `${c.value.toLocaleString()} ${c.unitName[language()]}`],
    [w('事项', 'About'), [c.topicName[language()], c.part].filter(Boolean).join(' · ')],
    [w('时段', 'Period'), periodOf(c.from, c.to)],
    [w('范围', 'Scope'), c.scope || null],
    [w('口径', 'Definition'), c.definition || null],
    [w('分子 / 分母', 'Numerator / denominator'), c.parts ? `${shown(c.parts.numerator)} / ${shown(c.parts.denominator)}` : null],
    [w('材料', 'Document'), [c.document, c.medium].filter(Boolean).join(' · ')],
    [w('发布', 'Published'), c.publishedOn],
    [w('口径版本', 'Definition revision'), c.revision === null ? null : String(c.revision)],
    [w('记录', 'Records'), c.records === null ? null : c.records.toLocaleString()],
    [w('记录摘要', 'Digest of the records'), c.digest ? `${c.digest.slice(0, 16)}…` : null],
  ]
  return (
    <>
      <section className="sheet" style={{ marginBottom: 16 }}>
        <div className="body">
          <p style={{ fontSize: 20, lineHeight: '30px', margin: '0 0 12px' }}>“{c.wording}”</p>
          {c.withdrawnAt && (
            <p style={{ color: 'var(--red)' }}>{w(`已于 ${c.withdrawnAt.slice(0, 10)} 撤回`, `Withdrawn ${c.withdrawnAt.slice(0, 10)}`)}</p>
          )}
          <dl className="pairs">
            {rows
              .filter(([, v]) => v)
              .map(([name, v]) => (
                <div key={name} style={{ display: 'contents' }}>
                  <dt className="quiet">{name}</dt>
                  <dd style={{ margin: 0 }}>{v}</dd>
                </div>
              ))}
          </dl>
        </div>
      </section>
      {c.sides.length > 0 && <Sides claim={c} now={now} />}
    </>
  )
}

/** The same question today. */
export const ClaimNow = ({ claim, now }: { claim: Claim; now: Now }) => {
  if (!now)
    return (
      <Sheet title={w('来源', 'Source')}>
        <p style={{ margin: 0 }}>{w('历史数字：系统建成以前只有合计，没有逐条记录。', 'From before the system: a total without records.')}</p>
      </Sheet>
    )
  return (
    <Sheet title={w('今天重算', 'Counted again today')}>
      <div className="figure-number">
        {shown(now.value)}
        <small>{claim.unitName[language()]}</small>
      </div>
      <p style={{ margin: '4px 0', color: now.stillTrue ? 'var(--done)' : 'var(--red)' }}>
        {now.stillTrue ? w('发布的说法仍然成立', 'What was published still holds') : w('发布的说法已不成立', 'What was published no longer holds')}
      </p>
      <p style={{ margin: '4px 0' }}>
        {w(`发布后增加 ${now.added} 条，减少 ${now.removed} 条`, `${now.added} records added since, ${now.removed} removed`)}
      </p>
      <p className="quiet small" style={{ margin: '4px 0' }}>
        {now.provable
          ? w('发布时的记录可以逐条还原，摘要相符', 'The records of that day can be told one by one; the digest agrees')
          : w('发布时的记录不能完全还原', 'The records of that day cannot be told exactly')}
      </p>
      <p className="quiet small" style={{ margin: '4px 0' }}>
        {w(
          `来自 ${now.records.toLocaleString()} 条记录，其中您能看到 ${now.visible.toLocaleString()} 条`,
          `From ${now.records.toLocaleString()} records; ${now.visible.toLocaleString()} are yours to see`,
        )}
        {now.hidden > 0 && w(`，另有 ${now.hidden.toLocaleString()} 条在您的范围之外`, `, ${now.hidden.toLocaleString()} lie outside your reach`)}
      </p>
      {claim.figure && claim.asked && claim.sides.length === 0 && (
        <Link to={'/figures/$code' as string} params={{ code: claim.figure } as never} search={textsOf(claim.asked) as never}>
          {w('打开这个数字', 'Open the figure')}
        </Link>
      )}
    </Sheet>
  )
}
