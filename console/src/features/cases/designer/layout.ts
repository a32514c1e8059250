import { Graph, layout } from '@dagrejs/dagre'
import { type Service, fromOf } from '@gongyou/contract/cases/service.ts'

type Point = { x: number; y: number }
export type Box = Point & { name: string; width: number; height: number }
export type Line = Point & { step: string; from: string; to: string; path: string }
export type Drawing = { boxes: Box[]; lines: Line[]; width: number; height: number }
export type Direction = 'LR' | 'TB'

/** Boxes and names of steps; smaller where the screen is narrow. */
const sizes = {
  roomy: { box: { width: 150, height: 56 }, label: { width: 116, height: 40 }, apart: 28 },
  close: { box: { width: 124, height: 52 }, label: { width: 76, height: 40 }, apart: 10 },
} as const

/** One edge as it was laid out: by which points it goes, past its two ends. */
type Way = { step: string; from: string; to: string; middle: readonly Point[]; loop: boolean; label: Point }
type End = { way: Way; box: string; leaves: boolean; towards: Point }

/**
 * Where lines touch a box: on the side that faces where they go, each at a place of its own, in the order in which they
 * arrive, so that no two lie on each other and none runs across the box beside.
 */
const portsOf = (ways: readonly Way[], boxes: ReadonlyMap<string, Box>, direction: Direction) => {
  const main = direction === 'LR' ? 'x' : 'y'
  const cross = direction === 'LR' ? 'y' : 'x'
  const [long, across] = direction === 'LR' ? (['width', 'height'] as const) : (['height', 'width'] as const)
  const centre = (b: Box): Point => ({ x: b.x + b.width / 2, y: b.y + b.height / 2 })
  const sides = new Map<string, End[]>()
  for (const way of ways) {
    if (way.loop) continue
    for (const leaves of [true, false]) {
      const box = leaves ? way.from : way.to
      const towards = (leaves ? way.middle[0] : way.middle.at(-1)) ?? centre(boxes.get(leaves ? way.to : way.from)!)
      const after = towards[main] > centre(boxes.get(box)!)[main]
      const key = `${box} ${after}`
      sides.set(key, [...(sides.get(key) ?? []), { way, box, leaves, towards }])
    }
  }
  const ports = new Map<string, Point>()
  for (const [key, ends] of sides) {
    const box = boxes.get(ends[0]!.box)!
    const after = key.endsWith('true')
    ends.sort((a, b) => a.towards[cross] - b.towards[cross])
    ends.forEach((end, i) => {
      const at = box[cross] + box[across] * (0.2 + (0.6 * (i + 0.5)) / ends.length)
      const edge = box[main] + (after ? box[long] : 0)
      ports.set(`${end.way.step} ${end.way.from} ${end.leaves}`, direction === 'LR' ? { x: edge, y: at } : { x: at, y: edge })
    })
  }
  return ports
}

/** A soft line that leaves and arrives square to the sides of the boxes. */
const softly = (points: readonly Point[], direction: Direction) =>
  points
    .map((p, i) => {
      const before = points[i - 1]
      if (!before) return `M${p.x},${p.y}`
      const half = direction === 'LR' ? (before.x + p.x) / 2 : (before.y + p.y) / 2
      return direction === 'LR' ? `C${half},${before.y} ${half},${p.y} ${p.x},${p.y}` : `C${before.x},${half} ${p.x},${half} ${p.x},${p.y}`
    })
    .join(' ')

/** A step that leads back to where it began: out and in again on the side where its name stands. */
const around = (box: Box, label: Point) => {
  const [right, bottom] = [box.x + box.width, box.y + box.height]
  if (label.x > right) {
    const [out, back] = [box.y + box.height * 0.25, box.y + box.height * 0.75]
    return `M${right},${out} C${label.x},${out} ${label.x},${out} ${label.x},${label.y} C${label.x},${back} ${label.x},${back} ${right},${back}`
  }
  const [out, back] = [box.x + box.width * 0.25, box.x + box.width * 0.75]
  return `M${out},${bottom} C${out},${label.y} ${out},${label.y} ${label.x},${label.y} C${back},${label.y} ${back},${label.y} ${back},${bottom}`
}

/** Where states and steps stand in the drawing: layers from the beginning to the ends, room kept for every step's name. */
const drawn = (s: Service, direction: Direction, size: keyof typeof sizes): Drawing => {
  const { box, label, apart } = sizes[size]
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: direction, nodesep: apart, edgesep: apart / 2, ranksep: 40, marginx: 8, marginy: 8 })
  graph.setDefaultEdgeLabel(() => ({}))
  // The beginning first: the layout keeps the order in which it is told of things where it can.
  const states = Object.keys(s.states).sort((a, b) => Number(b === s.begins) - Number(a === s.begins))
  for (const name of states) graph.setNode(name, { ...box })
  for (const [step, action] of Object.entries(s.actions))
    for (const from of fromOf(action))
      if (Object.hasOwn(s.states, from) && Object.hasOwn(s.states, action.to))
        graph.setEdge({ v: from, w: action.to, name: step }, { ...label, labelpos: 'c' })
  layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  const boxes = states.map((name): Box => {
    const { x, y } = graph.node(name)
    return { name, x: x - box.width / 2, y: y - box.height / 2, ...box }
  })
  const ways = graph.edges().map(({ v, w, name }): Way => {
    const { points, x, y } = graph.edge({ v, w, name: name! })
    return { step: name!, from: v, to: w, middle: points.slice(1, -1), loop: v === w, label: { x, y } }
  })
  const byName = new Map(boxes.map((b) => [b.name, b]))
  const ports = portsOf(ways, byName, direction)
  const lines = ways.map((way): Line => {
    const [start, end] = [true, false].map((leaves) => ports.get(`${way.step} ${way.from} ${leaves}`))
    const path = start && end ? softly([start, ...way.middle, end], direction) : around(byName.get(way.from)!, way.label)
    return { step: way.step, from: way.from, to: way.to, ...way.label, path }
  })
  return { boxes, lines, width, height }
}

/** From left to right where that fits, else from top to bottom. */
export const drawingOf = (s: Service, room: number): Drawing => {
  const wide = drawn(s, 'LR', 'roomy')
  return wide.width <= room ? wide : drawn(s, 'TB', room < 620 ? 'close' : 'roomy')
}
