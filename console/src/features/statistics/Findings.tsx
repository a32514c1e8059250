import type { Finding, Claim } from '@gongyou/contract/statistics/claims.ts'
import type { Language } from '@gongyou/contract/kit/text.ts'
import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { w } from '../../kit/text.ts'
import { periodOf, reasonName, weightColour, weightName } from './words.ts'

type Found = z.infer<typeof Finding>

/** What does not go together, the gravest first, each with what may explain it. */
export const Findings = ({ findings, claims, language }: { findings: readonly Found[]; claims: readonly Claim[]; language: Language }) => {
  const byId = new Map(claims.map((c) => [c.id, c]))
  return (
    <ul className="findings">
      {findings.map((f) => (
        <li key={f.rule + f.claims.join()}>
          <b style={{ color: weightColour[f.weight] }}>{weightName(f.weight)}</b>
          <span>{f.says[language]}</span>
          <span className="quiet small">
            {w('可能因为：', 'Perhaps because ')}
            {f.reasons.map(reasonName).join(w('、', ', '))}
          </span>
          <span className="quiet small findings-of">
            {f.claims
              .flatMap((id) => byId.get(id) ?? [])
              .map((c) => (
                <Link key={c.id} to={'/claims/$id' as string} params={{ id: c.id } as never}>
                  {c.code} · {periodOf(c.from, c.to)} · {c.document}
                  {c.scope && ` · ${c.scope}`}
                </Link>
              ))}
          </span>
        </li>
      ))}
    </ul>
  )
}
