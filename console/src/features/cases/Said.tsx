import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId } from 'react'
import { ask, asking } from '../../kit/api.ts'
import '../../kit/form/form.css'
import { w } from '../../kit/text.ts'

type Props = {
  label: string
  hint?: string
  value: string
  onChange: (said: string) => void
  most?: number
  /** Phrases of the office are offered beside words that decide something. */
  phrases?: boolean
  focus?: boolean
}

const Phrases = ({ value, onTake }: { value: string; onTake: (said: string) => void }) => {
  const list = useQuery({ ...asking('listPhrases', {}), staleTime: 60_000 })
  const again = () => list.refetch()
  const keep = useMutation({ mutationFn: (said: string) => ask('keepPhrase', { body: { said } }), onSuccess: again })
  const drop = useMutation({ mutationFn: (id: string) => ask('dropPhrase', { params: { id } }), onSuccess: again })
  const rows = list.data?.phrases ?? []
  const mayKeep = value.trim().length > 1 && value.trim().length <= 300 && !rows.some((p) => p.said === value.trim())
  return (
    <div className="phrases" aria-label={w('常用意见', 'Phrases')} role="group">
      {rows.map((p) => (
        <span key={p.id} className="phrase">
          <button type="button" onClick={() => onTake(p.said)}>
            {p.said}
          </button>
          {p.own && (
            <button type="button" aria-label={w(`删除常用意见：${p.said}`, `Drop phrase: ${p.said}`)} onClick={() => drop.mutate(p.id)}>
              ×
            </button>
          )}
        </span>
      ))}
      {mayKeep && (
        <Button size="small" type="link" loading={keep.isPending} onClick={() => keep.mutate(value.trim())}>
          {w('存为常用意见', 'Keep as a phrase')}
        </Button>
      )}
    </div>
  )
}

/** A few words: reason, opinion, answer. */
export const Said = ({ label, hint, value, onChange, most = 1000, phrases = false, focus = false }: Props) => {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="quiet small hint">
          {hint}
        </p>
      )}
      <Input.TextArea
        id={id}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        value={value}
        onChange={(e) => onChange(e.target.value)}
        autoSize={{ minRows: 3, maxRows: 12 }}
        maxLength={most}
        autoFocus={focus}
      />
      {phrases && <Phrases value={value} onTake={(said) => onChange(value.trim() ? `${value.trim()}${said}` : said)} />}
    </div>
  )
}
