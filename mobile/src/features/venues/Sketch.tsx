import L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { towns } from '@gongyou/contract/codes/towns.ts'
import { outlines, water } from '@gongyou/contract/venues/outlines.ts'
import { useEffect, useRef } from 'react'
import { language } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import './sketch.css'

export type Pin = { id: string; name: string; point: readonly [number, number]; open: boolean }
type Given = { pins: readonly Pin[]; here: readonly [number, number] | undefined; chosen: string | undefined; choose: (id: string) => void }

const latLng = ([lng, lat]: readonly [number, number]): [number, number] => [lat, lng]

/** Towns so close together that their names would cover each other from afar. */
const core = new Set([110118001, 110118002, 110118003, 110118100, 110118103, 110118105])
const nameOf = (town: number, zh: string) =>
  language() === 'zh' ? zh : (towns.find((t) => t.code === String(town))?.en ?? '').replace(/ (Town|Sub-district|Area)$/, '')

const draw = (box: HTMLElement) => {
  const map = L.map(box, { attributionControl: false, zoomControl: false, minZoom: 9, maxZoom: 17, zoomSnap: 0.5 })
  L.control.zoom({ zoomInTitle: w('放大', 'Zoom in'), zoomOutTitle: w('缩小', 'Zoom out') }).addTo(map)
  map.createPane('ground').style.zIndex = '300'
  map.createPane('names').style.zIndex = '450'
  for (const o of outlines) {
    L.polygon(o.edge.map(latLng), { className: 'sketch-town', interactive: false, pane: 'ground' }).addTo(map)
    const className = `sketch-name${core.has(o.town) ? ' core' : ''}`
    const icon = L.divIcon({ className, html: nameOf(o.town, o.name), iconSize: [80, 16], iconAnchor: [40, 24] })
    L.marker(latLng(o.centre), { interactive: false, keyboard: false, pane: 'names', icon }).addTo(map)
  }
  L.polygon(water.map(latLng), { className: 'sketch-water', interactive: false, pane: 'ground' }).addTo(map)
  const look = () => box.classList.toggle('near', map.getZoom() >= 11)
  map.on('zoomend', look)
  map.fitBounds(L.latLngBounds(outlines.flatMap((o) => o.edge.map(latLng))))
  look()
  return map
}

/** The sketched towns with the venues on them. Everything on it is also in the list beneath: whoever cannot use it misses nothing. */
export const Sketch = ({ pins, here, chosen, choose }: Given) => {
  const box = useRef<HTMLDivElement>(null)
  const map = useRef<L.Map>(undefined)
  const layer = useRef<L.LayerGroup>(undefined)
  const pick = useRef(choose)
  pick.current = choose
  useEffect(() => {
    const made = draw(box.current!)
    map.current = made
    layer.current = L.layerGroup().addTo(made)
    return () => void made.remove()
  }, [])
  useEffect(() => {
    const group = layer.current
    if (!group) return
    group.clearLayers()
    for (const p of [...pins].sort((a, b) => Number(a.open) - Number(b.open)))
      L.circleMarker(latLng(p.point), {
        radius: p.id === chosen ? 11 : 7,
        className: `sketch-pin${p.open ? ' open' : ''}${p.id === chosen ? ' chosen' : ''}`,
      })
        .on('click', () => pick.current(p.id))
        .addTo(group)
    if (here) L.circleMarker(latLng(here), { radius: 7, className: 'sketch-here', interactive: false }).addTo(group)
  }, [pins, here, chosen])
  useEffect(() => {
    if (here) map.current?.setView(latLng(here), 14)
  }, [here])
  const point = pins.find((p) => p.id === chosen)?.point
  useEffect(() => {
    if (point && map.current) map.current.setView(latLng(point), Math.max(map.current.getZoom(), 13))
  }, [point])
  return (
    <figure className="sketch">
      <div ref={box} role="application" aria-label={w('阵地示意图，下面有同样内容的列表', 'Sketch map; the list below says the same')} />
      <figcaption>{w('示意图，非行政区划界线', 'A sketch, no map of boundaries')}</figcaption>
    </figure>
  )
}
