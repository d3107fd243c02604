import { useEffect, useState } from 'react'

export type ThemeName = 'light' | 'dark'

const KEY = 'anlan:theme'

/** The theme chosen on this computer, else the system's. */
export const storedTheme = (): ThemeName => {
  const stored = localStorage.getItem(KEY)
  if (stored === 'light' || stored === 'dark') return stored
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** Puts the theme on the page; CSS variables do the rest. */
export const applyTheme = (theme: ThemeName): void => {
  document.documentElement.dataset['theme'] = theme
}

/** Theme and switch. */
export function useTheme(): readonly [ThemeName, (theme: ThemeName) => void] {
  const [theme, setTheme] = useState(storedTheme)
  useEffect(() => applyTheme(theme), [theme])
  return [
    theme,
    (next) => {
      localStorage.setItem(KEY, next)
      setTheme(next)
    },
  ]
}
