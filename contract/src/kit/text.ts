/** A label or message in both working languages of the platform. */
export type Text = { readonly zh: string; readonly en: string };

/** Writes a `Text` in one short line. */
export const t = (zh: string, en: string): Text => ({ zh, en });
