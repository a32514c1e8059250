import { Graph, layout } from '@dagrejs/dagre'
import { type Service, fromOf } from '@gongyou/contract/cases/service.ts'

export type Box = { name: string; x: number; y: number; width: number; height: number }
export type Line = { step: string; from: string; to: string; points: readonly { x: number; y: number }[]; x: number; y: number }
export type Drawing = { boxes: Box[]; lines: Line[]; width: number; height: number }

/** Boxes and names of steps; smaller where the drawing runs down a narrow screen. */
const sizes = {
  LR: { box: { width: 150, height: 56 }, label: { width: 116, height: 40 }, apart: 28 },
  TB: { box: { width: 124, height: 52 }, label: { width: 76, height: 40 }, apart: 10 },
} as const

/** Where states and steps stand in the drawing: layers from the beginning to the ends, room kept for every step's name. */
export const drawingOf = (s: Service, direction: 'LR' | 'TB'): Drawing => {
  const { box, label, apart } = sizes[direction]
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: direction, nodesep: apart, edgesep: apart / 2, ranksep: 36, marginx: 8, marginy: 8 })
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
  return {
    boxes: states.map((name) => {
      const { x, y } = graph.node(name)
      return { name, x: x - box.width / 2, y: y - box.height / 2, ...box }
    }),
    lines: graph.edges().map(({ v, w, name }) => {
      const { points, x, y } = graph.edge({ v, w, name: name! })
      return { step: name!, from: v, to: w, points, x, y }
    }),
    width,
    height,
  }
}

/** A soft line through the points. */
export const pathOf = (points: Line['points']): string => {
  const [first, ...rest] = points
  if (!first) return ''
  const parts = [`M${first.x},${first.y}`]
  rest.forEach((p, i) => {
    const next = rest[i + 1]
    parts.push(next ? `Q${p.x},${p.y} ${(p.x + next.x) / 2},${(p.y + next.y) / 2}` : `L${p.x},${p.y}`)
  })
  return parts.join(' ')
}
