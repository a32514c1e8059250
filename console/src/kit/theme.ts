import { theme as antd, type ThemeConfig } from 'antd'

export type Mode = 'light' | 'dark'
const place = 'gongyou.theme'

export const modeNow = (): Mode => (localStorage.getItem(place) === 'dark' ? 'dark' : 'light')
export const setMode = (mode: Mode) => {
  localStorage.setItem(place, mode)
  document.documentElement.dataset.theme = mode
}

const blue = (dark: boolean) => (dark ? '#7fb0ec' : '#2B66B1')
const field = (dark: boolean) => ({ activeBorderColor: blue(dark), hoverBorderColor: blue(dark) })

/** The tokens of tokens.css told to the component library, under the same names in both modes. */
export const themeOf = (mode: Mode): ThemeConfig => {
  const dark = mode === 'dark'
  return {
    algorithm: dark ? [antd.darkAlgorithm] : [antd.defaultAlgorithm],
    cssVar: { key: 'gongyou' },
    token: {
      colorPrimary: dark ? '#e8656a' : '#C1272D',
      colorInfo: dark ? '#7fb0ec' : '#2B66B1',
      colorSuccess: dark ? '#6cbf8b' : '#2B7548',
      colorWarning: dark ? '#dca14a' : '#925B0D',
      // The dark algorithm of the library takes a seventh away.
      colorError: dark ? '#ff8084' : '#C1272D',
      colorLink: dark ? '#7fb0ec' : '#2B66B1',
      colorBgLayout: dark ? '#191917' : '#F7F6F3',
      colorBgContainer: dark ? '#22221f' : '#FFFFFF',
      // The lighter hover of the library falls below 4.5 : 1 on white; here what is pointed at grows darker.
      ...(dark ? {} : { colorPrimaryHover: '#9E1F24', colorPrimaryActive: '#861A1F', colorLinkHover: '#1F4F8D', colorLinkActive: '#1F4F8D' }),
      colorTextDescription: dark ? '#b9b5ac' : '#5B5852',
      colorTextPlaceholder: dark ? '#98948b' : '#6D6962',
      colorText: dark ? '#eeece7' : '#1D1D1B',
      colorTextSecondary: dark ? '#b9b5ac' : '#5B5852',
      colorBorder: dark ? '#3a3935' : '#D6D2CA',
      colorBorderSecondary: dark ? '#3a3935' : '#E4E1DB',
      borderRadius: 6,
      fontSize: 14,
      boxShadow: 'none',
      boxShadowTertiary: 'none',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
      fontFamily: '"PingFang SC","Microsoft YaHei","Noto Sans SC",system-ui,sans-serif',
    },
    // Red around a field would say that it is wrong; what is being written in is blue.
    components: {
      Input: field(dark),
      InputNumber: field(dark),
      Select: { activeBorderColor: blue(dark), hoverBorderColor: blue(dark) },
      DatePicker: { ...field(dark), ...(dark ? { colorPrimary: '#b53f45' } : {}) },
      ...(dark ? { Tabs: { itemSelectedColor: '#e8656a', itemHoverColor: '#e8656a', itemActiveColor: '#e8656a' } } : {}),
      Table: { cellPaddingBlock: 8, cellPaddingInline: 12, headerBorderRadius: 0 },
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        // White words need a deeper red beneath them than red words need to stand out from the dark.
        ...(dark ? { colorPrimary: '#b53f45', colorPrimaryHover: '#a3363c', colorPrimaryActive: '#8f2e34', dangerColor: '#191917' } : {}),
      },
    },
  }
}
