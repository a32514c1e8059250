import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Link } from 'wouter'
import { ask } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { shortDay } from '../../kit/day.ts'
import { wordsOf } from '../../kit/failure.ts'
import { Below } from '../../kit/Field.tsx'
import { Page } from '../../kit/Page.tsx'
import { w } from '../../kit/text.ts'
import { Tiles } from '../join/Tiles.tsx'

type About = 'name' | 'id-number' | 'other'

/** Name and number are corrected by the station against the card; this tells it what is wrong. */
export const AskPage = () => {
  const [about, setAbout] = useState<About>('name')
  const [says, setSays] = useState('')
  const [short, setShort] = useState(false)
  const id = useId()
  const send = useMutation({ mutationFn: () => ask('askCorrection', { body: { about, says } }) })
  if (send.data)
    return (
      <Page
        title={w('已转给服务站', 'Sent to the station')}
        back="/me/data"
        foot={
          <Link href="/me/data" className="button primary">
            {w('回我的信息', 'Back to my data')}
          </Link>
        }
      >
        <p>
          {w(
            `${send.data.org.name}会在${shortDay(send.data.dueOn)}前联系您。请带好证件原件，核对后当场改正。`,
            `${send.data.org.name} will contact you by ${shortDay(send.data.dueOn)}. Have your card ready; it is corrected on the spot.`,
          )}
        </p>
      </Page>
    )
  const wrong =
    short && says.trim().length < 2 ? w('请写一句哪里不对', 'Say in a sentence what is wrong') : send.isError ? wordsOf(send.error) : undefined
  return (
    <Page
      title={w('姓名、证件有误', 'Name or ID is wrong')}
      back="/me/data"
      foot={
        <Button look="primary" busy={send.isPending} onClick={() => (says.trim().length < 2 ? setShort(true) : send.mutate())}>
          {w('转给服务站', 'Send to the station')}
        </Button>
      }
    >
      <Tiles
        kind="radio"
        legend={w('哪一项不对', 'What is wrong')}
        name="about"
        choices={[
          { value: 'name', label: w('姓名', 'Name') },
          { value: 'id-number', label: w('证件号码', 'ID number') },
          { value: 'other', label: w('其他', 'Other') },
        ]}
        chosen={[about]}
        choose={(v) => setAbout(v as About)}
      />
      <div className="field">
        <label htmlFor={id}>{w('说说哪里不对', 'What is wrong with it')}</label>
        <textarea
          id={id}
          name="says"
          maxLength={300}
          value={says}
          onChange={(e) => {
            setSays(e.target.value)
            send.reset()
          }}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={`${id}d`}
        />
        <Below id={`${id}d`} wrong={wrong} hint={w('不要写证件号码，核对原件时当面看', 'Do not write the number; it is read from the card')} />
      </div>
    </Page>
  )
}
