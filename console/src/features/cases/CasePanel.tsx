import { useNavigate } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { Failure } from '../../kit/Failure.tsx'
import { takeFocus, usePanel } from '../../kit/panel.ts'
import { w } from '../../kit/text.ts'
import { CaseBody } from './CaseBody.tsx'
import { CaseHead, Farewell } from './CaseHead.tsx'
import { useShortcuts } from './shortcuts.ts'
import { useCase } from './use-case.ts'

type Props = { id: string; onClose: () => void; onNext: () => void }

/** A case beside the list it was chosen from. */
export const CasePanel = ({ id, onClose, onNext }: Props) => {
  usePanel(onClose)
  const go = useNavigate()
  const { one, farewell, acted, changed } = useCase(id)
  const whole = () => go({ to: '/cases/$id' as string, params: { id } as never })
  useShortcuts({ o: whole })
  const view = farewell ?? one.view
  return (
    <aside className="panel case-panel" aria-label={w('办件', 'Case')} tabIndex={-1} ref={takeFocus}>
      <div className="page-head">
        <h2 style={{ margin: 0 }}>{view?.title ?? ''}</h2>
        <span className="spring" />
        <Button size="small" onClick={onNext}>
          {w('下一件', 'Next')}
          <kbd className="wide-only" aria-hidden="true">
            j
          </kbd>
        </Button>
        <Button size="small" onClick={whole}>
          {w('整页', 'Full page')}
          <kbd className="wide-only" aria-hidden="true">
            o
          </kbd>
        </Button>
        <Button size="small" type="text" onClick={onClose}>
          {w('关闭', 'Close')}
        </Button>
      </div>
      {!farewell && one.error && <Failure error={one.error} onRetry={one.retry} />}
      {farewell && <Farewell view={farewell} />}
      {!farewell && one.view && (
        <>
          <CaseHead view={one.view} />
          <CaseBody view={one.view} onActed={acted} onChanged={changed} />
        </>
      )}
      {!view && !one.error && <Skeleton active paragraph={{ rows: 10 }} />}
    </aside>
  )
}
