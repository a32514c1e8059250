/** Looks up an attribute of the element just opened, without its prefix. */
export type Attribute = (local: string) => string | undefined

/** The Chinese font: by name, or by its place in the theme, which then wins. */
export type Face = { name?: string; theme?: string }
export type RunProperties = { style?: string; face?: Face; size?: number; color?: string }
export type ParagraphProperties = {
  style?: string
  align?: string
  line?: number
  lineRule?: string
  before?: number
  beforeLines?: number
  first?: number
  firstChars?: number
  left?: number
  leftChars?: number
  right?: number
  rightChars?: number
}

const set = <T extends object, K extends keyof T>(to: T, key: K, value: T[K] | undefined) => {
  if (value !== undefined) to[key] = value
}
const numberIn = (text: string | undefined) => (text !== undefined && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined)

/** Takes what an element inside `rPr` says. */
export const takeRun = (to: RunProperties, name: string, attribute: Attribute) => {
  if (name === 'rFonts') {
    const [face, theme] = [attribute('eastAsia'), attribute('eastAsiaTheme')]
    // Replaced as a whole: a name given nearer to the text does away with a theme given farther off.
    if (face !== undefined || theme !== undefined)
      to.face = { ...(face === undefined ? {} : { name: face }), ...(theme === undefined ? {} : { theme }) }
  }
  if (name === 'sz') set(to, 'size', numberIn(attribute('val')))
  if (name === 'color') set(to, 'color', attribute('val'))
  if (name === 'rStyle') set(to, 'style', attribute('val'))
}

/** Takes what an element inside `pPr` says. */
export const takeParagraph = (to: ParagraphProperties, name: string, attribute: Attribute) => {
  if (name === 'pStyle') set(to, 'style', attribute('val'))
  if (name === 'jc') set(to, 'align', attribute('val'))
  if (name === 'spacing') {
    set(to, 'line', numberIn(attribute('line')))
    set(to, 'lineRule', attribute('lineRule'))
    set(to, 'before', numberIn(attribute('before')))
    set(to, 'beforeLines', numberIn(attribute('beforeLines')))
  }
  if (name === 'ind') {
    const hanging = numberIn(attribute('hanging'))
    set(to, 'first', hanging === undefined ? numberIn(attribute('firstLine')) : -hanging)
    set(to, 'firstChars', numberIn(attribute('firstLineChars')))
    set(to, 'left', numberIn(attribute('left') ?? attribute('start')))
    set(to, 'leftChars', numberIn(attribute('leftChars') ?? attribute('startChars')))
    set(to, 'right', numberIn(attribute('right') ?? attribute('end')))
    set(to, 'rightChars', numberIn(attribute('rightChars') ?? attribute('endChars')))
  }
}
