import { App, Button, Checkbox, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { ask } from '../../../kit/api.ts'
import { Answers } from '../../../kit/form/Answers.tsx'
import { say } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'
import { instant } from '../../../kit/times.ts'
import { ActModal, type Dialog } from '../ActModal.tsx'
import { Said } from '../Said.tsx'
import { wayName } from '../words.ts'

type Made = { url: string; expiresAt: string }

/** The link, once: it is kept nowhere and cannot be shown again. */
const Ready = ({ made, onClose }: { made: Made; onClose: () => void }) => {
  const { message } = App.useApp()
  const copy = async () => {
    await navigator.clipboard.writeText(made.url)
    message.success(w('已复制', 'Copied'))
    onClose()
  }
  return (
    <div className="field">
      <label htmlFor="link-url">{w('链接', 'Link')}</label>
      <p id="link-hint" className="quiet small hint">
        {w(
          `请现在复制并发给对方，关闭后不再显示。有效期至 ${instant(made.expiresAt)}，对方首次打开的设备才能继续使用。`,
          `Copy it now; it is not shown again. Valid until ${instant(made.expiresAt)}, on the first device that opens it.`,
        )}
      </p>
      <div className="file-line">
        <Input id="link-url" aria-describedby="link-hint" readOnly value={made.url} style={{ flex: 1 }} onFocus={(e) => e.target.select()} />
        <Button type="primary" onClick={copy}>
          {w('复制链接', 'Copy')}
        </Button>
      </div>
    </div>
  )
}

/** 请外单位协办: what is asked, why they may know, and exactly what they will see. */
export const AskOutside = ({ view, onClose, onDone }: Dialog) => {
  const [party, setParty] = useState('')
  const [contact, setContact] = useState('')
  const [asks, setAsks] = useState('')
  const [purpose, setPurpose] = useState('')
  const [fields, setFields] = useState<string[]>([])
  const [papers, setPapers] = useState<string[]>([])
  const [days, setDays] = useState(7)
  const [made, setMade] = useState<Made>()
  const open = Object.entries(view.form).filter(([name]) => view.answers[name] !== undefined && !view.sealed.includes(name))
  const missing =
    (party.trim().length < 2 && w('请写明对方单位', 'Please name the party')) ||
    (asks.trim().length < 2 && w('请写明请对方做什么', 'Please say what is asked')) ||
    (purpose.trim().length < 2 && w('请写明提供信息的目的', 'Please give the purpose'))
  const create = async () => {
    const reply = await ask('createCaseLink', { params: { id: view.id }, body: { party, contact, asks, purpose, fields, papers, days } })
    setMade(reply)
    return reply.case
  }
  return (
    <ActModal
      view={view}
      onClose={onClose}
      // The window stays open until the link is copied; the case behind it is already up to date.
      onDone={(after) => onDone(after)}
      width={640}
      title={`${wayName('link')} · ${view.title}`}
      ok={made ? w('完成', 'Done') : w('生成链接', 'Make the link')}
      says={
        made
          ? undefined
          : w(
              '对方不用账号，凭链接查看下面选定的内容并回复，全程留痕。',
              'They need no account: by the link they see what is ticked below and reply; all of it is recorded.',
            )
      }
      missing={!made && missing}
      send={() => {
        if (!made) return create()
        onClose()
        return undefined
      }}
    >
      {made ? (
        <Ready made={made} onClose={onClose} />
      ) : (
        <>
          <div className="two-fields">
            <div className="field">
              <label htmlFor="link-party">{w('对方单位', 'Party')}</label>
              <Input id="link-party" value={party} maxLength={120} onChange={(e) => setParty(e.target.value)} autoFocus />
            </div>
            <div className="field">
              <label htmlFor="link-contact">{w('联系人（选填）', 'Contact (optional)')}</label>
              <Input id="link-contact" value={contact} maxLength={60} onChange={(e) => setContact(e.target.value)} />
            </div>
          </div>
          <Said label={w('请对方做什么', 'What is asked')} value={asks} onChange={setAsks} />
          <div className="two-fields">
            <div className="field">
              <label htmlFor="link-purpose">{w('提供信息的目的', 'Why they may know')}</label>
              <Input id="link-purpose" value={purpose} maxLength={300} onChange={(e) => setPurpose(e.target.value)} />
            </div>
            <div className="field">
              <label htmlFor="link-days">{w('有效天数', 'Valid for')}</label>
              <InputNumber id="link-days" min={1} max={60} precision={0} value={days} onChange={(v) => setDays(v ?? 7)} suffix={w('天', 'days')} />
            </div>
          </div>
          <fieldset className="field">
            <legend>{w('提供哪些内容', 'What they see')}</legend>
            <Checkbox.Group
              className="tick-list"
              value={fields}
              onChange={setFields}
              options={open.map(([value, f]) => ({ value, label: say(f.label) }))}
            />
            {view.papers.length > 0 && (
              <Checkbox.Group
                className="tick-list"
                value={papers}
                onChange={setPapers}
                options={view.papers.map((p) => ({ value: p.id, label: p.name }))}
              />
            )}
            {view.sealed.length > 0 && (
              <p className="quiet small hint">{w('已加密的内容不能提供给外单位。', 'Sealed answers are never shown to outside parties.')}</p>
            )}
          </fieldset>
          {(fields.length > 0 || papers.length > 0) && (
            <section className="slice" aria-label={w('对方看到的', 'What they will see')}>
              <b>{w('对方看到的', 'What they will see')}</b>
              <p className="quiet small hint">
                {view.number} · {say(view.service.title)}
              </p>
              {fields.length > 0 && <Answers form={Object.fromEntries(open.filter(([n]) => fields.includes(n)))} answers={view.answers} />}
              {view.papers
                .filter((p) => papers.includes(p.id))
                .map((p) => (
                  <div key={p.id}>{p.name}</div>
                ))}
            </section>
          )}
        </>
      )}
    </ActModal>
  )
}
