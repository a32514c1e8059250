import { hotlineOrder } from '@gongyou/contract/hotline/order.ts'
import type { House } from '../cases/index.ts'
import { hotlineEffects } from './effects.ts'
import { hotlineFacts } from './facts.ts'
import { hotlineDimensions, hotlineFigures } from './figures.ts'
import { hotlineOpened } from './opened.ts'
import { hotlinePaperValues } from './paper-values.ts'
import { hotline } from './routes.ts'

export const hotlineDepartment = {
  rooms: (house: House) => [hotline(house)],
  facts: hotlineFacts,
  figures: hotlineFigures,
  dimensions: hotlineDimensions,
  services: [hotlineOrder],
  effects: hotlineEffects,
  opened: hotlineOpened,
  paperValues: hotlinePaperValues,
  refusals: { order_pkey: 'hotline.known-order' },
} as const
