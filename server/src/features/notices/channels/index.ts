import type { Channel, Settings } from './channel.ts'
import { emailFrom } from './email.ts'
import { smsFrom } from './sms.ts'
import { wechatFrom } from './wechat.ts'

export type ChannelName = 'sms' | 'wechat' | 'email'
export { type Parcel, Undeliverable } from './channel.ts'

/** The demo sends nothing: what would leave is marked as sent and stays to be read. */
const kept: Channel = { send: async () => {} }

/** The ways out that are set up. Outside the demo a channel without settings is none, and its messages fail visibly. */
export const channelsFrom = (settings: Settings, demo: boolean): Record<ChannelName, Channel | undefined> => {
  const none = demo ? kept : undefined
  return { sms: smsFrom(settings) ?? none, wechat: wechatFrom(settings) ?? none, email: emailFrom(settings) ?? none }
}
