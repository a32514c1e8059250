import type { Field } from '../forms/index.ts'
import { t } from '../kit/text.ts'

/** What whoever signs up declares where people may choose each other: no proof is asked for, and it says when it is deleted. */
export const singleDeclaration = (keepDays: number, revision: number): Field => ({
  kind: 'consent',
  revision: String(revision),
  label: t('单身声明', 'Declaration'),
  text: t(
    `我自愿声明目前为单身。工会不要求、不留存任何证明；这份声明只用于本次活动，活动结束 ${keepDays} 天后删除。`,
    `I declare of my own will that I am single. The union asks for no proof and keeps none; this declaration serves this activity only and is deleted ${keepDays} days after it.`,
  ),
})

/** What is usual: two days to choose, three at most, all of it gone after thirty days. */
export const usualMatch = { chooseHours: 48, most: 3, keepDays: 30 } as const
