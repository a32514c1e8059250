/** A name with all but its first code point starred (张*, 欧**): surnames are not looked up, so 欧阳 shows one character. */
export function maskName(name: string): string {
  const [first, ...rest] = [...name]
  return first === undefined ? '' : first + '*'.repeat(rest.length)
}

/** A mobile number showing its first three and last four digits (138****1234); anything shorter is all stars. */
export const maskPhone = (phone: string): string => keepEnds(phone, 3, 4)

/** An identity number showing region and last four (110118********0019); birth date and order stay hidden. */
export const maskIdNumber = (number: string): string => keepEnds(number, number.length >= 15 ? 6 : 2, number.length >= 15 ? 4 : 2)

/** A bank card showing its last four digits only. */
export const maskBankCard = (number: string): string => keepEnds(number, 0, 4)

function keepEnds(value: string, head: number, tail: number): string {
  const points = [...value]
  // Fewer than three hidden signs can be guessed, so such a value is hidden whole.
  if (points.length < head + tail + 3) return '*'.repeat(points.length)
  return points.slice(0, head).join('') + '*'.repeat(points.length - head - tail) + points.slice(-tail).join('')
}
