import { z } from 'zod'
import { type Channel, type Settings, Undeliverable, post } from './channel.ts'

const Token = z.object({ access_token: z.string(), expires_in: z.number() })
const Sent = z.object({ errcode: z.number(), errmsg: z.string().default('') })
// 40001, 40014, 42001: the token is stale. 40003, 43004: no such reader, or one who does not follow us.
const stale = [40001, 40014, 42001]
const noReader = [40003, 43004]

/** Template messages of an official account. The token is kept in this process: each may hold its own stable token. */
export const wechatFrom = (s: Settings): Channel | undefined => {
  const { GONGYOU_WECHAT_APP: app, GONGYOU_WECHAT_SECRET: secret, GONGYOU_WECHAT_TEMPLATE: template } = s
  const api = s.GONGYOU_WECHAT_API ?? 'https://api.weixin.qq.com'
  if (!app || !secret || !template) return undefined
  let kept: { token: string; until: number } | undefined
  const tokenNow = async () => {
    if (kept && kept.until > performance.now()) return kept.token
    // The stable token survives being asked for by several processes; the plain one is void at the next asking.
    const got = Token.parse(JSON.parse(await post(`${api}/cgi-bin/stable_token`, { grant_type: 'client_credential', appid: app, secret })))
    kept = { token: got.access_token, until: performance.now() + (got.expires_in - 120) * 1000 }
    return kept.token
  }
  const send: Channel['send'] = async ({ id, address, title, body }) => {
    const message = {
      touser: address,
      template_id: template,
      client_msg_id: id,
      data: { first: { value: title }, remark: { value: body.slice(0, 200) } },
    }
    const { errcode, errmsg } = Sent.parse(JSON.parse(await post(`${api}/cgi-bin/message/template/send?access_token=${await tokenNow()}`, message)))
    if (errcode === 0) return
    if (stale.includes(errcode)) kept = undefined
    throw noReader.includes(errcode) ? new Undeliverable(`${errcode} ${errmsg}`) : new Error(`${errcode} ${errmsg}`)
  }
  return { send }
}
