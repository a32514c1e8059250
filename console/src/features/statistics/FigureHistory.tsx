import { useQuery } from '@tanstack/react-query'
import { Modal, Skeleton } from 'antd'
import { asking } from '../../kit/api.ts'
import { language } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'

/** Every revision of a definition, with its reason: which one stood when. */
export const FigureHistory = ({ code, onClose }: { code: string; onClose: () => void }) => {
  const list = useQuery(asking('getFigureHistory', { params: { code } }))
  return (
    <Modal open footer={null} onCancel={onClose} title={w('口径的各版本', 'Revisions of the definition')}>
      {!list.data && <Skeleton active />}
      {list.data?.revisions.map((r) => (
        <div key={r.revision} style={{ borderTop: '1px solid var(--line)', padding: '8px 0' }}>
          <b>{w(`第 ${r.revision} 版`, `Revision ${r.revision}`)}</b>{' '}
          <span className="quiet small">
            {r.publishedAt.slice(0, 10)} · {r.by ?? (r.madeBy === 'code' ? w('随系统发布', 'of the release') : '')}
            {r.because && ` · ${r.because}`}
          </span>
          <div>{r.definition.definition[language()] || r.definition.definition.zh}</div>
        </div>
      ))}
    </Modal>
  )
}
