/**
 * What browsers learnt after Chromium 90 (April 2021), with the version that brought it. The built pages must do without;
 * a test takes it out of the browser at hand.
 */
export const NEWER_METHODS = [
  {
    owner: 'Array.prototype',
    names: ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with'],
  },
  { owner: 'String.prototype', names: ['at', 'isWellFormed', 'toWellFormed'] },
  { owner: 'Object', names: ['hasOwn', 'groupBy'] },
  { owner: 'Map', names: ['groupBy'] },
  { owner: 'Promise', names: ['withResolvers', 'try'] },
  { owner: 'Array', names: ['fromAsync'] },
  {
    owner: 'Set.prototype',
    names: ['union', 'intersection', 'difference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom'],
  },
  {
    owner: 'Iterator.prototype',
    names: ['map', 'filter', 'take', 'drop', 'flatMap', 'toArray', 'some', 'every', 'find'],
  },
  { owner: 'AbortSignal', names: ['abort', 'timeout', 'any'] },
  { owner: 'URL', names: ['canParse', 'parse'] },
  { owner: 'Response', names: ['json'] },
  { owner: 'HTMLElement.prototype', names: ['showPopover', 'hidePopover', 'togglePopover', 'popover'] },
  { owner: 'Element.prototype', names: ['checkVisibility', 'setHTMLUnsafe'] },
  { owner: 'HTMLElement.prototype', names: ['inert'] },
  { owner: 'HTMLInputElement.prototype', names: ['showPicker'] },
  { owner: 'HTMLDialogElement.prototype', names: ['requestClose'] },
  { owner: 'Document.prototype', names: ['startViewTransition'] },
  { owner: 'Crypto.prototype', names: ['randomUUID'] },
  { owner: 'globalThis', names: ['structuredClone', 'navigation', 'scheduler', 'reportError', 'cookieStore'] },
] as const

/** The same as a script for a page: they are gone before the page's own scripts begin. */
export const FORGET_NEWER = `(() => {
  for (const { owner, names } of ${JSON.stringify(NEWER_METHODS)}) {
    const found = owner.split('.').reduce((at, name) => at && (name === 'globalThis' ? globalThis : at[name]), globalThis)
    for (const name of names) if (found) delete found[name]
  }
})()`

type Sign = { readonly what: string; readonly sign: RegExp }

/** Signs of newer scripts in the built files. `older-browsers.js` brings at, findLast, findLastIndex and hasOwn. */
export const NEWER_SCRIPT: readonly Sign[] = [
  { what: 'sorting into a copy (110)', sign: /\.(toSorted|toReversed|toSpliced)\(/ },
  { what: 'groupBy (117)', sign: /\b(Object|Map)\.groupBy\b/ },
  { what: 'Promise.withResolvers (119), Promise.try (128)', sign: /\bPromise\.(withResolvers|try)\b/ },
  { what: 'Array.fromAsync (121)', sign: /\bArray\.fromAsync\b/ },
  { what: 'AbortSignal.timeout (103), any (116)', sign: /\bAbortSignal\.(abort|timeout|any)\b/ },
  { what: 'URL.canParse (120)', sign: /\bURL\.(canParse|parse)\b/ },
  { what: 'Response.json (105)', sign: /\bResponse\.json\b/ },
  { what: 'structuredClone (98)', sign: /\bstructuredClone\(/ },
  { what: 'crypto.randomUUID (92, https only)', sign: /\brandomUUID\b/ },
  { what: 'checkVisibility (105)', sign: /\.checkVisibility\(/ },
  { what: 'showPicker (99)', sign: /\.showPicker\(/ },
  { what: 'requestClose (134)', sign: /\.requestClose\(/ },
  { what: 'isWellFormed (111)', sign: /\.(is|to)WellFormed\(/ },
  { what: 'sets of sets (122)', sign: /\.(isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/ },
  { what: 'a static block (94)', sign: /\bstatic\s*\{/ },
  { what: 'a private name asked for with in (91)', sign: /#\w+ in [a-z]/ },
  { what: 'inert (102)', sign: /\binert:/ },
]

/** Signs of newer styles. What only adds grace (the colour of a tick, a text box that grows) may stay, and is not here. */
export const NEWER_STYLE: readonly Sign[] = [
  { what: ':has (105)', sign: /:has\(/ },
  { what: 'container queries (105)', sign: /@container|container-(type|name)/ },
  { what: 'cascade layers (99)', sign: /@layer/ },
  { what: 'nested rules (112)', sign: /[{;}]\s*&/ },
  { what: 'color-mix (111)', sign: /color-mix\(/ },
  { what: 'newer colours (111, 123)', sign: /\b(oklch|oklab|lch|lab|light-dark)\(/ },
  { what: 'heights of moving windows (108), outside @supports', sign: /\d[dsl]v[hwib]\b/ },
  { what: 'subgrid (117)', sign: /subgrid/ },
  { what: 'translate, scale and rotate on their own (104)', sign: /[{;](translate|scale|rotate):/ },
  { what: 'ranges in media queries (104)', sign: /@media[^{]*[<>]=?/ },
  { what: 'anchors (125)', sign: /anchor-name|position-anchor|\banchor\(/ },
  { what: '@starting-style (117)', sign: /@starting-style/ },
  { what: ':popover-open (114), :modal (105)', sign: /:(popover-open|modal)\b/ },
  { what: 'mask without prefix (120)', sign: /[{;]mask(-\w+)?:/ },
]
