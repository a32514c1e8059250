import { useId, useState } from 'react'
import { ask } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { w } from '../../kit/text.ts'
import { useCommand } from './use-command.ts'

const words = () => [w('很不满意', 'Very bad'), w('不满意', 'Bad'), w('一般', 'Fair'), w('满意', 'Good'), w('很满意', 'Very good')]

/** What I think of it: one to five, each with its word; whoever is not content is called. */
export const Rate = ({ id }: { id: string }) => {
  const [stars, setStars] = useState<number>()
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const field = useId()
  const rate = useCommand(() => ask('rateCase', { params: { id }, body: { stars: stars!, said: said.trim() } }))
  return (
    <section className="section rate">
      <fieldset className="field">
        <legend>{w('这件事办得怎么样', 'How was it handled?')}</legend>
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
        {tried && !stars ? <p className="wrong">{w('请选 1 到 5 分', 'Choose one to five')}</p> : null}
      </fieldset>
      {stars ? (
        <div className="field after">
          <label htmlFor={`${field}t`}>
            {stars <= 2 ? w('哪里不满意，写一句', 'What was wrong?') : w('想说的话（可不填）', 'Anything to say (optional)')}
          </label>
          <textarea id={`${field}t`} rows={2} maxLength={500} value={said} onChange={(e) => setSaid(e.target.value)} />
          {stars <= 2 ? (
            <p className="hint">{w('会有人回访您，了解情况，必要时重新办理。', 'Somebody will call you, and if need be it is handled anew.')}</p>
          ) : null}
        </div>
      ) : null}
      {rate.wrong ? <Notice tone="wrong">{rate.wrong}</Notice> : null}
      <Button
        className="wide"
        busy={rate.isPending}
        onClick={() => {
          setTried(true)
          if (stars) rate.mutate(undefined)
        }}
      >
        {w('提交评价', 'Send the rating')}
      </Button>
    </section>
  )
}
