import type { CaseSlice } from '@gongyou/contract/cases/links.ts'
import type { Field, FileAnswer } from '@gongyou/contract/forms/index.ts'
import { isAnswered } from '@gongyou/contract/forms/index.ts'
import { useMutation } from '@tanstack/react-query'
import { useId, useMemo, useState } from 'react'
import { ask } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { moment } from '../../kit/day.ts'
import { wordsOf } from '../../kit/failure.ts'
import { answerWords } from '../../kit/form/answer-words.ts'
import { FormFields } from '../../kit/form/FormFields.tsx'
import { sendPaper } from '../../kit/form/papers.ts'
import { type FormTools, ToolsContext } from '../../kit/form/tools.ts'
import { Icon } from '../../kit/Icon.tsx'
import { say } from '../../kit/language.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { Facts, RowButton } from '../../kit/Row.tsx'
import { w } from '../../kit/text.ts'
import { saveAs } from './save-as.ts'

type Given = { slice: CaseSlice; token: string; again: () => void }

// Secret: what an outside party adds is not written to a machine that may not be its own.
const papers: Field = {
  kind: 'files',
  accept: 'any',
  max: 10,
  optional: true,
  secrecy: 'P3',
  label: { zh: '附上材料', en: 'Add papers' },
  hint: { zh: '照片、PDF 或 Word，盖章的可以拍照', en: 'Photos, PDF or Word; photograph what is stamped' },
}

const Thanks = ({ slice }: { slice: CaseSlice }) => (
  <Page title={w('已收到贵单位的回复', 'We have your answer')}>
    <p className="received">
      <Icon name="done" size={28} />
      <span>{w('谢谢协助', 'Thank you')}</span>
    </p>
    <Facts
      rows={[
        [w('办件编号', 'Case'), slice.number],
        ...(slice.repliedAt ? [[w('回复时间', 'Answered'), moment(slice.repliedAt)] as const] : []),
        [w('回复内容', 'Answer'), slice.reply ?? ''],
      ]}
    />
    <p>{w('经办人已收到提醒，不用您再做什么，可以关闭本页。', 'The officer has been told; nothing more to do. You may close this page.')}</p>
  </Page>
)

const Reply = ({ slice, token, again }: Given) => {
  const id = useId()
  const place = `gongyou.reply.${token}`
  const [said, write] = useState(() => sessionStorage.getItem(place) ?? '')
  const [added, add] = useState<readonly FileAnswer[]>()
  const [tried, setTried] = useState(false)
  const tools = useMemo(
    (): FormTools => ({
      find: async () => [],
      send: (file) => ask('uploadByCaseLink', { query: { token, key: slice.key }, file }),
      me: null,
    }),
    [token, slice.key],
  )
  const reply = useMutation({
    mutationFn: async () => {
      for (const paper of added ?? []) await sendPaper(paper, tools.send)
      return ask('replyByCaseLink', { body: { token, key: slice.key, said: said.trim() } })
    },
    onSuccess: () => {
      sessionStorage.removeItem(place)
      again()
    },
  })
  const short = said.trim().length < 2
  return (
    <section className="section">
      <h2>{w('回复', 'Your answer')}</h2>
      <div className="field">
        <label htmlFor={id}>{w('回复内容', 'Answer')}</label>
        <textarea
          id={id}
          name="reply"
          rows={4}
          maxLength={2000}
          value={said}
          aria-invalid={(tried && short) || undefined}
          onChange={(e) => {
            write(e.target.value)
            sessionStorage.setItem(place, e.target.value)
          }}
        />
        {tried && short ? <p className="wrong">{w('请写明核对或办理的情况', 'Please say what you found or did')}</p> : null}
      </div>
      <div className="after">
        <ToolsContext.Provider value={tools}>
          <FormFields
            fields={[['papers', papers]]}
            answers={{ papers: added }}
            faults={[]}
            tried={false}
            change={(_, value) => add(value as readonly FileAnswer[] | undefined)}
          />
        </ToolsContext.Provider>
      </div>
      {reply.isError ? <Notice tone="wrong">{wordsOf(reply.error)}</Notice> : null}
      <Button
        look="primary"
        className="wide"
        busy={reply.isPending}
        onClick={() => {
          setTried(true)
          if (!short) reply.mutate()
        }}
      >
        {reply.isPending ? w('正在提交…', 'Sending…') : w('提交回复', 'Send the answer')}
      </Button>
      <p className="hint">{w('提交后不能修改。', 'It cannot be changed afterwards.')}</p>
    </section>
  )
}

/** The part of a case that an outside party may see, what is asked of it, and the place to answer. */
export const Slice = (given: Given) => {
  const { slice, token } = given
  const open = useMutation({
    mutationFn: (p: FileAnswer) => ask('getFileByCaseLink', { params: { file: p.id }, query: { token, key: slice.key } }),
    onSuccess: (content, p) => saveAs(p.name, content),
  })
  if (slice.repliedAt) return <Thanks slice={slice} />
  return (
    <Page title={say(slice.service)}>
      <Notice tone="info" title={w(`${slice.from}请${slice.party}协助`, `${slice.from} asks ${slice.party}`)}>
        <p className="spoken">{slice.asks}</p>
      </Notice>
      <Facts
        rows={[
          [w('办件编号', 'Case'), slice.number],
          [w('用途', 'Purpose'), slice.purpose],
          [w('请在此前回复', 'Answer before'), moment(slice.expiresAt)],
          ...Object.entries(slice.form)
            .filter(([name]) => isAnswered(slice.answers[name]))
            .map(([name, field]) => [say(field.label), answerWords(field, slice.answers[name])] as const),
        ]}
      />
      {slice.papers.length > 0 ? (
        <section className="section">
          <h2>{w('相关材料', 'Papers')}</h2>
          <div className="rows">
            {slice.papers.map((p) => (
              <RowButton key={p.id} title={p.name} end={w('打开', 'Open')} press={() => open.mutate(p)} />
            ))}
          </div>
          {open.isError ? <Notice tone="wrong">{wordsOf(open.error)}</Notice> : null}
        </section>
      ) : null}
      <Reply {...given} />
    </Page>
  )
}
