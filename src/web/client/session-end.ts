let act: () => void = () => {}

/** What to do when the server says that nobody is signed in any more. */
export const onSessionEnd = (next: () => void): void => {
  act = next
}

/** An answer said so. */
export const sessionEnded = (): void => act()
