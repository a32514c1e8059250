import L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { towns } from '@gongyou/contract/codes/towns.ts'
import { outlines, water } from '@gongyou/contract/venues/outlines.ts'
import { useEffect, useRef } from 'react'
import { language } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import './venues.css'

export type Pin = { id: string; name: string; point: readonly [number, number]; tone: 'open' | 'suspended' | 'coming' }

const latLng = ([lng, lat]: readonly [number, number]): [number, number] => [lat, lng]

/** Towns so close together that their names would cover each other from afar. */
const core = new Set([110118001, 110118002, 110118003, 110118100, 110118103, 110118105])
const nameOf = (town: number, zh: string) =>
  language() === 'zh' ? zh : (towns.find((t) => t.code === String(town))?.en ?? '').replace(/ (Town|Sub-district|Area)$/, '')

const draw = (box: HTMLElement) => {
  const map = L.map(box, { attributionControl: false, minZoom: 9, maxZoom: 17, zoomSnap: 0.25, scrollWheelZoom: false })
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

/** The sketched towns with venues on them; the same venues stand in the list. */
export const Sketch = ({ pins, height, choose }: { pins: readonly Pin[]; height: number; choose?: (id: string) => void }) => {
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
    layer.current?.clearLayers()
    for (const p of pins)
      L.circleMarker(latLng(p.point), { radius: pins.length === 1 ? 9 : 6, className: `sketch-pin ${p.tone}` })
        .bindTooltip(p.name, { direction: 'top' })
        .on('click', () => pick.current?.(p.id))
        .addTo(layer.current!)
    if (pins.length === 1) map.current?.setView(latLng(pins[0]!.point), 11)
  }, [pins])
  return (
    <figure className="sketch">
      <div ref={box} style={{ height }} role="application" aria-label={w('阵地示意图，列表里有同样内容', 'Sketch map; the list says the same')} />
      <figcaption className="quiet small">
        {pins.length > 1 && (
          <>
            <i className="dot open" /> {w('开放', 'Open')} <i className="dot suspended" /> {w('暂停', 'Suspended')} <i className="dot coming" />{' '}
            {w('建设中', 'Coming')} ·{' '}
          </>
        )}
        {w('示意图，非行政区划界线', 'A sketch, no map of boundaries')}
      </figcaption>
    </figure>
  )
}
