import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { wordsOf } from '../../kit/failure.ts'
import { Notice } from '../../kit/Notice.tsx'
import { w } from '../../kit/text.ts'
import '../../kit/form/form.css'
import './activities.css'

const words = () => [w('很不满意', 'Very bad'), w('不满意', 'Bad'), w('一般', 'Fair'), w('满意', 'Good'), w('很满意', 'Very good')]

/** What I think of something I was at. */
export const Rate = ({
  asks,
  send,
  onDone,
}: {
  asks: string
  send: (given: { stars: number; said: string }) => Promise<unknown>
  onDone: () => unknown
}) => {
  const field = useId()
  const [stars, setStars] = useState<number>()
  const [said, setSaid] = useState('')
  const rate = useMutation({ mutationFn: () => send({ stars: stars!, said: said.trim() }), onSuccess: onDone })
  return (
    <section className="section rate">
      <fieldset className="field">
        <legend>{asks}</legend>
        <div className="marks">
          {words().map((word, i) => (
            <label key={word} className="pick">
              <input type="radio" className="unseen" name={field} checked={stars === i + 1} onChange={() => setStars(i + 1)} />
              <span>
                <b>{i + 1}</b>
                <small>{word}</small>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {stars ? (
        <div className="field after">
          <label htmlFor={`${field}t`}>
            {stars <= 2 ? w('哪里不满意，写一句', 'What was wrong?') : w('想说的话（可不填）', 'Anything to say (optional)')}
          </label>
          <textarea id={`${field}t`} rows={2} maxLength={500} value={said} onChange={(e) => setSaid(e.target.value)} />
        </div>
      ) : null}
      {rate.isError ? <Notice tone="wrong">{wordsOf(rate.error)}</Notice> : null}
      {stars ? (
        <Button className="wide" busy={rate.isPending} onClick={() => rate.mutate()}>
          {w('提交评价', 'Send the rating')}
        </Button>
      ) : null}
    </section>
  )
}
