/** One sentence in the two languages of the product. Chinese is the first; English says the same, not more. */
export type Text = { readonly zh: string; readonly en: string }

/** Writes a `Text` in place: `t('工会组织', 'Organisation')`. */
export const t = (zh: string, en: string): Text => ({ zh, en })

export type Language = keyof Text
