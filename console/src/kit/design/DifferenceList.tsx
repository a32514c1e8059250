import type { Difference } from '@gongyou/contract/kit/difference.ts'
import { say } from '../language.ts'
import { w } from '../text.ts'
import './design.css'

/** What differs between two revisions, in words: what it was, what it is. */
export const DifferenceList = ({ found }: { found: readonly Difference[] }) => {
  if (found.length === 0) return <p className="quiet">{w('与上一版没有差别。', 'Nothing differs from the revision before.')}</p>
  return (
    <dl className="differences">
      {found.map((d) => (
        <div key={d.path}>
          <dt>{say(d.what)}</dt>
          <dd>
            {d.before === null ? (
              <ins>{w('新增', 'Added')}</ins>
            ) : d.after === null ? (
              <del>{d.before === '' ? w('删除', 'Taken away') : w(`删除（原为：${d.before}）`, `Taken away (was: ${d.before})`)}</del>
            ) : (
              <>
                <del>{d.before}</del> → <ins>{d.after}</ins>
              </>
            )}
            {d.before === null && d.after && !say(d.what).includes(d.after) && !d.after.includes('“') && <span>：{d.after}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
