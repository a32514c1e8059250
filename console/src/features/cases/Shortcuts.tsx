import { Button, Modal, Switch } from 'antd'
import { Fragment, useState } from 'react'
import { w } from '../../kit/text.ts'
import { turnShortcuts, useShortcuts, useShortcutsOn } from './shortcuts.ts'

const list = (): readonly (readonly [string, string])[] => [
  ['j  ↓', w('下一件', 'Next case')],
  ['k  ↑', w('上一件', 'Previous case')],
  ['Enter', w('打开', 'Open')],
  ['Esc', w('关闭右侧', 'Close the panel')],
  ['x', w('勾选', 'Tick')],
  ['a', w('第一项办理', 'First action')],
  ['m', w('更多办理', 'More')],
  ['n', w('内部备注', 'Internal note')],
  ['o', w('整页打开', 'Open on its own page')],
  ['p', w('打印办理单', 'Print')],
  ['Ctrl Enter', w('在窗口中提交', 'Send, in a window')],
  ['?', w('显示快捷键', 'Show this list')],
]

/** The keys, said on the page: a button and `?`. */
export const Shortcuts = () => {
  const [open, setOpen] = useState(false)
  const on = useShortcutsOn()
  useShortcuts({ '?': () => setOpen(true) })
  return (
    <>
      <Button type="text" className="wide-only" onClick={() => setOpen(true)}>
        {w('快捷键', 'Keys')}
        {on && <kbd aria-hidden="true">?</kbd>}
      </Button>
      <Modal open={open} footer={null} width={420} title={w('快捷键', 'Keys')} onCancel={() => setOpen(false)}>
        <dl className="pairs">
          {list().map(([key, does]) => (
            <Fragment key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </Fragment>
          ))}
        </dl>
        <p className="file-line">
          <Switch checked={on} onChange={turnShortcuts} aria-label={w('使用单键快捷键', 'Single keys')} size="small" />
          {w('使用单键快捷键', 'Single keys')}
        </p>
      </Modal>
    </>
  )
}
