import { theme as antdTheme, ConfigProvider } from 'antd'
import type { Locale } from 'antd/es/locale'
import enUS from 'antd/es/locale/en_US'
import zhCN from 'antd/es/locale/zh_CN'
import 'dayjs/locale/zh-cn'
import type { ReactNode } from 'react'
import { useIsPhone } from '../parts/shell/use-is-phone.ts'
import { useWords } from '../words/words.tsx'
import { darkTheme, lightTheme } from './antd-theme.ts'

const nonce = document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce

/** The year and month buttons show what they are; a label that says something else would hide it from voice control. */
const speaking = (locale: Locale): Locale => {
  const { DatePicker: picker } = locale
  if (!picker) return locale
  return {
    ...locale,
    DatePicker: { ...picker, lang: { ...picker.lang, yearSelect: '', monthSelect: '', decadeSelect: '' } },
  }
}
const ZH = speaking(zhCN)
const EN = speaking(enUS)

/** antd in our colours and the reader's language. Goes around each antd piece; comes only with chunks that use one. */
export function AntdFrame({ children }: { children: ReactNode }) {
  const { locale } = useWords()
  const isPhone = useIsPhone()
  const dark = document.documentElement.dataset['theme'] === 'dark'
  return (
    <ConfigProvider
      // A finger needs 44 px, as the other questions have on a phone.
      componentSize={isPhone ? 'large' : 'middle'}
      locale={locale === 'zh' ? ZH : EN}
      theme={dark ? darkTheme(antdTheme.darkAlgorithm) : lightTheme}
      {...(nonce ? { csp: { nonce } } : {})}
      // A list opened inside a modal dialog has to stay in it, or it lies under the veil; else it belongs to the page's text.
      getPopupContainer={(trigger) => trigger?.closest('dialog') ?? document.getElementById('content') ?? document.body}
    >
      {children}
    </ConfigProvider>
  )
}
