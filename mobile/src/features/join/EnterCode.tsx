import { type FormEvent, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { Button } from '../../kit/Button.tsx'
import { Field } from '../../kit/Field.tsx'
import { Page } from '../../kit/Page.tsx'
import { w } from '../../kit/text.ts'

/** For those whose camera does not work: the code stands under the QR. */
export const EnterCode = () => {
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState<string>()
  const [, go] = useLocation()
  const submit = (e: FormEvent) => {
    e.preventDefault()
    if (code.length < 6) return setWrong(w('入会码是二维码下面的 8 位字母和数字', 'The code is the eight letters and digits under the QR'))
    go(`/join/${code}`)
  }
  return (
    <Page
      title={w('加入工会', 'Join the union')}
      back="/"
      foot={
        <Button look="primary" type="submit" form="code">
          {w('下一步', 'Next')}
        </Button>
      }
    >
      <p>
        {w(
          '扫工会服务站、单位或活动现场的入会码。全程不到两分钟，要用到：姓名、身份证号、手机。',
          'Scan the code at a station, your workplace or an event. It takes under two minutes and needs your name, ID number and phone.',
        )}
      </p>
      <Link href="/scan" className="button">
        {w('打开相机扫码', 'Open the camera')}
      </Link>
      <form id="code" onSubmit={submit} noValidate>
        <Field
          label={w('或者输入入会码', 'Or type the code')}
          value={code}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          maxLength={10}
          name="join-code"
          onChange={(e) => {
            setCode(e.target.value.toUpperCase().replace(/[^A-Z0-9]/g, ''))
            setWrong(undefined)
          }}
          wrong={wrong}
          hint={w('8 位字母和数字，在二维码下面', 'Eight letters and digits, under the QR code')}
        />
      </form>
      <a className="link" href="tel:12351">
        {w('身边没有码？拨打 12351 问最近的服务站', 'No code near you? Call 12351 for the nearest station')}
      </a>
    </Page>
  )
}
