import { breakTitle } from '@gongyou/contract/papers/break-title.ts'
import { paperKind } from '@gongyou/contract/papers/kinds.ts'
import { type TemplateText, type Token, contentOf, exampleValues, faultsInTemplate, fillTemplate } from '@gongyou/contract/papers/template.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { App, Button, Form, Input, Skeleton } from 'antd'
import { type RefObject, useRef, useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { Failure, wordsOf } from '../../kit/Failure.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'
import { AnnexFields } from './AnnexFields.tsx'
import { PaperSheet } from './PaperSheet.tsx'

type Fields = { name: string; text: TemplateText; because: string }
type Shown = Awaited<ReturnType<typeof ask<'getTemplate'>>>

const tokensOf = (template: Shown): Token[] =>
  template.tokens.map(({ optional, example, ...token }) => ({ ...token, example: example ?? null, ...(optional ? { optional: true as const } : {}) }))

/** The wording with example values: what an officer sees while typing. */
const Preview = ({ template, text }: { template: Shown; text: TemplateText }) => {
  const organ = '示范区总工会'
  const tokens = tokensOf(template)
  const content = contentOf(fillTemplate({ text, tokens }, { ...exampleValues(tokens), organisation: organ }), {
    mark: `${organ}${paperKind(template.kind).mark}`,
    signature: organ,
    printedBy: organ,
  })
  const number = `示工${paperKind(template.kind).word}〔2026〕　号`
  return <PaperSheet kind={template.kind} number={number} issuedOn={null} content={{ ...content, title: breakTitle(content.title) }} />
}

/** Tokens as buttons: a click puts one where the text was last edited. */
const Tokens = ({ tokens, field }: { tokens: readonly Token[]; field: RefObject<HTMLTextAreaElement | HTMLInputElement | null> }) => {
  const insert = (name: string) => {
    const at = field.current
    if (!at) return
    at.focus()
    // As if it had been typed, so that the form notices and Ctrl Z takes it back.
    document.execCommand('insertText', false, `{{${name}}}`)
  }
  return (
    <div className="paper-tokens" role="group" aria-label={w('变量', 'Tokens')}>
      {tokens.map((k) => (
        <button key={k.name} type="button" title={`{{${k.name}}}`} onMouseDown={(e) => e.preventDefault()} onClick={() => insert(k.name)}>
          {k.label}
        </button>
      ))}
    </div>
  )
}

const Editor = ({ template, onDone }: { template: Shown; onDone: () => void }) => {
  const [form] = Form.useForm<Fields>()
  const [text, setText] = useState<TemplateText>(template.text)
  const field = useRef<HTMLTextAreaElement | HTMLInputElement | null>(null)
  const tokens = tokensOf(template)
  const faults = faultsInTemplate({ text, tokens })
  const save = useMutation({
    mutationFn: (f: Fields) =>
      ask('reviseTemplate', {
        params: { code: template.code },
        body: { revision: template.revision, name: f.name, text: { ...text, ...f.text } as never, because: f.because },
      }),
    onSuccess: onDone,
  })
  return (
    <div className="paper-desk">
      <section className="sheet">
        <div className="body">
          <Form<Fields>
            form={form}
            layout="vertical"
            requiredMark={false}
            disabled={!template.mayRevise}
            initialValues={{ name: template.name, text: template.text, because: '' }}
            onValuesChange={() => setText({ ...template.text, ...(form.getFieldsValue(true) as Fields).text })}
            onFocusCapture={(e) => {
              if (e.target instanceof HTMLTextAreaElement || e.target instanceof HTMLInputElement) field.current = e.target
            }}
            onFinish={(f) => save.mutate(f)}
          >
            <Form.Item label={w('变量（点一下插到光标处）', 'Tokens (a click puts one where you write)')}>
              <Tokens tokens={tokens} field={field} />
            </Form.Item>
            <Form.Item name="name" label={w('模板名称', 'Name')}>
              <Input maxLength={60} />
            </Form.Item>
            <Form.Item name={['text', 'title']} label={w('标题', 'Title')}>
              <Input maxLength={300} />
            </Form.Item>
            <Form.Item name={['text', 'addressee']} label={w('主送机关', 'Addressee')}>
              <Input maxLength={300} />
            </Form.Item>
            <Form.Item name={['text', 'body']} label={w('正文', 'Text')}>
              <Input.TextArea autoSize={{ minRows: 10, maxRows: 40 }} maxLength={60_000} />
            </Form.Item>
            <AnnexFields at={['text', 'annexes']} />
            <Form.Item name={['text', 'note']} label={w('附注', 'Note')}>
              <Input maxLength={300} />
            </Form.Item>
            <Form.Item name={['text', 'copies']} label={w('抄送机关', 'Copies to')}>
              <Input maxLength={300} />
            </Form.Item>
            {template.mayRevise ? (
              <>
                <Form.Item
                  name="because"
                  label={w('修订原因', 'Why it is revised')}
                  rules={[{ required: true, min: 2, message: w('请写明修订原因', 'Say why') }]}
                >
                  <Input maxLength={200} />
                </Form.Item>
                {faults.length > 0 && (
                  <p role="alert" style={{ color: 'var(--red)' }}>
                    {w('没有这些变量，或大括号没有成对：', 'No such token, or braces left open: ')}
                    {faults.map((f) => f.what).join('、')}
                  </p>
                )}
                {save.isError && (
                  <p role="alert" style={{ color: 'var(--red)' }}>
                    {wordsOf(save.error)}
                  </p>
                )}
                <Button type="primary" htmlType="submit" disabled={faults.length > 0} loading={save.isPending}>
                  {w('保存为新版本', 'Save as a new revision')}
                </Button>
              </>
            ) : (
              <p className="quiet">{w('模板全区通用，由区总工会的干部修订。', 'Templates hold for the whole district; its officers revise them.')}</p>
            )}
          </Form>
        </div>
      </section>
      <div className="paper-seen" tabIndex={0} role="region" aria-label={w('预览', 'Preview')}>
        <Preview template={template} text={text} />
      </div>
    </div>
  )
}

/** One template: its wording beside the paper it makes, and how it changed. */
export const TemplatePage = () => {
  const { code } = useParams({ strict: false }) as { code: string }
  const { message } = App.useApp()
  const template = useQuery(asking('getTemplate', { params: { code } }))
  if (template.isError) return <Failure error={template.error} onRetry={() => template.refetch()} />
  if (!template.data) return <Skeleton active />
  const t = template.data
  const saved = () => {
    message.success(w('已保存为新版本，以后的草稿按它生成', 'Saved; drafts from now on follow it'))
    void template.refetch()
  }
  return (
    <>
      <div className="page-head">
        <Link to={'/paper-templates' as string} className="quiet">
          {w('公文模板', 'Templates of papers')}
        </Link>
        <span className="quiet">/</span>
        <h1>{t.name}</h1>
        <span className="quiet">{t.revision === 0 ? w('原始版本', 'Original') : w(`第 ${t.revision} 版`, `Revision ${t.revision}`)}</span>
      </div>
      <Editor key={`${t.code} ${t.revision}`} template={t} onDone={saved} />
      <div style={{ marginTop: 16 }}>
        <Sheet title={w('历次修订', 'Revisions')}>
          {t.revisions.map((r) => (
            <div key={r.revision} style={{ display: 'flex', gap: 12 }}>
              <span style={{ width: 72 }}>{r.revision === 0 ? w('原始', 'Original') : w(`第 ${r.revision} 版`, String(r.revision))}</span>
              <span className="quiet" style={{ width: 136 }}>
                {r.madeAt ? instant(r.madeAt) : w('随软件提供', 'Came with the software')}
              </span>
              <span style={{ width: 80 }}>{r.madeBy}</span>
              <span style={{ flex: 1 }}>{r.because}</span>
            </div>
          ))}
        </Sheet>
      </div>
    </>
  )
}
