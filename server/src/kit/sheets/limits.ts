/** How much of a spreadsheet is taken. Sizes in bytes, characters or cells. */
export type SheetLimits = {
  /** Size of the file itself. */
  readonly maxBytes: number
  /** Size of an old .xls, which must be read whole: about thirty times its size is used while reading. */
  readonly maxXlsBytes: number
  /** Seconds the reading of an old .xls may take. */
  readonly maxXlsSeconds: number
  /** Bytes one part of the zip may inflate to, counted while inflating. */
  readonly maxInflated: number
  /** Characters of shared strings, which are held in memory. */
  readonly maxStringChars: number
  /** Cells of one sheet, gaps included. */
  readonly maxCells: number
  /** Rows gathered before they are handed on; a batch may be larger by one inflated chunk. */
  readonly batch: number
}

/** Room for every person of a district on one sheet (300,000 rows of 40 columns), and no more. */
export const defaultLimits: SheetLimits = {
  maxBytes: 100 * 1024 * 1024,
  maxXlsBytes: 15 * 1024 * 1024,
  maxXlsSeconds: 60,
  maxInflated: 1024 * 1024 * 1024,
  maxStringChars: 100_000_000,
  maxCells: 12_000_000,
  batch: 500,
}
