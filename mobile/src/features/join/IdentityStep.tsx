import { type IdType, idTypes } from '@gongyou/contract/codes/id-types.ts'
import { type FormEvent, useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { wordsFor, wordsOf } from '../../kit/failure.ts'
import { Field, Select } from '../../kit/Field.tsx'
import { say } from '../../kit/language.ts'
import { Notice } from '../../kit/Notice.tsx'
import { w } from '../../kit/text.ts'
import { has18, nameFault, readNumber } from './identity.ts'
import { type PageGiven, type StepGiven, StepPage } from './StepPage.tsx'

type Given = StepGiven & { page: PageGiven; error: unknown; next: () => void }

/** Who one is. The number is checked as it is typed, and read back as a birthday, which people know by heart. */
export const IdentityStep = ({ draft, change, page, error, next }: Given) => {
  const [touched, touch] = useState({ name: false, number: false })
  const [other, showOther] = useState(draft.idType !== 'resident_id')
  const digits = has18(draft.idType)
  const number = readNumber(draft.idType, draft.idNumber)
  const complete = !digits || draft.idNumber.length >= 18
  const nameWrong = (touched.name ? nameFault(draft.name) : undefined) ?? wordsFor(error, 'name')
  const numberWrong = (touched.number || (digits && complete) ? number.fault : undefined) ?? wordsFor(error, 'idNumber')
  const typed = draft.idNumber.length
  const submit = (e: FormEvent) => {
    e.preventDefault()
    touch({ name: true, number: true })
    if (!nameFault(draft.name) && !number.fault) return next()
    document.querySelector<HTMLElement>(nameFault(draft.name) ? '[name=name]' : '[name=id-number]')?.focus()
  }
  return (
    <StepPage
      page={page}
      foot={
        <Button look="primary" type="submit" form="who">
          {w('下一步', 'Next')}
        </Button>
      }
    >
      {error && !wordsFor(error, 'name') && !wordsFor(error, 'idNumber') ? <Notice tone="wrong">{wordsOf(error)}</Notice> : null}
      <form id="who" onSubmit={submit} noValidate className="form">
        <Field
          label={w('姓名', 'Name')}
          name="name"
          autoComplete="name"
          maxLength={60}
          value={draft.name}
          wrong={nameWrong}
          hint={w('和身份证上一样', 'As on the ID card')}
          enterKeyHint="next"
          onChange={(e) => change({ name: e.target.value })}
          onBlur={() => touch({ ...touched, name: draft.name !== '' })}
        />
        {other ? (
          <Select
            label={w('证件类型', 'Document')}
            value={draft.idType}
            choices={idTypes.map((x) => ({ value: x.code, label: say(x) }))}
            onChange={(v) => change({ idType: v as IdType, idNumber: '' })}
          />
        ) : null}
        <Field
          label={draft.idType === 'resident_id' ? w('身份证号', 'ID number') : w('证件号码', 'Document number')}
          name="id-number"
          autoComplete="off"
          spellCheck={false}
          maxLength={digits ? 22 : 20}
          enterKeyHint="done"
          inputMode={digits ? 'numeric' : 'text'}
          autoCapitalize="characters"
          value={draft.idNumber}
          onChange={(e) => change({ idNumber: e.target.value.toUpperCase().replace(/\s/g, '') })}
          onBlur={() => touch({ ...touched, number: draft.idNumber !== '' })}
          wrong={numberWrong}
          right={complete ? number.says : undefined}
          hint={
            digits
              ? typed > 0
                ? w(`已填 ${typed} 位，还差 ${18 - typed} 位`, `${typed} typed, ${18 - typed} to go`)
                : w('18 位，加密保存', '18 characters, kept encrypted')
              : w('按证件填写', 'As on the document')
          }
          // The digit keyboard of a phone has no X, and one card in eleven ends in X.
          beside={
            digits && typed === 17 ? <Button onClick={() => change({ idNumber: `${draft.idNumber}X` })}>{w('末位是 X', 'Ends in X')}</Button> : null
          }
        />
        {other ? null : (
          <button type="button" className="link" onClick={() => showOther(true)}>
            {w('没有居民身份证？换一种证件', 'No resident ID card? Another document')}
          </button>
        )}
      </form>
    </StepPage>
  )
}
