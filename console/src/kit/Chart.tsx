import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

use([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer])

const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

export type Series = { name: string; values: readonly (number | null)[]; point?: boolean }

/** One series that matters in red, what it is compared with in grey, each called by its name at its end. */
const optionOf = (labels: readonly string[], series: readonly Series[], kind: 'line' | 'bar'): EChartsCoreOption => ({
  animation: false,
  grid: { left: 8, right: 72, top: 16, bottom: 4, containLabel: true },
  tooltip: { trigger: 'axis' },
  xAxis: {
    type: 'category',
    data: [...labels],
    axisLine: { lineStyle: { color: colour('--line') } },
    axisLabel: { color: colour('--ink-2') },
    axisTick: { show: false },
  },
  yAxis: { type: 'value', splitLine: { lineStyle: { color: colour('--line') } }, axisLabel: { color: colour('--ink-2') } },
  series: series.map((s) => {
    const own = colour(s.point ? '--red' : '--ink-3')
    return {
      name: s.name,
      type: kind,
      data: [...s.values],
      itemStyle: { color: own },
      lineStyle: { color: own, width: s.point ? 2 : 1.5 },
      barMaxWidth: 18,
      symbolSize: 5,
      ...(kind === 'line' ? { endLabel: { show: true, formatter: s.name, color: own } } : {}),
    }
  }),
})

/** A picture of numbers that stand in words or a table beside it. Brought only where it is seen. */
export const Chart = ({
  labels,
  series,
  kind = 'line',
  height = 220,
  says,
}: {
  labels: readonly string[]
  series: readonly Series[]
  kind?: 'line' | 'bar'
  height?: number
  says: string
}) => {
  const box = useRef<HTMLDivElement>(null)
  const drawn = JSON.stringify([labels, series, kind])
  useEffect(() => {
    if (!box.current) return
    const chart = init(box.current, undefined, { renderer: 'svg' })
    chart.setOption(optionOf(labels, series, kind))
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(box.current)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
    // What is drawn is told by its text; the lists are new at every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [drawn])
  return <div ref={box} style={{ height }} role="img" aria-label={says} />
}
