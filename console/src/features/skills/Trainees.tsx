import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { useMay } from '../../kit/me.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { partWord } from './class-words.ts'
import type { ClassView } from './ClassPage.tsx'
import { MarkHalfDay } from './MarkHalfDay.tsx'
import { score } from './words.ts'
import { WithdrawCertificate } from './WithdrawCertificate.tsx'

export type HalfDay = ClassView['halfDays'][number]
export type Trainee = ClassView['people'][number]

export const wasThere = (t: Trainee, h: Pick<HalfDay, 'on' | 'part'>) => t.present.some((p) => p.on === h.on && p.part === h.part)
const share = (t: Trainee, c: ClassView) => Math.round((t.present.length * 100) / Math.max(1, c.halfDays.length))

const outcome = (t: Trainee) => {
  if (t.completed === null) return '—'
  return t.completed ? <span className="contest-awarded">{w('已结业', 'Completed')}</span> : w('未结业', 'Not completed')
}

const HalfDayHead = ({ c, h, mark }: { c: ClassView; h: HalfDay; mark: () => void }) => {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const words = (
    <>
      {h.on.slice(5)}
      <br />
      {partWord(h.part)}
    </>
  )
  if (c.state === 'finished' || !c.mayRun || h.on > today) return <span className="half-day">{words}</span>
  return (
    <Button
      type="link"
      size="small"
      className="half-day"
      onClick={mark}
      aria-label={w(`登记 ${h.on} ${partWord(h.part)} 出勤`, `Mark ${h.on} ${partWord(h.part)}`)}
    >
      {words}
    </Button>
  )
}

/** While the class is open somebody can be taken out of it; afterwards here is the certificate. */
const LastCell = ({ c, t, take, leave }: { c: ClassView; t: Trainee; take: () => void; leave: () => void }) => {
  const may = useMay()
  if (c.state !== 'finished')
    return may('skills.enter') ? (
      <Button type="text" size="small" onClick={leave} aria-label={w(`${t.person.name}退出`, `Take out ${t.person.name}`)}>
        {w('退出', 'Remove')}
      </Button>
    ) : null
  if (!t.certificate) return '—'
  if (t.withdrawn) return <span style={{ color: 'var(--red)' }}>{w('已撤销', 'Withdrawn')}</span>
  return (
    <span className="contest-acts">
      <a href={`/api/skills/certificates/${t.certificate}/pdf`}>{w('证书', 'PDF')}</a>
      {c.mayRun && (
        <Button type="text" size="small" onClick={take} aria-label={w(`撤销${t.person.name}的证书`, `Withdraw ${t.person.name}'s certificate`)}>
          {w('撤销', 'Withdraw')}
        </Button>
      )}
    </span>
  )
}

/** The table of a class: a line a person, a column a half day; a half day is marked by pressing its head. */
export const Trainees = ({ c, again }: { c: ClassView; again: () => void }) => {
  const { message } = App.useApp()
  const [half, mark] = useState<HalfDay>()
  const [taken, take] = useState<Trainee>()
  const leave = useMutation({
    mutationFn: (person: string) => ask('leaveClass', { params: { id: c.id, person } }),
    onSuccess: again,
    onError: (e) => void message.error(wordsOf(e)),
  })
  const finished = c.state === 'finished'
  const columns: TableColumnsType<Trainee> = [
    {
      title: w('学员', 'Trainee'),
      width: 180,
      className: 'unit-cell',
      render: (_, t) => (
        <>
          <Link to={'/people/$id' as string} params={{ id: t.person.id } as never}>
            {t.person.name}
          </Link>
          <div className="small quiet">{t.unit}</div>
        </>
      ),
    },
    { title: w('出勤', 'There'), width: 64, align: 'right', render: (_, t) => `${share(t, c)}%` },
    ...(c.passMark === null
      ? []
      : [{ title: w('考核', 'Test'), width: 70, align: 'right' as const, render: (_: unknown, t: Trainee) => score(t.score) }]),
    ...(finished ? [{ title: w('结果', 'Outcome'), width: 84, className: 'whole', render: (_: unknown, t: Trainee) => outcome(t) }] : []),
    {
      title: finished ? w('证书', 'Certificate') : '',
      width: finished ? 110 : 60,
      render: (_, t) => <LastCell c={c} t={t} take={() => take(t)} leave={() => leave.mutate(t.person.id)} />,
    },
    ...c.halfDays.map((h) => ({
      key: `${h.on}${h.part}`,
      width: 56,
      align: 'center' as const,
      title: <HalfDayHead c={c} h={h} mark={() => mark(h)} />,
      render: (_: unknown, t: Trainee) => (wasThere(t, h) ? <span aria-label={w('到', 'there')}>✓</span> : <span className="quiet">·</span>),
    })),
  ]
  const before = columns.length - c.halfDays.length
  return (
    <Sheet title={w(`学员 ${c.trainees} 人`, `Trainees: ${c.trainees}`)}>
      {c.people.length === 0 ? (
        <p className="quiet" style={{ margin: 0 }}>
          {w('还没有学员。点“报名学员”，按单位粘贴姓名。', 'Nobody is enrolled. Paste names by unit.')}
        </p>
      ) : (
        <div className="contest-box" tabIndex={0} role="region" aria-label={w('学员与出勤', 'Trainees and attendance')}>
          <Table<Trainee>
            size="small"
            pagination={false}
            rowKey={(t) => t.person.id}
            dataSource={c.people}
            columns={columns}
            summary={() => (
              <Table.Summary.Row>
                <Table.Summary.Cell index={0} colSpan={before}>
                  {w('到课人数', 'There')}
                </Table.Summary.Cell>
                {c.halfDays.map((h, i) => (
                  <Table.Summary.Cell key={`${h.on}${h.part}`} index={i + before} align="center">
                    {h.present}
                  </Table.Summary.Cell>
                ))}
              </Table.Summary.Row>
            )}
          />
        </div>
      )}
      {half && <MarkHalfDay c={c} half={half} onClose={() => mark(undefined)} onDone={() => (mark(undefined), again())} />}
      {taken && (
        <WithdrawCertificate
          code={taken.certificate!}
          name={taken.person.name}
          onClose={() => take(undefined)}
          onDone={() => (take(undefined), again())}
        />
      )}
    </Sheet>
  )
}
