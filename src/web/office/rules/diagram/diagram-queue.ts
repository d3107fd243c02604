/** A queue of numbers, the one with the least priority first (a binary heap). */
export function createQueue() {
  const heap: { item: number; priority: number }[] = []
  const less = (a: number, b: number) => (heap[a]?.priority ?? 0) < (heap[b]?.priority ?? 0)
  const swap = (a: number, b: number) => {
    const [one, other] = [heap[a], heap[b]]
    if (one && other) [heap[a], heap[b]] = [other, one]
  }
  return {
    push: (item: number, priority: number): void => {
      heap.push({ item, priority })
      for (let at = heap.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1
        if (!less(at, parent)) break
        swap(at, parent)
        at = parent
      }
    },
    pop: (): { item: number; priority: number } | undefined => {
      const first = heap[0]
      const last = heap.pop()
      if (!first || !last || heap.length === 0) return first
      heap[0] = last
      for (let at = 0; ; ) {
        const left = 2 * at + 1
        const smaller = left + 1 < heap.length && less(left + 1, left) ? left + 1 : left
        if (smaller >= heap.length || !less(smaller, at)) break
        swap(at, smaller)
        at = smaller
      }
      return first
    },
  }
}
