import { makeIdCard } from '../contract/src/kit/id-card.ts'

const headers = { 'content-type': 'application/json', 'x-gongyou': '1' }
export type Receipt = { id: string; number: string }

/** Asks over HTTP, as a phone does; anything but an answer is an error. */
export const askAt = async (url: string, path: string, body?: object, cookie = '') => {
  const answer = await fetch(url + path, {
    method: body ? 'POST' : 'GET',
    headers: { ...headers, cookie },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return { said: (await answer.json()) as never, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' }
}

/** A courier asks to join at the Gulou station: code to the phone, then the form. The receipt is the server's promise. */
export const joins = async (url: string, who: { name: string; order: number; mobile: string; birth?: string }): Promise<Receipt> => {
  const { challenge } = (await askAt(url, '/api/accounts/phone-codes', { mobile: who.mobile })).said as { challenge: string }
  const { rows } = (await askAt(url, `/api/notices/deliveries?address=${who.mobile}&limit=1`)).said as { rows: { body: string }[] }
  const { said } = await askAt(url, '/api/membership/applications', {
    joinPoint: 'GLJD2345',
    name: who.name,
    idNumber: makeIdCard('110118', who.birth ?? '1995-05-06', who.order),
    mobile: who.mobile,
    challenge,
    code: /\d{6}/.exec(rows[0]!.body)![0],
    occupation: 'courier',
    platforms: [],
    consent: 'joining-2026-1',
    sensitiveConsent: 'id-number-2026-1',
  })
  return said
}
