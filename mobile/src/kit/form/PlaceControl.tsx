import type { EmployerAnswer } from '@gongyou/contract/forms/index.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import { isUnreached, wordsOf } from '../failure.ts'
import { Field } from '../Field.tsx'
import { say } from '../language.ts'
import { w } from '../text.ts'
import { townName } from './answer-words.ts'
import type { ControlGiven, Of } from './control.ts'
import { Group, labelOf } from './Frame.tsx'
import { Chosen } from './PersonControl.tsx'
import { useTools } from './tools.ts'

const useCalm = (typed: string) => {
  const [calm, settle] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => settle(typed), 300)
    return () => clearTimeout(timer)
  }, [typed])
  return calm
}

/** A union or an employer by a part of its name. An employer the register does not have is kept as it was written. */
export const PlaceControl = ({ name, field, value, change, left, wrong }: ControlGiven<Of<'organisation'> | Of<'employer'> | Of<'entry'>>) => {
  const id = useId()
  const { find } = useTools()
  const free = field.kind === 'employer'
  // A register of courses is short: its first entries are offered before anything is typed.
  const least = field.kind === 'entry' ? 0 : 2
  const answer = value as EmployerAnswer | undefined
  const [typed, type] = useState(answer && !answer.id ? answer.name : '')
  const q = useCalm(typed.trim())
  const found = useQuery({
    queryKey: ['find', field.kind, name, q],
    queryFn: () => find(name, q),
    enabled: q.length >= least,
    placeholderData: keepPreviousData,
  })
  if (answer?.id)
    return (
      <Group id={id} field={field} wrong={wrong}>
        <Chosen
          name={answer.name}
          again={() => {
            type('')
            change(undefined)
          }}
        />
      </Group>
    )
  const rows = q.length >= least && (typed || least === 0) ? (found.data ?? []) : []
  const failed = found.isError
    ? isUnreached(found.error)
      ? free
        ? w('没有网络，先写全称，也能提交。', 'No network; write the full name, that will do.')
        : w('没有网络，联网后才能查找；可以先填别的。', 'No network; finding needs one. Fill in the rest meanwhile.')
      : wordsOf(found.error)
    : undefined
  const none =
    found.isSuccess && q.length >= least && rows.length === 0 && !found.isFetching
      ? free
        ? w('名册里没有，就按您写的填。', 'Not in the register; kept as you wrote it.')
        : w('没有找到，换几个字再试。', 'Not found; try other words of the name.')
      : undefined
  return (
    <div>
      <Field
        label={labelOf(field)}
        name={name}
        type="search"
        autoComplete="off"
        maxLength={60}
        value={typed}
        wrong={wrong}
        hint={
          failed ??
          none ??
          (field.hint
            ? say(field.hint)
            : least === 0
              ? w('从下面选', 'Choose below')
              : w('写两个字以上，从下面选', 'Two signs or more, then choose below'))
        }
        onChange={(e) => {
          type(e.target.value)
          change(free && e.target.value.trim() ? { name: e.target.value.trim() } : undefined)
        }}
        onBlur={left}
      />
      {rows.length > 0 ? (
        <ul className="found" aria-label={w('找到的单位', 'Found')}>
          {rows.map((r) => (
            <li key={r.id}>
              <button type="button" className="row" onClick={() => change({ id: r.id, name: r.name })}>
                <span className="text">
                  <span className="title">{r.name}</span>
                  {r.about || r.town ? <span className="sub">{r.about || townName(r.town ?? undefined)}</span> : null}
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
