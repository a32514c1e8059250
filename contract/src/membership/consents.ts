import { type Text, t } from '../kit/text.ts'

/** What one agrees to, each purpose apart (PIPL art. 14 and 29). A new wording is a new version; old ones stay for those who agreed to them. */
export type Wording = { purpose: 'membership' | 'id-number'; title: Text; text: Text }

export const wordings = {
  'joining-2026-1': {
    purpose: 'membership',
    title: t(
      '我自愿加入工会，同意工会为入会和服务使用我的姓名、手机号和工作信息。',
      'I join of my own will, and agree that the union uses my name, phone and work details for membership and services.',
    ),
    text: t(
      '谁在用：{union}及您加入的基层工会、服务站。用来做什么：办理入会、保管会籍、通知您与您有关的服务。给谁看：只有负责您的工会干部；每次查看完整信息都有记录，您可以在“我的—谁看过我的信息”里看到。不会卖给任何人，不会拿去做广告。保存多久：会籍存续期间；退会后按档案规定保存。您可以随时查看、更正、导出、撤回同意。',
      'Who: {union}, the base union you join and its station. What for: joining, keeping your membership, telling you about services. Who sees it: only the officers in charge of you; each full view is recorded, and you see it under “Me – Who looked”. Never sold, never used for advertising. How long: while you are a member, then as the rules on archives say. You may see, correct, export and withdraw at any time.',
    ),
  },
  'id-number-2026-1': {
    purpose: 'id-number',
    title: t(
      '我单独同意工会处理我的证件号码（敏感个人信息）。',
      'I separately agree that the union processes my ID number (sensitive personal information).',
    ),
    text: t(
      '为什么需要：核对是不是本人、避免一个人登记两次、与上级会籍系统对接。怎么保护：加密保存，平时只显示首尾几位，打开一次记一次。不同意会怎样：不能在手机上入会，可以带证件到服务站办理。',
      'Why: to know that it is you, not to register you twice, and to match the municipal register. How it is kept: encrypted, shown by its ends only, each opening recorded. If you do not agree: you cannot join by phone; bring your card to the station instead.',
    ),
  },
} as const satisfies Record<string, Wording>
export type WordingVersion = keyof typeof wordings
