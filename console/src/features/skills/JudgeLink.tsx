import { useMutation } from '@tanstack/react-query'
import { App, Button, Input, Modal, QRCode } from 'antd'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'

type Judge = { person: { id: string; name: string }; link: { opened: boolean; until: string } | null }

/** A link by which a judge scores without an account: shown once, for sending or for scanning on the spot. */
export const JudgeLink = ({ contest, judge, onClose, again }: { contest: string; judge: Judge; onClose: () => void; again: () => void }) => {
  const { message } = App.useApp()
  const params = { id: contest, person: judge.person.id }
  const make = useMutation({ mutationFn: () => ask('makeJudgeLink', { params, body: {} }), onSuccess: again })
  const end = useMutation({
    mutationFn: () => ask('endJudgeLink', { params }),
    onSuccess: () => {
      again()
      onClose()
    },
  })
  const made = make.data
  const copy = async () => {
    await navigator.clipboard.writeText(made!.url)
    message.success(w('已复制', 'Copied'))
  }
  const error = make.error ?? end.error
  return (
    <Modal open title={w(`评委链接 · ${judge.person.name}`, `Link of ${judge.person.name}`)} onCancel={onClose} footer={null}>
      {made ? (
        <>
          <p>
            {w(
              `把链接发给评委，或让他扫码。第一次打开的手机才能用，到 ${instant(made.expiresAt)} 有效。关掉这个窗口后不再显示。`,
              `Send it, or let the judge scan it. It stays with the phone that opens it first and holds until ${instant(made.expiresAt)}. It is not shown again.`,
            )}
          </p>
          <QRCode value={made.url} size={200} bordered={false} color="#1d1d1b" bgColor="#ffffff" />
          <p className="contest-acts">
            <Input readOnly value={made.url} aria-label={w('评委链接', 'Link')} style={{ flex: 1 }} />
            <Button onClick={() => void copy()}>{w('复制', 'Copy')}</Button>
          </p>
        </>
      ) : (
        <>
          <p>
            {judge.link
              ? w(
                  `已有一个链接，${judge.link.opened ? '已在手机上打开' : '还没有打开'}，到 ${instant(judge.link.until)} 有效。重新生成后，原来的立即失效。`,
                  `There is a link, ${judge.link.opened ? 'opened on a phone' : 'not opened yet'}, until ${instant(judge.link.until)}. A new one ends it.`,
                )
              : w(
                  '评委不用账号，凭链接在自己的手机上评分；只看到编号，看不到姓名和单位。',
                  'The judge needs no account: by the link he scores on his own phone, seeing numbers and never names.',
                )}
          </p>
          <div className="contest-acts">
            <Button type="primary" loading={make.isPending} onClick={() => make.mutate()}>
              {judge.link ? w('重新生成链接', 'Make a new link') : w('生成链接', 'Make the link')}
            </Button>
            {judge.link && (
              <Button loading={end.isPending} onClick={() => end.mutate()}>
                {w('收回链接', 'Take it back')}
              </Button>
            )}
          </div>
        </>
      )}
      {error && (
        <p role="alert" style={{ color: 'var(--red)' }}>
          {wordsOf(error)}
        </p>
      )}
    </Modal>
  )
}
