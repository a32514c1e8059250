import type { CaseView } from '@gongyou/contract/cases/shapes.ts'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'
import { relatedWord } from './words.ts'

type OneLink = CaseView['links'][number]
const stands = (l: OneLink) => {
  if (l.repliedAt) return w(`${instant(l.repliedAt)} 已回复`, `Replied ${instant(l.repliedAt)}`)
  if (l.revoked) return w('已收回', 'Revoked')
  if (new Date(l.expiresAt).getTime() < Date.now()) return w('已过期', 'Expired')
  return l.openedAt ? w(`${instant(l.openedAt)} 已打开，待回复`, `Opened ${instant(l.openedAt)}`) : w('对方还没有打开', 'Not opened yet')
}
const waits = (l: OneLink) => !l.repliedAt && !l.revoked && new Date(l.expiresAt).getTime() > Date.now()

/** Outside parties that were asked, what they were asked and what they said. */
export const Links = ({ view, onChanged }: { view: CaseView; onChanged: (after: CaseView) => void }) => {
  const revoke = useMutation({ mutationFn: (link: string) => ask('revokeCaseLink', { params: { id: view.id, link } }), onSuccess: onChanged })
  if (view.links.length === 0) return null
  return (
    <Sheet title={w('外单位协办', 'Outside parties')}>
      {view.links.map((l) => (
        <div key={l.id} className="link-line">
          <div className="file-line">
            <b>{l.party}</b>
            <span className="quiet">{stands(l)}</span>
            <span style={{ flex: 1 }} />
            {waits(l) && view.ways.includes('link') && (
              <Popconfirm
                title={w(`收回给${l.party}的链接？`, `Revoke the link of ${l.party}?`)}
                okText={w('收回', 'Revoke')}
                cancelText={w('保留', 'Keep')}
                onConfirm={() => revoke.mutate(l.id)}
              >
                <Button size="small" type="text">
                  {w('收回链接', 'Revoke')}
                </Button>
              </Popconfirm>
            )}
          </div>
          <p className="quiet small">
            {l.asks}
            {w('（目的：', ' (purpose: ')}
            {l.purpose}
            {w('）', ')')}
          </p>
          {l.reply && <p className="act-said">{l.reply}</p>}
        </div>
      ))}
      {revoke.isError && (
        <p role="alert" className="fault">
          {wordsOf(revoke.error)}
        </p>
      )}
    </Sheet>
  )
}

/** Cases that came of this one, or of which it came. */
export const Related = ({ view }: { view: CaseView }) =>
  view.related.length === 0 ? null : (
    <Sheet title={w('相关办件', 'Related cases')}>
      {view.related.map((r) => (
        <div key={r.id} className="paper-line">
          <Link to={'/cases/$id' as string} params={{ id: r.id } as never} className="plain-button">
            {r.title}
          </Link>
          <span className="quiet small">
            {r.number} · {relatedWord(r.origin)} · {r.closed ? w('已办结', 'closed') : w('办理中', 'open')}
          </span>
        </div>
      ))}
    </Sheet>
  )
