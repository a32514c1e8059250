import type { CaseAct, CaseView } from '@gongyou/contract/cases/shapes.ts'
import type { Text } from '@gongyou/contract/kit/text.ts'
import { Link } from '@tanstack/react-router'
import { say } from '../../kit/language.ts'
import { Answers } from '../../kit/form/Answers.tsx'
import { bagOf, referencesOf, textOf } from '../../kit/form/given.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'
import { whoActed } from '../../kit/words.ts'

type Props = { view: CaseView; onFile: (file: { id: string; name: string }) => void }

/** Opinions and notes of the office, answers to the applicant: told apart by word, line and colour. */
const tone = (a: CaseAct) => (a.op === 'noted' ? 'note' : a.op === 'told' || (a.seenBy === 'applicant' && a.said) ? 'public' : '')

const did: Readonly<Record<string, Text>> = {
  entered: { zh: '已记入', en: 'Entered in' },
  changed: { zh: '已更新', en: 'Changed in' },
  renewed: { zh: '已续期', en: 'Renewed in' },
  ended: { zh: '已注销', en: 'Ended in' },
  same: { zh: '没有变化', en: 'Unchanged in' },
}
/** What the step wrote into a register. */
const keptOf = (given: unknown) => {
  const kept = bagOf(given)
  const register = bagOf(bagOf(kept.register).title)
  const what = did[textOf(kept.did)]
  return what && { entry: textOf(kept.entry), title: textOf(kept.title), what, register: { zh: textOf(register.zh), en: textOf(register.en) } }
}

const detailOf = (a: CaseAct, view: CaseView) => {
  const d = a.detail ?? {}
  const fields = Array.isArray(d.fields) ? d.fields.flatMap((f) => (typeof f === 'string' && view.form[f] ? [say(view.form[f].label)] : [])) : []
  return {
    to: textOf(d.to),
    fields,
    files: referencesOf(d.files),
    agrees: typeof d.agrees === 'boolean' ? d.agrees : undefined,
    amount: typeof d.amount === 'number' ? d.amount : undefined,
    signedBy: textOf(d.signedBy),
    kept: keptOf(d.kept),
  }
}

const Opened = ({ act, view, onFile }: { act: CaseAct } & Props) => {
  const d = detailOf(act, view)
  return (
    <div className="act-open">
      {act.from && act.to && (
        <p className="quiet">
          {say(act.from)} → {say(act.to)}
        </p>
      )}
      {act.said && <p className="act-said">{act.said}</p>}
      {d.fields.length > 0 && <p className="quiet">{w(`涉及：${d.fields.join('、')}`, `About: ${d.fields.join(', ')}`)}</p>}
      {d.kept && (
        <p className="quiet">
          {say(d.kept.what)}
          {w(`名册“${d.kept.register.zh}”：`, ` ${d.kept.register.en}: `)}
          <Link to="/registers/entry/$id" params={{ id: d.kept.entry }}>
            {d.kept.title}
          </Link>
        </p>
      )}
      {d.signedBy && <p className="quiet">{w(`加签：${d.signedBy}`, `Signed by ${d.signedBy}`)}</p>}
      {act.answers && Object.keys(act.answers).length > 0 && <Answers form={view.form} answers={act.answers} onFile={onFile} />}
      {d.files.map((f) => (
        <button key={f.id} type="button" className="plain-button" onClick={() => onFile(f)}>
          {f.name}
        </button>
      ))}
    </div>
  )
}

const Line = ({ act, view, onFile }: { act: CaseAct } & Props) => {
  const d = detailOf(act, view)
  const more = Boolean(act.said || act.from || d.kept || d.fields.length || d.files.length || (act.answers && Object.keys(act.answers).length > 0))
  const tail = [
    d.to && `→ ${d.to}`,
    d.agrees !== undefined && (d.agrees ? w('同意', 'agrees') : w('不同意', 'disagrees')),
    d.amount !== undefined && w(`${d.amount} 天`, `${d.amount} days`),
  ].filter(Boolean)
  const head = (
    <>
      <time className="quiet" dateTime={act.at}>
        {instant(act.at)}
      </time>
      <span className="act-what">
        <b>{say(act.name)}</b> {tail.join(' ')}
        {act.said && <span className="quiet act-short"> {act.said}</span>}
      </span>
      {act.op === 'noted' && <span className="tag note">{w('内部', 'Office only')}</span>}
      {tone(act) === 'public' && <span className="tag public">{w('申请人可见', 'Applicant sees')}</span>}
      <span className="quiet act-who">{whoActed(act.by)}</span>
    </>
  )
  if (!more) return <div className="act-line">{head}</div>
  return (
    <details className={tone(act)}>
      <summary className="act-line">{head}</summary>
      <Opened act={act} view={view} onFile={onFile} />
    </details>
  )
}

/** Who did what and when, the newest first, one line each. */
export const Timeline = ({ view, onFile }: Props) => (
  <Sheet title={w('办理经过', 'What happened')} head={<span className="quiet">{view.acts.length}</span>}>
    <div className="timeline">
      {view.acts.toReversed().map((a) => (
        <Line key={a.id} act={a} view={view} onFile={onFile} />
      ))}
    </div>
  </Sheet>
)
