/*
 * Runs before the pages of the office, in browsers of before as well: plain ECMAScript 3, as Internet Explorer and its
 * mode in Edge read it. It adds what our pages and their libraries use and Chromium 90 does not have, and where the pages
 * cannot run at all it shows the sentence that stands in the page instead of leaving the page blank.
 */
;(function () {
  'use strict'

  function add(owner, name, value) {
    if (owner[name]) return
    Object.defineProperty(owner, name, { value: value, writable: true, configurable: true })
  }

  function at(index) {
    var whole = Math.trunc(index) || 0
    return this[whole < 0 ? this.length + whole : whole]
  }

  function findLastIndex(test, self) {
    for (var index = this.length - 1; index >= 0; index -= 1) {
      if (test.call(self, this[index], index, this)) return index
    }
    return -1
  }

  function addWhatIsMissing() {
    add(Array.prototype, 'at', at)
    add(String.prototype, 'at', at)
    add(Array.prototype, 'findLastIndex', findLastIndex)
    add(Array.prototype, 'findLast', function (test, self) {
      return this[findLastIndex.call(this, test, self)]
    })
    add(Object, 'hasOwn', function (owner, name) {
      return Object.prototype.hasOwnProperty.call(owner, name)
    })
  }

  /* `overflow: clip` came with Chromium 90, and in the same year with Firefox and two years later with Safari. */
  function canRunThePages() {
    return 'noModule' in document.createElement('script') && window.CSS && window.CSS.supports('overflow', 'clip')
  }

  function say() {
    var sentence = document.getElementById('too-old')
    var starting = document.getElementById('starting')
    if (sentence) sentence.removeAttribute('hidden')
    if (starting) starting.parentNode.removeChild(starting)
  }

  if (canRunThePages()) addWhatIsMissing()
  else say()
  /* What could not even be read: the sentence is still there only as long as no page stands in its place. */
  window.onerror = say
})()
