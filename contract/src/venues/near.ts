/** Metres between two points given as longitude and latitude; good enough within a district. */
export const metresBetween = (a: readonly [number, number], b: readonly [number, number]) => {
  const rad = Math.PI / 180
  const x = (b[0] - a[0]) * rad * Math.cos(((a[1] + b[1]) / 2) * rad)
  const y = (b[1] - a[1]) * rad
  return Math.hypot(x, y) * 6_371_000
}

/** Addresses that open a map app with a place on it; all three take GCJ-02 within China. */
export const wayTo = (name: string, [lng, lat]: readonly [number, number]) => ({
  amap: `https://uri.amap.com/marker?position=${lng},${lat}&name=${encodeURIComponent(name)}&coordinate=gaode&callnative=1`,
  baidu: `https://api.map.baidu.com/marker?location=${lat},${lng}&title=${encodeURIComponent(name)}&content=${encodeURIComponent(name)}&coord_type=gcj02&output=html&src=gongyou`,
  apple: `https://maps.apple.com/?ll=${lat},${lng}&q=${encodeURIComponent(name)}`,
})
