/**
 * Undoes what keyboards, spreadsheets and chat programs do to a number or code that a person typed:
 * full-width forms become ASCII, every kind of space, zero-width mark and leading apostrophe goes.
 */
export function tidy(raw: string): string {
  return raw
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '')
    .replace(/^['‘’`]+/, '')
}

/** `tidy`, and hyphens of all lengths removed as well; for codes in which a hyphen never means anything. */
export const tidyCode = (raw: string): string => tidy(raw).replace(/[-‐-―−﹣]/g, '')
