import L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { outlines, water } from '@gongyou/contract/venues/outlines.ts'
import { useEffect, useRef } from 'react'
import { language } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import './venues.css'

export type Pin = { id: string; name: string; point: readonly [number, number]; tone: 'open' | 'suspended' | 'coming' }

const latLng = ([lng, lat]: readonly [number, number]): [number, number] => [lat, lng]

const draw = (box: HTMLElement) => {
  const map = L.map(box, { attributionControl: false, minZoom: 9, maxZoom: 17, zoomSnap: 0.25, scrollWheelZoom: false })
  for (const o of outlines) {
    L.polygon(o.edge.map(latLng), { className: 'sketch-town', interactive: false }).addTo(map)
    const html = language() === 'zh' ? o.name : ''
    L.marker(latLng(o.centre), {
      interactive: false,
      keyboard: false,
      icon: L.divIcon({ className: 'sketch-name', html, iconSize: [64, 16] }),
    }).addTo(map)
  }
  L.polygon(water.map(latLng), { className: 'sketch-water', interactive: false }).addTo(map)
  map.fitBounds(L.latLngBounds(outlines.flatMap((o) => o.edge.map(latLng))))
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
        <i className="dot open" /> {w('开放', 'Open')} <i className="dot suspended" /> {w('暂停', 'Suspended')} <i className="dot coming" />{' '}
        {w('建设中', 'Coming')} · {w('示意图，非行政区划界线', 'A sketch, no map of boundaries')}
      </figcaption>
    </figure>
  )
}
