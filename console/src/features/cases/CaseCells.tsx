import type { CaseLine, QueueLine } from '@gongyou/contract/cases/shapes.ts'
import type { TableColumnsType } from 'antd'
import { today } from '../../kit/form/today.ts'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'
import { awaitingWord, dueWord, taskWord } from './words.ts'

/** Where there is little room the year of a date goes without saying, if it is this one. */
const Due = ({ line, short = false }: { line: CaseLine; short?: boolean }) => {
  const word = dueWord(line)
  return <span className={`due-${line.due}`}>{short && word.startsWith(`${today().slice(0, 4)}-`) ? word.slice(5) : word}</span>
}

const standing = (line: CaseLine) =>
  [line.outcome ? say(line.outcome) : say(line.state), !line.closedAt && awaitingWord(line)].filter(Boolean).join(' · ')
const waits = (line: QueueLine) => (line.task.kind === 'step' ? '' : taskWord(line.task.kind))

/** What a case is called where there is little room: title, then number and where it stands. */
const Short = ({ line, more = '' }: { line: CaseLine; more?: string }) => (
  <span className="case-cell">
    <span title={line.title}>{line.title}</span>
    <span className="quiet small">{[line.number, standing(line), more].filter(Boolean).join(' · ')}</span>
  </span>
)

const title = <Row extends CaseLine>() => ({
  title: w('办件', 'Case'),
  render: (_: unknown, line: Row) => (
    <span className="case-cell">
      <span title={line.title}>{line.title}</span>
      <span className="quiet small">{line.number}</span>
    </span>
  ),
})
const due = <Row extends CaseLine>(short = false) => ({
  title: w('期限', 'Due'),
  render: (_: unknown, line: Row) => <Due line={line} short={short} />,
})

export const queueColumns = (compact: boolean): TableColumnsType<QueueLine> =>
  compact
    ? [{ title: w('办件', 'Case'), render: (_, line) => <Short line={line} more={waits(line)} /> }, due<QueueLine>(true)]
    : [
        title<QueueLine>(),
        { title: w('事项', 'Service'), render: (_, line) => say(line.service.title) },
        { title: w('状态', 'State'), render: (_, line) => standing(line) },
        { title: w('要我做', 'For me'), render: (_, line) => taskWord(line.task.kind) + (line.task.mine ? '' : w('（共办）', ' (shared)')) },
        { title: w('申请人', 'Applicant'), render: (_, line) => line.applicant ?? '—' },
        { title: w('所属', 'Belongs to'), render: (_, line) => line.org.name },
        due<QueueLine>(),
      ]

export const ledgerColumns = (compact: boolean): TableColumnsType<CaseLine> =>
  compact
    ? [{ title: w('办件', 'Case'), render: (_, line) => <Short line={line} /> }, due<CaseLine>(true)]
    : [
        title<CaseLine>(),
        { title: w('事项', 'Service'), render: (_, line) => say(line.service.title) },
        { title: w('状态', 'State'), render: (_, line) => standing(line) },
        { title: w('申请人', 'Applicant'), render: (_, line) => line.applicant ?? '—' },
        { title: w('所属', 'Belongs to'), render: (_, line) => line.org.name },
        { title: w('收到', 'Received'), render: (_, line) => instant(line.openedAt).slice(0, 10) },
        due<CaseLine>(),
        { title: w('办结', 'Closed'), render: (_, line) => (line.closedAt ? instant(line.closedAt).slice(0, 10) : '') },
        { title: w('评价', 'Stars'), align: 'right', render: (_, line) => line.stars ?? '' },
      ]
