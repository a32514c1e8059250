import { createTransport } from 'nodemailer'
import { type Channel, type Settings, Undeliverable } from './channel.ts'

/** E-mail through the server in GONGYOU_SMTP_URL (`smtps://user:password@host`), from GONGYOU_MAIL_FROM. */
export const emailFrom = (s: Settings): Channel | undefined => {
  const { GONGYOU_SMTP_URL: url, GONGYOU_MAIL_FROM: from } = s
  if (!url || !from) return undefined
  const transport = createTransport(url)
  return {
    send: async ({ id, address, title, body }) => {
      try {
        await transport.sendMail({ from, to: address, subject: title, text: body, messageId: `<${id}@gongyou>` })
      } catch (error) {
        const { responseCode, message } = error as { responseCode?: number; message: string }
        throw responseCode && responseCode >= 500 ? new Undeliverable(message) : error
      }
    },
  }
}
