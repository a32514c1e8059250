import type { CaseView } from '@gongyou/contract/cases/shapes.ts'
import { createPortal } from 'react-dom'
import { wordsOfAnswer } from '../../kit/form/AnswerText.tsx'
import { say } from '../../kit/language.ts'
import { useMe } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'
import { whoActed } from '../../kit/words.ts'
import './print.css'

/** 办理单: one A4 sheet with what was asked, who said what, and how it ended. Notes of the office stay off paper. */
export const PrintSheet = ({ view }: { view: CaseView }) => {
  const me = useMe()
  const facts = Object.entries(view.form).filter(([name]) => view.answers[name] !== undefined || view.sealed.includes(name))
  const opinions = view.acts.filter((a) => a.op !== 'noted' && a.op !== 'urged' && a.op !== 'copied' && a.op !== 'claimed')
  const row = (label: string, value: string) => (
    <>
      <th scope="row">{label}</th>
      <td>{value}</td>
    </>
  )
  return createPortal(
    <div className="print-sheet" aria-hidden="true">
      <p className="print-house">{me.region.name}</p>
      <h1>{w(`${view.service.title.zh}办理单`, `${view.service.title.en}: handling sheet`)}</h1>
      <table>
        <tbody>
          <tr>
            {row(w('编号', 'Number'), view.number)}
            {row(w('收到时间', 'Received'), instant(view.openedAt))}
          </tr>
          <tr>
            {row(w('申请人', 'Applicant'), view.applicant ?? '—')}
            {row(w('承办单位', 'Handled by'), view.org.name)}
          </tr>
          <tr>
            {row(w('办理期限', 'Due'), view.clocks[0]?.dueOn ?? view.dueOn ?? '—')}
            {view.outcome ? row(w('结果', 'Result'), say(view.outcome)) : row(w('当前状态', 'State'), say(view.state))}
          </tr>
        </tbody>
      </table>
      <h2>{w('内容', 'Facts')}</h2>
      <table>
        <tbody>
          {facts.map(([name, field]) => (
            <tr key={name}>
              <th scope="row">{say(field.label)}</th>
              <td colSpan={3}>{view.answers[name] === undefined ? w('（加密保存）', '(kept sealed)') : wordsOfAnswer(field, view.answers[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{w('办理经过', 'Handling')}</h2>
      <table className="print-acts">
        <tbody>
          {opinions.map((a) => (
            <tr key={a.id}>
              <td>{instant(a.at)}</td>
              <td>{say(a.name)}</td>
              <td>{a.said ?? ''}</td>
              <td>{whoActed(a.by)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="print-signs">
        <span>{w('经办人：', 'Handled by:')}</span>
        <span>{w('负责人：', 'Head:')}</span>
        <span>{w('日期：', 'Date:')}</span>
      </p>
    </div>,
    document.body,
  )
}
