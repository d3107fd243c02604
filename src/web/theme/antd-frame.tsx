import { ConfigProvider, theme as antdTheme } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import 'dayjs/locale/zh-cn'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.tsx'
import { darkTheme, lightTheme } from './antd-theme.ts'

const nonce = document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce

/** antd in our colours and the reader's language. Goes around each antd piece; comes only with chunks that use one. */
export function AntdFrame({ children }: { children: ReactNode }) {
  const { locale } = useWords()
  const dark = document.documentElement.dataset['theme'] === 'dark'
  return (
    <ConfigProvider
      locale={locale === 'zh' ? zhCN : enUS}
      theme={dark ? darkTheme(antdTheme.darkAlgorithm) : lightTheme}
      {...(nonce ? { csp: { nonce } } : {})}
      // A list opened inside a modal dialog has to stay in it, or it lies under the veil.
      getPopupContainer={(trigger) => trigger?.closest('dialog') ?? document.body}
    >
      {children}
    </ConfigProvider>
  )
}
