import type { ReactNode } from 'react'
import { Page } from '../../kit/Page.tsx'
import type { Draft } from './draft.ts'

/** What every step of the form is given. */
export type StepGiven = { draft: Draft; change: (part: Partial<Draft>) => void }
export type PageGiven = { title: string; back: string; head: ReactNode }

/** Frame of one step: where one is above, the one button below. */
export const StepPage = ({ page, foot, children }: { page: PageGiven; foot: ReactNode; children: ReactNode }) => (
  <Page title={page.title} back={page.back} foot={foot}>
    {page.head}
    {children}
  </Page>
)
