import { encode } from 'uqr'

/** What a poster says, from top to bottom. */
export type PosterWords = { org: string; title: string; lines: readonly string[]; call: string; url: string }

const width = 750
const [edge, ink, quiet, red] = [56, '#1d1d1b', '#5b5852', '#c1272d']
const font = (size: number, weight = 400) => `${weight} ${size}px "PingFang SC", "Microsoft YaHei", "Noto Sans SC", system-ui, sans-serif`

/** Breaks a text into lines that fit: Chinese anywhere, Latin words and numbers as a whole; the last line ends in “…” where there is more. */
export const wrapped = (measure: (text: string) => number, text: string, room: number, most: number): string[] => {
  const parts = text.match(/[A-Za-z0-9:：.,/–-]+|\s+|./gu) ?? []
  const lines: string[] = []
  let line = ''
  for (const part of parts) {
    if (line === '' || measure(line + part) <= room) {
      line += line === '' ? part.trimStart() : part
      continue
    }
    lines.push(line.trimEnd())
    line = part.trimStart()
  }
  if (line.trim()) lines.push(line.trimEnd())
  if (lines.length <= most) return lines
  let last = lines[most - 1]!
  while (last && measure(`${last}…`) > room) last = last.slice(0, -1)
  return [...lines.slice(0, most - 1), `${last}…`]
}

/** Draws the poster and hands it over as a PNG: always black on white, whatever the colours of the phone. */
export const drawPoster = async (words: PosterWords): Promise<Blob> => {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')!
  const room = width - 2 * edge
  const measured = (size: number, weight: number, text: string, most: number) => {
    pen.font = font(size, weight)
    return wrapped((t) => pen.measureText(t).width, text, room, most)
  }
  const title = measured(48, 600, words.title, 3)
  const lines = words.lines.flatMap((l) => measured(30, 400, l, 2))
  const qr = 240
  const height = edge + 48 + 32 + title.length * 66 + 28 + lines.length * 46 + 40 + qr + edge
  canvas.width = width
  canvas.height = height
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = red
  pen.fillRect(0, 0, width, 12)
  pen.textBaseline = 'top'
  const write = (text: string, size: number, weight: number, colour: string, y: number) => {
    pen.font = font(size, weight)
    pen.fillStyle = colour
    pen.fillText(text, edge, y)
  }
  let y = edge
  write(measured(28, 400, words.org, 1)[0] ?? '', 28, 400, quiet, y)
  y += 48 + 32
  for (const l of title) {
    write(l, 48, 600, ink, y)
    y += 66
  }
  y += 28
  for (const l of lines) {
    write(l, 30, 400, ink, y)
    y += 46
  }
  y += 40
  const { data, size } = encode(words.url, { ecc: 'M', border: 0 })
  const dot = qr / size
  pen.fillStyle = '#000'
  for (const [row, cells] of data.entries())
    for (const [column, dark] of cells.entries()) if (dark) pen.fillRect(edge + column * dot, y + row * dot, Math.ceil(dot), Math.ceil(dot))
  pen.font = font(32, 600)
  pen.fillStyle = ink
  pen.fillText(words.call, edge + qr + 40, y + qr / 2 - 16)
  return new Promise((resolve, reject) => canvas.toBlob((b) => (b ? resolve(b) : reject(new Error('no picture'))), 'image/png'))
}
