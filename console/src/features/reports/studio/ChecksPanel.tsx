import type { ReportCheck } from '@gongyou/contract/reports/shapes.ts'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { say } from '../../../kit/language.ts'
import { Sheet } from '../../../kit/Sheet.tsx'
import { w } from '../../../kit/text.ts'
import { ruleName, weightColour } from '../words.ts'

/** What whoever writes can do about it; whoever decides only looks. */
type Mend = {
  onInsert: (check: ReportCheck) => void
  onMark: (check: ReportCheck) => void
  onRefresh: (codes: string[] | undefined) => void
}
type Given = {
  checks: readonly ReportCheck[]
  checking: boolean
  onGo: (check: ReportCheck) => void
  mend?: Mend
}

const Found = ({ check, onGo, mend }: { check: ReportCheck } & Pick<Given, 'onGo' | 'mend'>) => (
  <li>
    <button type="button" className="report-check" onClick={() => onGo(check)}>
      <b style={{ color: weightColour[check.weight] }}>{ruleName(check.rule)}</b>
      <span>{say(check.says)}</span>
    </button>
    {mend && check.rule === 'typed-number' && (
      <span className="report-check-acts">
        <Button size="small" onClick={() => mend.onInsert(check)}>
          {w('换成系统数字', 'Make it a token')}
        </Button>
        <Button size="small" onClick={() => mend.onMark(check)}>
          {w('注明来源', 'Mark its source')}
        </Button>
      </span>
    )}
    {mend && check.rule === 'stale' && check.token && (
      <span className="report-check-acts">
        <Button size="small" onClick={() => mend.onRefresh([check.token!])}>
          {w('更新', 'Count anew')}
        </Button>
      </span>
    )}
    {check.claims.length > 0 && (
      <span className="report-check-acts small">
        {check.claims.slice(0, 4).map((c) => (
          <Link key={c.id} className="report-number" to={'/claims/$id' as string} params={{ id: c.id } as never}>
            {c.name}
          </Link>
        ))}
      </span>
    )}
  </li>
)

/** What is off in the text, the gravest first; each leads to its place. */
export const ChecksPanel = ({ checks, checking, onGo, mend }: Given) => {
  const must = checks.filter((c) => c.weight === 'must').length
  const stale = checks.filter((c) => c.rule === 'stale')
  return (
    <Sheet
      title={w(`核对（${checks.length}）`, `Checks (${checks.length})`)}
      head={
        mend &&
        stale.length > 1 && (
          <Button size="small" onClick={() => mend.onRefresh(undefined)}>
            {w('全部更新', 'Count all anew')}
          </Button>
        )
      }
    >
      {checks.length === 0 ? (
        <p className="quiet" style={{ margin: 0 }}>
          {checking ? w('正在核对…', 'Checking …') : w('没有发现问题。', 'Nothing is off.')}
        </p>
      ) : (
        <>
          {must > 0 && (
            <p style={{ margin: '0 0 8px', color: 'var(--red)' }}>
              {w(`送审前要处理 ${must} 处。`, `${must} must be settled before it is submitted.`)}
            </p>
          )}
          <ul className="report-checks">
            {checks.map((c, i) => (
              <Found key={i} check={c} onGo={onGo} {...(mend ? { mend } : {})} />
            ))}
          </ul>
        </>
      )}
    </Sheet>
  )
}
