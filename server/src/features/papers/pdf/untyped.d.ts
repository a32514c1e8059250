declare module 'subset-font' {
  const subsetFont: (
    font: Buffer,
    text: string,
    options: { targetFormat: 'truetype' | 'woff' | 'woff2' | 'sfnt'; variationAxes?: Record<string, number> },
  ) => Promise<Buffer>
  export default subsetFont
}

declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): { position: number; required: boolean } | null
  }
}

declare module 'fontkit' {
  export const create: (font: Buffer) => { characterSet: number[] }
}
